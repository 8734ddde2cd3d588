// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the product: each is in the bundle, each is used, and each sounds like us. */
class WordingTest {

    private static final Path BUNDLE = Path.of("src/main/resources/vaadin-i18n/translations.properties");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z]+(?:[.-][a-z]+)+)\"");
    private static final Pattern IN_PAGES = Pattern.compile("#\\{([a-z.-]+)[(}]");
    private static final String FILE = ".*\\.(css|js)";
    /** Keys that are put together from a name; the rest of each is an enum constant, which the tests of its page walk. */
    private static final String PUT_TOGETHER =
            "(comfort|setting|signal|moment|refused|large|tries|scripts\\.when|talk\\.kind"
                    + "|talk\\.ask|say\\.when|lesson\\.show|stage\\.says|rules\\.line|stage\\.do|lesson\\.naive|board|check\\.[a-z]+)\\..*"
                    + "|shared\\.(like|talk|ruled|rules|words|signals)(\\.help)?";

    @Test
    void every_key_that_a_page_asks_for_is_in_the_bundle() throws IOException {
        var missing = used();
        var ours = "(%s)\\..*".formatted(String.join("|", families()));
        missing.removeIf(key -> !key.matches(ours) || key.matches(FILE));
        missing.removeAll(bundle().stringPropertyNames());
        assertThat(missing).as("put these into %s", BUNDLE).isEmpty();
    }

    @Test
    void every_key_in_the_bundle_is_asked_for() throws IOException {
        var idle = new TreeSet<>(bundle().stringPropertyNames());
        idle.removeAll(used());
        idle.removeIf(key -> key.matches(PUT_TOGETHER) || key.equals("leave"));
        assertThat(idle).as("take these out of %s", BUNDLE).isEmpty();
    }

    @Test
    void no_text_shouts_or_breaks_the_message_format() throws IOException {
        bundle().forEach((key, text) ->
                assertThat((String) text).as((String) key).doesNotContain("!", "'"));
    }

    @Test
    void no_text_calls_what_is_shared_a_contract() throws IOException {
        bundle().forEach((key, text) -> assertThat(((String) text).toLowerCase(Locale.ROOT))
                .as((String) key)
                .doesNotContain("agreed", "agreement", "contract", "match"));
    }

    private static Set<String> families() throws IOException {
        var families = new TreeSet<String>();
        bundle().stringPropertyNames().forEach(key -> families.add(key.replaceFirst("\\..*", "")));
        return families;
    }

    private static Properties bundle() throws IOException {
        var bundle = new Properties();
        bundle.load(new StringReader(Files.readString(BUNDLE, UTF_8)));
        return bundle;
    }

    private static Set<String> used() throws IOException {
        var used = new TreeSet<String>();
        collect(used, Path.of("src/main/java"), ".java", IN_JAVA);
        collect(used, Path.of("src/main/resources/templates"), ".html", IN_PAGES);
        return used;
    }

    private static void collect(Set<String> used, Path folder, String ending, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                var matcher = pattern.matcher(Files.readString(file, UTF_8));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
    }
}
