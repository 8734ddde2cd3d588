// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody may have meant to write. */
public final class Nearest {

    /** More slips than this are another word. */
    private static final int MOST_SLIPS = 2;

    /** Two slips can turn a shorter word than this into almost any other. */
    private static final int SHORTEST = 4;

    private Nearest() {}

    /** A sentence naming the known word that is most like this one, with a space after it; or nothing. */
    public static String hint(String word, Collection<String> known) {
        if (word.length() > Id.LONGEST || word.length() < SHORTEST) {
            return "";
        }
        return known.stream()
                .filter(other -> slips(word, other) <= MOST_SLIPS)
                .min(Comparator.comparingInt(other -> slips(word, other)))
                .map(other -> "Did you mean “" + other + "”? ")
                .orElse("");
    }

    /** How many letters have to be added, dropped or changed to make one word of the other. */
    private static int slips(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
