// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Each file says who holds its copyright and under which licence it is, or {@code REUSE.toml} says it for the file.
 *
 * @see <a href="https://reuse.software/spec-3.3/">the specification, of which this reads what is used here</a>
 */
class ReuseTest {

    // In two pieces, or the tools would take them for what this file says of itself.
    private static final String COPYRIGHT = "SPDX-" + "FileCopyrightText";
    private static final String LICENCE = "SPDX-" + "License-Identifier";
    private static final Pattern LICENCE_SAID = Pattern.compile(LICENCE + "(?::| = \") ?([A-Za-z0-9.+-]+)");
    /** The licences themselves, and the list of the rest. */
    private static final String NEEDS_NONE = "LICENSE|LICENSES/.*|REUSE\\.toml";
    /** Further down it would be quoted, not said. */
    private static final int FIRST_LINES = 6;

    /** What one entry of REUSE.toml says, and of which files. */
    private record Annotation(List<String> paths, String said) {

        boolean covers(String file) {
            return says(said) && paths.stream().anyMatch(path -> matches(path, file));
        }
    }

    @Test
    void every_file_says_its_licence_or_has_it_said() throws Exception {
        var annotations = annotations(Files.readString(Path.of("REUSE.toml")));
        var files = files();
        var silent = new TreeSet<String>();
        for (var file : files) {
            if (!file.matches(NEEDS_NONE)
                    && !says(beginning(file))
                    && annotations.stream().noneMatch(annotation -> annotation.covers(file))) {
                silent.add(file);
            }
        }
        assertThat(files).contains("pom.xml", "src/main/java/org/bothyes/Application.java");
        assertThat(silent).as("""
                        Java: mvn spotless:apply. What may have a comment begins with these two lines, in its own way:
                        # %s: 2026 The Both Yes authors
                        # %s: Apache-2.0
                        What may not gets a line in REUSE.toml.""", COPYRIGHT, LICENCE).isEmpty();
    }

    @Test
    void every_licence_that_is_named_lies_in_its_folder() throws Exception {
        var named = new TreeSet<>(licences(Files.readString(Path.of("REUSE.toml"))));
        for (var file : files()) {
            if (!file.matches(NEEDS_NONE)) {
                named.addAll(licences(beginning(file)));
            }
        }
        try (var folder = Files.list(Path.of("LICENSES"))) {
            assertThat(folder.map(file -> file.getFileName().toString().replaceFirst("\\.txt$", "")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
        assertThat(Path.of("LICENSES/Apache-2.0.txt"))
                .as("one text, where either kind of reader looks for it")
                .isSymbolicLink()
                .hasSameTextualContentAs(Path.of("LICENSE"));
    }

    @Test
    void nothing_is_said_of_files_that_are_not_there() throws Exception {
        var files = files();
        for (var annotation : annotations(Files.readString(Path.of("REUSE.toml")))) {
            assertThat(annotation.paths)
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(files).as("of %s", path).anyMatch(file -> matches(path, file)));
        }
    }

    @Test
    void a_star_stays_in_its_folder_and_two_do_not() {
        assertThat(matches("docs/*.png", "docs/one.png")).isTrue();
        assertThat(matches("docs/*.png", "docs/pictures/one.png")).isFalse();
        assertThat(matches("docs/*.png", "docs/one.png.txt")).isFalse();
        assertThat(matches("docs/*.png", "docs/onexpng")).isFalse();
        assertThat(matches("docs/**", "docs/pictures/one.png")).isTrue();
        assertThat(matches("**.md", "README.md")).isTrue();
        assertThat(matches("**.md", "docs/packs.md")).isTrue();
        assertThat(matches("**.md", "docs/packs.html")).isFalse();
    }

    @Test
    void half_of_what_is_to_be_said_is_not_enough() {
        var both = "# %s: 2026 Somebody\n# %s: MIT\n".formatted(COPYRIGHT, LICENCE);
        assertThat(says(both)).isTrue();
        assertThat(licences(both)).containsExactly("MIT");
        assertThat(says("# %s: MIT\n".formatted(LICENCE))).isFalse();
        assertThat(says("# %s: 2026 Somebody\n".formatted(COPYRIGHT))).isFalse();

        var entry = "[[annotations]]\npath = [\"docs/*\"]\n";
        var copyright = COPYRIGHT + " = \"2026 Somebody\"\n";
        var licence = LICENCE + " = \"MIT\"\n";
        assertThat(annotations(entry + copyright + licence))
                .singleElement()
                .matches(annotation -> annotation.covers("docs/a") && !annotation.covers("a"));
        assertThat(annotations(entry + licence)).noneMatch(annotation -> annotation.covers("docs/a"));
        assertThat(annotations(entry + copyright)).noneMatch(annotation -> annotation.covers("docs/a"));
    }

    private static boolean says(String text) {
        return text.contains(COPYRIGHT) && LICENCE_SAID.matcher(text).find();
    }

    private static List<String> licences(String text) {
        return LICENCE_SAID.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static List<Annotation> annotations(String toml) {
        var annotations = new ArrayList<Annotation>();
        for (var entry : toml.split("\\[\\[annotations]]", -1)) {
            var paths = Pattern.compile("^path = \\[(.*?)]", Pattern.MULTILINE | Pattern.DOTALL)
                    .matcher(entry);
            if (paths.find()) {
                var quoted = Pattern.compile("\"([^\"]+)\"").matcher(paths.group(1));
                annotations.add(new Annotation(
                        quoted.results().map(path -> path.group(1)).toList(), entry));
            }
        }
        return annotations;
    }

    /** A star is anything in a folder, two are anything at all. */
    private static boolean matches(String path, String file) {
        return Pattern.compile("\\*\\*|\\*|[^*]+")
                .matcher(path)
                .results()
                .map(piece -> switch (piece.group()) {
                    case "**" -> ".*";
                    case "*" -> "[^/]*";
                    default -> Pattern.quote(piece.group());
                })
                .collect(Collectors.collectingAndThen(Collectors.joining(), file::matches));
    }

    private static String beginning(String file) throws IOException {
        try (var lines = Files.lines(Path.of(file), ISO_8859_1)) {
            return lines.limit(FIRST_LINES).collect(Collectors.joining("\n"));
        }
    }

    /** What is in the repository or about to be. */
    private static List<String> files() throws Exception {
        var git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var names = new String(git.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(git.waitFor()).as("git, asked for what is in the repository").isZero();
        return Pattern.compile("\0")
                .splitAsStream(names)
                .filter(name -> Files.exists(Path.of(name), LinkOption.NOFOLLOW_LINKS))
                .toList();
    }
}
