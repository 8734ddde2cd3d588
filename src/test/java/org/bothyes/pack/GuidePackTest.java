package org.bothyes.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class GuidePackTest {

    /** The kinds of rows in the inventory that the pack has to take up; the others are for the guide's pages. */
    private static final Set<String> ASKED = Set.of("topic", "limit", "choice", "question", "script");

    private final Pack pack = PackLibrary.load(null).pack("guide").orElseThrow();

    @Test
    void it_is_as_wide_as_the_guide() {
        assertThat(pack.sections()).hasSize(9);
        assertThat(pack.topics()).hasSizeGreaterThanOrEqualTo(58);
        assertThat(pack.topics()).filteredOn(Topic::directional).hasSizeGreaterThanOrEqualTo(22);
        assertThat(pack.limits()).hasSize(16);
        assertThat(pack.conditions()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(pack.scripts()).hasSizeGreaterThanOrEqualTo(45);
    }

    @Test
    void its_short_round_is_short() {
        assertThat(pack.topics()).filteredOn(Topic::core).hasSizeBetween(13, 17);
    }

    @Test
    void filming_is_the_first_limit() {
        assertThat(pack.limits().getFirst().id().value()).isEqualTo("filming");
        assertThat(pack.limits().getFirst().recording()).isTrue();
    }

    @Test
    void every_rule_about_recording_is_on_the_card_for_a_call() {
        assertThat(pack.limits()).filteredOn(Limit::recording).hasSize(4).allMatch(Limit::call);
    }

    @Test
    void there_are_words_for_every_moment() {
        assertThat(Script.Moment.values())
                .allSatisfy(moment -> assertThat(pack.scripts(moment)).isNotEmpty());
    }

    @Test
    void there_is_a_signal_for_every_meaning() {
        assertThat(pack.signals()).extracting(Signal::means).contains(Signal.Meaning.values());
    }

    @Test
    void everything_the_guide_asks_or_says_is_taken_up() {
        var asked = inventory().filter(row -> ASKED.contains(row[2])).map(row -> row[0]);
        assertThat(without(asked, sources()))
                .as("ids of inventory.tsv that are a source of nothing in pack.yaml")
                .isEmpty();
    }

    @Test
    void every_source_is_an_id_of_the_guide() {
        var known = inventory().map(row -> row[0]).toList();
        assertThat(without(sources().stream(), known))
                .as("sources in pack.yaml that inventory.tsv does not have")
                .isEmpty();
    }

    /** Sheets and lessons are kept under ids: one that vanished, or came to mean something else, would falsify them. */
    @Test
    void published_ids_stay_as_they_are() throws IOException {
        var frozen = resource("/guide/frozen-ids.txt").lines().toList();
        var now = ids().toList();
        var fresh = without(now.stream(), frozen);
        Files.write(Path.of("target", "frozen-ids.txt"), concat(frozen, fresh));
        assertThat(without(frozen.stream(), now))
                .as("published ids that vanished, or whose sides or rows changed: bring them back into pack.yaml, and"
                        + " give a new meaning a new id. Never remove a line from frozen-ids.txt")
                .isEmpty();
        assertThat(fresh)
                .as("ids that are not frozen yet. Once they are final, run:"
                        + " cp target/frozen-ids.txt src/test/resources/guide/frozen-ids.txt")
                .isEmpty();
    }

    @Test
    void no_id_is_frozen_twice() {
        assertThat(resource("/guide/frozen-ids.txt").lines()).doesNotHaveDuplicates();
    }

    @Test
    void every_text_can_be_had() {
        assertThat(texts(pack, pack.words())).doesNotContainNull().hasSizeGreaterThan(400);
    }

    private static Stream<String> texts(Pack pack, Words words) {
        return Stream.of(
                        pack.sections().stream().flatMap(s -> Stream.of(words.title(s), words.open(s))),
                        pack.topics().stream().flatMap(t -> Stream.of(words.name(t), words.help(t))),
                        pack.sides().stream().map(words::side),
                        pack.choices().stream().flatMap(c -> Stream.of(words.name(c), words.help(c))),
                        pack.choices().stream().flatMap(c -> c.items().stream().map(item -> words.item(c, item))),
                        pack.choiceSides().stream().map(words::side),
                        pack.limits().stream().flatMap(l -> Stream.of(words.name(l), words.help(l))),
                        pack.limits().stream().flatMap(l -> l.rows().stream().map(row -> words.label(l, row))),
                        pack.limits().stream().flatMap(l -> l.rows().stream().map(row -> words.rule(l, row))),
                        pack.conditions().stream().map(words::name),
                        pack.signals().stream().map(words::name),
                        pack.ready().stream().map(words::text),
                        pack.fixed().stream().map(words::text),
                        pack.scripts().stream().map(words::line))
                .flatMap(texts -> texts);
    }

    private static List<String> without(Stream<String> some, Collection<String> others) {
        return some.filter(one -> !others.contains(one)).toList();
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** A line for each id; a limit's line has its rows too, in order, since their order is their meaning. */
    private Stream<String> ids() {
        return Stream.of(
                        pack.sections().stream().map(s -> "section " + s.id()),
                        pack.topics().stream().map(t -> "topic " + t.id() + (t.directional() ? " give receive" : "")),
                        pack.choices().stream()
                                .map(c -> "choice " + c.id() + (c.sides().size() == 2 ? " give receive" : "")),
                        pack.choices().stream().flatMap(c -> c.items().stream().map(i -> "item " + c.id() + " " + i)),
                        pack.limits().stream().map(l -> "limit " + l.id() + ": " + rows(l)),
                        pack.conditions().stream().map(c -> "condition " + c.id()),
                        pack.signals().stream().map(s -> "signal " + s.id()),
                        pack.ready().stream().map(r -> "ready " + r.id()),
                        pack.fixed().stream().map(f -> "fixed " + f.id()),
                        pack.scripts().stream().map(s -> "script " + s.id()))
                .flatMap(lines -> lines);
    }

    private static String rows(Limit limit) {
        return limit.rows().stream().map(row -> row.id().value()).collect(Collectors.joining(" "));
    }

    /** The rows of the guide's inventory: id, section, kind, gist. */
    private static Stream<String[]> inventory() {
        return resource("/guide/inventory.tsv").lines().skip(1).map(line -> line.split("\t", -1));
    }

    /** Every source in the pack's file; the model does not keep them. */
    private static Set<String> sources() {
        return sources(new Yaml().load(resource("/packs/guide/pack.yaml"))).collect(Collectors.toSet());
    }

    private static Stream<String> sources(Object node) {
        return switch (node) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .flatMap(e -> e.getKey().equals("source")
                                ? ((List<?>) e.getValue()).stream().map(Object::toString)
                                : sources(e.getValue()));
            case Collection<?> list -> list.stream().flatMap(GuidePackTest::sources);
            default -> Stream.empty();
        };
    }

    private static String resource(String path) {
        try (var in = Objects.requireNonNull(GuidePackTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
