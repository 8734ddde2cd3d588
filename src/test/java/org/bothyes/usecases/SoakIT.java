// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bothyes.conversation.Figures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Twenty couples at a human pace for hours, on the packaged application: nothing fails, nothing is forgotten, and what is
 * live on the heap stays as much. How long is said by {@code SOAK}, as in {@code PT3M}; two hours if it is not. In less
 * than an hour and a half the heap is told and not judged.
 */
class SoakIT {

    private static final Duration LENGTH =
            Duration.parse(Optional.ofNullable(System.getenv("SOAK")).orElse("PT2H"));
    private static final Duration WARM_UP = LENGTH.dividedBy(3);

    /** A phone that ran out of power is forgotten with its session, and until then its session adds to what is live. */
    private static final Duration SESSION = Duration.ofMinutes(30);

    /** Until the last couple begins, so that not all do the same at the same time. */
    private static final Duration SPREAD = WARM_UP.dividedBy(8);

    /** Five minutes of two hours; a full collection costs more than all couples do. */
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(Math.max(15, LENGTH.toSeconds() / 24));

    private static final int COUPLES = 20;
    /** Of a couple, whose two take turns: each taps every three seconds. */
    private static final Duration BETWEEN_TAPS = Duration.ofMillis(1500);

    /** Else what the start has left goes an hour and a half later: a second for each free megabyte. */
    private static final String HOLDS_NOTHING_SOFTLY = "-XX:SoftRefLRUPolicyMSPerMB=0";

    private static final double FLAT = 1.1;
    private static final int LOOKS = 3;

    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> heaps = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch living = new CountDownLatch(COUPLES);

    @Test
    @Tag("faults")
    void twenty_couples_for_hours_meet_no_fault_and_leave_the_heap_as_it_was() throws Exception {
        try (var running = Running.asItIsRun(HOLDS_NOTHING_SOFTLY);
                var clock = Executors.newScheduledThreadPool(COUPLES + 1)) {
            var couples = IntStream.range(0, COUPLES)
                    .mapToObj(seed -> new TwoPhones(running.port(), seed))
                    .toList();
            for (var i = 0; i < COUPLES; i++) {
                var couple = couples.get(i);
                var _ = clock.schedule(() -> step(couple, clock), SPREAD.toMillis() * i / COUPLES, MILLISECONDS);
            }
            var _ = clock.scheduleAtFixedRate(
                    () -> sample(running), WARM_UP.toMillis(), BETWEEN_SAMPLES.toMillis(), MILLISECONDS);
            var _ = clock.schedule(() -> over.set(true), LENGTH.toMillis(), MILLISECONDS);
            living.await();
            clock.shutdownNow();
            tell(couples);
            assertThat(faults).isEmpty();
            assertThat(running.complaints()).isEmpty();
            assertThat(running.conversationsAtItsEnd()).as("all were erased").isZero();
            if (WARM_UP.compareTo(SESSION) > 0) {
                assertThat(highest()).isLessThanOrEqualTo((long) (lowest() * FLAT));
            }
        }
    }

    /** Once the time is over, a couple ends the conversation that it is in, and stops. */
    private void step(TwoPhones couple, ScheduledExecutorService clock) {
        if (over.get() && !couple.isUnderWay()) {
            living.countDown();
            return;
        }
        try {
            couple.step();
        } catch (RuntimeException | AssertionError e) {
            faults.add(e.toString().lines().findFirst().orElseThrow());
        }
        var _ = clock.schedule(() -> step(couple, clock), BETWEEN_TAPS.toMillis(), MILLISECONDS);
    }

    private void sample(Running running) {
        if (!over.get()) {
            heaps.add(live(running));
        }
    }

    /** Whoever is let in at that moment needs 19 MiB for it, so the lowest of a few is what stays. */
    private static long live(Running running) {
        return IntStream.range(0, LOOKS)
                .mapToLong(_ -> running.liveHeap())
                .min()
                .orElseThrow();
    }

    private long highest() {
        return Collections.max(heaps);
    }

    private long lowest() {
        return Collections.min(heaps);
    }

    private void tell(List<TwoPhones> couples) throws Exception {
        Figures.tell("%d couples for %d minutes: %d taps, %d whole conversations, %d answers found again, %d faults"
                .formatted(
                        COUPLES,
                        LENGTH.toMinutes(),
                        couples.stream().mapToInt(TwoPhones::taps).sum(),
                        couples.stream().mapToInt(TwoPhones::conversations).sum(),
                        couples.stream().mapToInt(TwoPhones::readBack).sum(),
                        faults.size()));
        Figures.tell("live heap from minute %d on, in MB, every %d s: %s; the highest %.1f %% above the lowest"
                .formatted(
                        WARM_UP.toMinutes(),
                        BETWEEN_SAMPLES.toSeconds(),
                        heaps.stream()
                                .map(heap -> String.format(Locale.ENGLISH, "%.1f", heap / 1e6))
                                .collect(Collectors.joining(" ")),
                        100.0 * highest() / lowest() - 100));
    }
}
