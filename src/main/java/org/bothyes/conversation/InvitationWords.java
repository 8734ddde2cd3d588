// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The words that invitations are joined with: short, easy to say aloud, never alike. 512 of them make two words 18 bits,
 * so five tries find them once in fifty thousand.
 */
@Component
class InvitationWords {

    private final List<String> words;
    private final SecureRandom random;

    InvitationWords(SecureRandom random) {
        this.random = random;
        try {
            this.words = new ClassPathResource("invitation/words_en.txt")
                    .getContentAsString(UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String two() {
        return one() + " " + one();
    }

    private String one() {
        return words.get(random.nextInt(words.size()));
    }
}
