// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Optional;

/**
 * A PIN or a passphrase, as its owner types it: gaps around it and the way a keyboard writes a letter make no
 * difference. A PIN keeps somebody off who picks up the phone; a passphrase holds against who has the database and the
 * instance key too, since it can't be tried out.
 */
public final class Pin {

    /** The fewest digits of a PIN. */
    public static final int FEWEST_DIGITS = 6;

    /** The fewest characters of a passphrase. */
    public static final int FEWEST_LETTERS = 10;

    /** The most characters of either. */
    public static final int MOST = 128;

    private final String text;

    private Pin(String text) {
        this.text = text;
    }

    /** Why something can't be chosen. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        /** One digit all along, or digits in their order: the first that anybody tries. */
        TOO_EASY
    }

    /** As typed to come in: whatever it is, it is tried. */
    public static Pin typed(String typed) {
        return new Pin(tidy(typed));
    }

    /** Why this can't be chosen; empty if it can. */
    public static Optional<Fault> fault(String typed) {
        var text = tidy(typed);
        var digits = text.chars().allMatch(Character::isDigit);
        if (text.length() > MOST) {
            return Optional.of(Fault.TOO_LONG);
        }
        if (text.codePointCount(0, text.length()) < (digits ? FEWEST_DIGITS : FEWEST_LETTERS)) {
            return Optional.of(Fault.TOO_SHORT);
        }
        return isEasy(text) ? Optional.of(Fault.TOO_EASY) : Optional.empty();
    }

    /** Whether each character is as far from the next: 000000, 123456, 987654. */
    private static boolean isEasy(String text) {
        var step = text.charAt(1) - text.charAt(0);
        for (var i = 2; i < text.length(); i++) {
            if (text.charAt(i) - text.charAt(i - 1) != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    private static String tidy(String typed) {
        return Normalizer.normalize(typed.length() > 2 * MOST ? "" : typed, Normalizer.Form.NFKC)
                .strip();
    }

    byte[] bytes() {
        return text.getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
