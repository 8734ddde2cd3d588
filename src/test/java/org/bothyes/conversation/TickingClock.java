// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class TickingClock extends Clock {

    /** Not on a full minute, so that rounding shows; far ahead, so that nothing scheduled by it comes by itself. */
    public static final Instant START = Instant.parse("2031-03-04T20:15:30.123456Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    public void tick(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
