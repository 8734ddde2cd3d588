// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody reads who runs this for others is what there is. */
class RunDocTest {

    private static final Path PAGE = Path.of("docs/run.md");
    private static final Pattern SETTING = Pattern.compile("\\bBOTH_YES_[A-Z](?:[A-Z_]*[A-Z])?\\b");
    private static final Pattern ASKED_FOR = Pattern.compile("\\$\\{([A-Z][A-Z_]*)[:}]");
    private static final Pattern IMAGE = Pattern.compile("^\\s*image:\\s*(\\S+)", Pattern.MULTILINE);

    @Test
    void every_setting_is_told_and_every_one_told_is_read() throws Exception {
        var read = new TreeSet<>(names(ASKED_FOR, Path.of("src/main/resources/application.properties")));
        for (var folder : Set.of("src/main/java", "bin")) {
            for (var file : files(Path.of(folder))) {
                read.addAll(names(SETTING, file));
            }
        }
        var told = new TreeSet<>(names(SETTING, PAGE));
        told.addAll(names(Pattern.compile("^\\| `(PORT)` \\|", Pattern.MULTILINE), PAGE));
        assertThat(without(read, told)).as("read, and not told in %s", PAGE).isEmpty();
        assertThat(without(told, read))
                .as("told in %s, and read by nothing", PAGE)
                .isEmpty();
    }

    @Test
    void what_is_set_in_the_examples_is_a_setting() throws Exception {
        var told = names(SETTING, PAGE);
        for (var example : Set.of("docs/compose.yaml", "docs/both-yes.service", "README.md", "docs/privacy.md")) {
            assertThat(told).as(example).containsAll(names(SETTING, Path.of(example)));
        }
    }

    @Test
    void no_example_names_a_registry() throws Exception {
        assertThat(names(IMAGE, Path.of("docs/compose.yaml")))
                .contains("both-yes")
                .allSatisfy(image -> assertThat(image).doesNotContain("/"));
        for (var example : Set.of("docs/run.md", "docs/compose.yaml", "docs/Caddyfile", "docs/both-yes.service")) {
            assertThat(Path.of(example))
                    .content()
                    .doesNotContainPattern("\\b(docker|ghcr|gcr|quay|mcr)\\.[a-z]{2,}\\b");
        }
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        var rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> names(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(found.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Iterable<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
