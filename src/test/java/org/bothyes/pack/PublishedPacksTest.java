// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.pack.GuidePackTest.resource;
import static org.bothyes.pack.GuidePackTest.without;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bothyes.guide.ReadingGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packs that come with the application: what holds for each of them. */
class PublishedPacksTest {

    private static final Predicate<String> INTIMATE = Pattern.compile(
                    "solo|pleasure|arous|naked|undress|\\btoys?\\b|lubric|fantas", Pattern.CASE_INSENSITIVE)
            .asPredicate();

    static Stream<Pack> packs() {
        return PackLibrary.load(null).packs().stream();
    }

    private static String frozen(Pack pack) {
        return "/frozen-ids/" + pack.id() + ".txt";
    }

    @Test
    void one_of_them_is_not_intimate_so_that_asking_can_be_taught_without_that_part() {
        var everyday = PackLibrary.load(null).pack("everyday").orElseThrow();
        assertThat(everyday.topics()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(everyday.limits()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(everyday.limits().getFirst().recording()).isTrue();
        assertThat(texts(everyday, everyday.words())).noneMatch(INTIMATE);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void its_short_round_is_short(Pack pack) {
        assertThat(pack.topics()).filteredOn(Topic::core).hasSizeBetween(13, 17);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void there_are_words_for_every_moment(Pack pack) {
        assertThat(Script.Moment.values())
                .allSatisfy(moment -> assertThat(pack.scripts(moment)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("packs")
    void there_is_a_signal_for_every_meaning(Pack pack) {
        assertThat(pack.signals()).extracting(Signal::means).contains(Signal.Meaning.values());
    }

    /** Sheets and lessons are kept under ids: one that vanished, or came to mean something else, would falsify them. */
    @ParameterizedTest
    @MethodSource("packs")
    void published_ids_stay_as_they_are(Pack pack) throws IOException {
        var frozen = resource(frozen(pack)).lines().toList();
        var now = ids(pack).toList();
        var fresh = without(now.stream(), frozen);
        var proposed = Files.createDirectories(Path.of("target", "frozen-ids")).resolve(pack.id() + ".txt");
        Files.write(proposed, concat(frozen, fresh));
        assertThat(without(frozen.stream(), now))
                .as("published ids that vanished, or whose sides or rows changed: bring them back into pack.yaml, and"
                        + " give a new meaning a new id. Never remove a line from the list")
                .isEmpty();
        assertThat(fresh)
                .as("ids that are not frozen yet. Once they are final, run:"
                        + " cp target/frozen-ids/*.txt src/test/resources/frozen-ids")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void no_id_is_frozen_twice(Pack pack) {
        assertThat(resource(frozen(pack)).lines()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_text_can_be_had(Pack pack) {
        assertThat(texts(pack, pack.words())).doesNotContainNull().hasSizeGreaterThan(300);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void it_reads_easily(Pack pack) {
        assertThat(ReadingGrade.of(texts(pack, pack.words()).toList())).isLessThan(7);
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

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** A line for each id; a limit's line has its rows too, in order, since their order is their meaning. */
    private static Stream<String> ids(Pack pack) {
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
}
