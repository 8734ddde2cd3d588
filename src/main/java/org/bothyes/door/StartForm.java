// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import org.jspecify.annotations.Nullable;

/**
 * What the page for starting sends.
 *
 * @param pack the id of the pack; missing where there is only one
 * @param together ticked: the list opens on both screens together
 * @param adult ticked: 18 or over
 * @param consent ticked: has read what is kept and what can't be hidden
 * @param pin the PIN or passphrase, never shown again
 * @param again the same once more
 */
record StartForm(
        @Nullable String pack,
        @Nullable Boolean together,
        @Nullable Boolean adult,
        @Nullable Boolean consent,
        @Nullable String pin,
        @Nullable String again) {

    static final StartForm EMPTY = new StartForm(null, null, null, null, null, null);

    boolean complete() {
        return Boolean.TRUE.equals(adult) && Boolean.TRUE.equals(consent);
    }

    ChosenPin chosen() {
        return ChosenPin.of(pin, again);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
