// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How long the card for a call stays. */
final class CardTime {

    private static final Duration SIX = Duration.ofHours(6);
    private static final Duration AT_MOST = Duration.ofHours(12);

    private CardTime() {}

    /**
     * The next six in the morning, or half a day on where that comes first.
     *
     * @param ahead how far the reader's own clock is ahead of UTC, as their browser says
     */
    static Instant until(Instant now, Duration ahead) {
        var here = now.plus(ahead);
        var six = here.minus(SIX).truncatedTo(ChronoUnit.DAYS).plus(SIX).plus(1, ChronoUnit.DAYS);
        var morning = six.minus(ahead);
        var latest = now.plus(AT_MOST);
        return morning.isBefore(latest) ? morning : latest;
    }
}
