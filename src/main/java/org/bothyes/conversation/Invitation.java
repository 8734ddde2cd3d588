// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.util.Locale;
import org.bothyes.vault.Secret;

/**
 * What lets the partner in, once: a token, sent as a link or a code, and two words told another way. One without the
 * other opens nothing.
 */
public record Invitation(Secret token, String words) {

    private static final int LONGEST_WORDS = 64;

    /** The words as the starter has them, however somebody typed them: any case, any gap. */
    static String tidy(String typed) {
        return typed.length() > LONGEST_WORDS
                ? ""
                : typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s,.-]+", " ");
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
