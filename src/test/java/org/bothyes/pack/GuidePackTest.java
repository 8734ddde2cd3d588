// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    void filming_is_the_first_limit() {
        assertThat(pack.limits().getFirst().id().value()).isEqualTo("filming");
        assertThat(pack.limits().getFirst().recording()).isTrue();
    }

    @Test
    void every_rule_about_recording_is_on_the_card_for_a_call() {
        assertThat(pack.limits()).filteredOn(Limit::recording).hasSize(4).allMatch(Limit::call);
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

    static List<String> without(Stream<String> some, Collection<String> others) {
        return some.filter(one -> !others.contains(one)).toList();
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

    static String resource(String path) {
        try (var in = Objects.requireNonNull(GuidePackTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
