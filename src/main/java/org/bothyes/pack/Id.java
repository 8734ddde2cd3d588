// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.regex.Pattern;

/**
 * The frozen name of one thing in a pack; what kind of thing is in the type: an {@code Id<Topic>} never passes for an
 * {@code Id<Limit>}. A published id keeps its meaning for ever: new meaning, new id.
 *
 * @param value 1 to 40 characters: a lower-case letter, then lower-case letters, digits and hyphens
 * @param <T> the kind of thing it names
 */
public record Id<T>(String value) {

    /** The longest id, in characters. Sheets are stored under ids, so this bounds their size. */
    public static final int LONGEST = 40;

    private static final Pattern SYNTAX = Pattern.compile("[a-z][a-z0-9-]*");

    /** @throws IllegalArgumentException if the value is not an id; the message does not repeat it */
    public Id {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("an id has at most " + LONGEST + " characters");
        }
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an id is lower-case letters, digits and hyphens, and starts with a letter");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
