// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

/** Something that an operator asked for can't be done, in words for them; no value is in it. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private Refusal(String words) {
        super(words);
    }

    /** @param key of its words */
    static Refusal of(String key, Object... values) {
        return new Refusal(Ask.words(key, values));
    }

    /** In words that stand elsewhere. */
    static Refusal saying(String words) {
        return new Refusal(words);
    }
}
