// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Duration;
import java.util.List;

/** How long a partner who has typed a wrong PIN waits before the next try. It grows, and it never locks anybody out. */
final class Patience {

    /** How many tries in a row are free. */
    static final int FREE = 5;

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60),
            Duration.ofHours(4),
            Duration.ofHours(24));

    private Patience() {}

    /** @param wrong how many wrong PINs came in a row */
    static Duration after(int wrong) {
        return wrong < FREE ? Duration.ZERO : WAITS.get(Math.min(wrong - FREE, WAITS.size() - 1));
    }
}
