// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.bothyes.overlap.Comfort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A disk that runs full over and over while people answer and erase, without a restart. */
@Tag("faults")
class FullDisksTest {

    private static final int TIMES = 50;
    private static final int ANSWERS = 20;
    private static final int SIDES = 60;

    @TempDir
    Path folder;

    private final Random random = new Random(5);
    /** What was acknowledged, by side; and what was last tried there without being acknowledged. */
    private final Map<Integer, Comfort> kept = new HashMap<>();

    private int acknowledged;
    private int refused;

    @AfterEach
    void space() {
        FullDisk.empty();
    }

    @Test
    @Timeout(1200)
    void fifty_full_disks_lose_nothing_acknowledged_and_stop_no_erasing() throws Exception {
        FullDisk.register();
        var erased = new ArrayList<Stand.Couple>();
        Stand.Couple stays;
        var goesOn = new ArrayList<Duration>();
        try (var at = start()) {
            stays = at.couple();
            var leaving = new ArrayDeque<>(Crowd.couples(at, TIMES));
            for (var time = 0; time < TIMES; time++) {
                answer(at, stays.one());
                FullDisk.fill(folder);
                answer(at, stays.one());
                var couple = leaving.remove();
                at.ending().erase(couple.two());
                awaitTrue(() -> at.rounds().stage(couple.one()) instanceof Stage.Ended);
                erased.add(couple);
                FullDisk.empty();
                var from = System.nanoTime();
                awaitTrue(() -> at.comfort(stays.one(), 0) != null);
                goesOn.add(Duration.ofNanos(System.nanoTime() - from));
                assertThat(stored(at, stays.one())).isEqualTo(kept);
            }
        }
        try (var at = start()) {
            assertThat(erased)
                    .allSatisfy(couple -> assertThat(at.back(couple.a().code())).isEmpty());
            assertThat(stored(at, at.back(stays.a().code()).orElseThrow())).isEqualTo(kept);
        }
        assertThat(refused).isPositive();
        Figures.tell(
                "%d full disks: 0 of %d acknowledged answers lost, %d refused, %d conversations erased while full; after there was space again it went on within %s"
                        .formatted(TIMES, acknowledged, refused, erased.size(), Figures.longest(goesOn)));
    }

    private Stand start() {
        return Stand.withoutPages(
                folder,
                Crowd.QUICK,
                "spring.datasource.url=jdbc:h2:" + FullDisk.SCHEME + ":"
                        + folder.resolve("both-yes").toAbsolutePath()
                        + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0");
    }

    /** A refused answer is nowhere: what was there before it is what stays. */
    private void answer(Stand at, Partner partner) {
        for (var i = 0; i < ANSWERS; i++) {
            var side = random.nextInt(SIDES);
            var comfort = Comfort.values()[1 + random.nextInt(Comfort.values().length - 1)];
            var fault = catchThrowable(() -> at.answer(partner, side, comfort));
            if (fault == null) {
                kept.put(side, comfort);
                acknowledged++;
            } else {
                assertThat(fault).isInstanceOfAny(DataAccessException.class, TransactionException.class);
                refused++;
            }
        }
    }

    private Map<Integer, Comfort> stored(Stand at, Partner partner) {
        var stored = new HashMap<Integer, Comfort>();
        var sheet = at.sheet(partner);
        for (var side : List.copyOf(kept.keySet())) {
            stored.put(side, sheet.comfort(at.pack().sides().get(side)));
        }
        return stored;
    }

    /** H2 closes itself on a full disk; connections that died with it fail once each. */
    private static void awaitTrue(Callable<Boolean> there) {
        await().atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .ignoreExceptions()
                .until(there);
    }
}
