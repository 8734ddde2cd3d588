// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import org.jspecify.annotations.Nullable;

/**
 * What the pages for joining send.
 *
 * @param code the invitation's code, typed or taken from the link
 * @param words the two words
 * @param adult ticked: 18 or over
 * @param consent ticked: has read what is kept and what can't be hidden
 * @param pin the PIN or passphrase, never shown again
 * @param again the same once more
 */
record JoinForm(
        @Nullable String code,
        @Nullable String words,
        @Nullable Boolean adult,
        @Nullable Boolean consent,
        @Nullable String pin,
        @Nullable String again) {

    static final JoinForm EMPTY = new JoinForm(null, null, null, null, null, null);

    private static final int LONGEST = 64;

    JoinForm {
        code = atMost(code);
        words = atMost(words);
    }

    boolean complete() {
        return Boolean.TRUE.equals(adult) && Boolean.TRUE.equals(consent);
    }

    ChosenPin chosen() {
        return ChosenPin.of(pin, again);
    }

    /** What is far too long was no code: it need not be shown again. */
    static String atMost(@Nullable String typed) {
        return typed == null || typed.length() > LONGEST ? "" : typed;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
