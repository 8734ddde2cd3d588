// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What somebody agrees to before the first question stays known, word by word, under the number kept with them. */
class ConsentTest {

    private static final Path WORDS = Path.of("src/main/resources/vaadin-i18n/translations.properties");
    private static final Path AGREED = Path.of("src/test/resources/consent");

    @Test
    void other_words_have_another_number() throws IOException {
        var all = new Properties();
        try (var words = Files.newBufferedReader(WORDS, UTF_8)) {
            all.load(words);
        }
        var now = all.stringPropertyNames().stream()
                .filter(key -> key.startsWith("know.") || key.equals("door.adult") || key.equals("door.consent"))
                .sorted()
                .map(key -> key + '=' + all.getProperty(key));
        assertThat(now)
                .as(
                        "what is agreed to; other words take another number in Conversations.CONSENT, and a file of their own")
                .containsExactlyElementsOf(Files.readAllLines(AGREED.resolve(Conversations.CONSENT + ".txt"), UTF_8));
    }
}
