// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class StretchingTest {

    private final Stretching stretching = new Stretching();

    @Test
    void more_than_the_queue_holds_are_turned_away_and_the_others_served() throws Exception {
        var all = Stretching.AT_ONCE + Stretching.MOST_WAITING + 20;
        var start = new CountDownLatch(1);
        var turnedAway = 0;
        try (var threads = Executors.newFixedThreadPool(all)) {
            var tries = new ArrayList<Future<Boolean>>();
            for (var i = 0; i < all; i++) {
                tries.add(threads.submit(() -> {
                    start.await();
                    return isTurnedAway();
                }));
            }
            start.countDown();
            for (var each : tries) {
                turnedAway += each.get() ? 1 : 0;
            }
        }
        assertThat(turnedAway).isPositive().isLessThanOrEqualTo(20);
        assertThatCode(() -> stretching.stretch(new byte[6], new byte[32])).doesNotThrowAnyException();
    }

    private boolean isTurnedAway() {
        try {
            stretching.stretch(new byte[6], new byte[32]);
            return false;
        } catch (Busy e) {
            return true;
        }
    }
}
