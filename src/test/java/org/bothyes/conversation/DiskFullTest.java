// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Safer;
import org.bothyes.overlap.Shared;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A full disk: what can't be kept is not acknowledged, and what is erased is erased. */
class DiskFullTest {

    @TempDir
    Path folder;

    @BeforeEach
    void disk() {
        FullDisk.register();
    }

    @AfterEach
    void space() {
        FullDisk.empty();
    }

    private String database() {
        return "spring.datasource.url=jdbc:h2:" + FullDisk.SCHEME + ":"
                + folder.resolve("both-yes").toAbsolutePath()
                + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0";
    }

    private Stand start() {
        return Stand.withoutPages(folder, database(), "both-yes.seal-counts=0s", "both-yes.new-round-after=0s");
    }

    /** Kindly: the pages say that it was not kept, and ask to try again. */
    private static void assertFails(ThrowingCallable work) {
        assertThat(catchThrowable(work)).isInstanceOfAny(DataAccessException.class, TransactionException.class);
    }

    /** H2 closes itself on a full disk; connections that died with it fail once each. */
    private static void awaitTrue(Callable<Boolean> there) {
        await().atMost(Duration.ofSeconds(5)).ignoreExceptions().until(there);
    }

    @Test
    @Timeout(60)
    void an_answer_on_a_full_disk_is_not_acknowledged_and_nothing_acknowledged_is_lost() {
        Stand.Couple couple;
        var sides = new ArrayList<Integer>();
        try (var at = start()) {
            couple = at.couple();
            var partner = couple.one();
            for (var turn = 0; turn < 3; turn++) {
                for (var i = 0; i < 10; i++) {
                    at.answer(partner, turn * 20 + i, Comfort.OPEN);
                    sides.add(turn * 20 + i);
                }
                FullDisk.fill(folder);
                for (var i = 10; i < 13; i++) {
                    var side = turn * 20 + i;
                    assertFails(() -> at.answer(partner, side, Comfort.YES));
                }
                FullDisk.empty();
                awaitTrue(() -> at.comfort(partner, 0) == Comfort.OPEN);
                assertThat(sides).allSatisfy(side -> assertThat(at.comfort(partner, side))
                        .isEqualTo(Comfort.OPEN));
            }
            at.answer(partner, 70, Comfort.NO);
            at.rounds().seal(partner);
        }
        try (var at = start()) {
            var partner = at.back(couple.a().code()).orElseThrow();
            assertThat(sides)
                    .allSatisfy(side -> assertThat(at.comfort(partner, side)).isEqualTo(Comfort.OPEN));
            assertThat(at.comfort(partner, 70)).isEqualTo(Comfort.NO);
            assertThat(at.rounds().stage(partner)).isInstanceOf(Stage.Counting.class);
        }
    }

    @Test
    @Timeout(60)
    void sealing_opening_making_safer_and_asking_on_a_full_disk_change_nothing_and_go_on_with_space() {
        try (var at = start()) {
            var couple = at.couple();
            at.answerAll(couple.one(), Comfort.YES);
            at.answerAll(couple.two(), Comfort.YES);
            var side = at.pack().sides().getFirst();

            afterAFullDisk(
                    () -> at.rounds().seal(couple.one()), () -> at.rounds().stage(couple.one()));
            at.rounds().seal(couple.two());
            afterAFullDisk(
                    () -> at.sharing().open(couple.one()), () -> at.sharing().isOpened(couple.two()));
            afterAFullDisk(() -> at.sharing().safer(couple.two(), new Safer.TakeOff(side)), () -> at.sharing()
                    .open(couple.one()));
            assertThat(at.sharing().open(couple.one()).shared(Role.ONE, side)).isEqualTo(Shared.NOTHING);
            at.newRound().ask(couple.one());
            afterAFullDisk(
                    () -> at.newRound().ask(couple.two()), () -> at.rounds().number(couple.one()));
            assertThat(at.rounds().number(couple.two())).isEqualTo(2);
        }
    }

    /** Tries on a full disk, sees that nothing has changed, and does it when there is space. */
    private void afterAFullDisk(Runnable work, Supplier<Object> seen) {
        var before = seen.get();
        FullDisk.fill(folder);
        assertFails(work::run);
        awaitTrue(() -> seen.get().equals(before));
        FullDisk.empty();
        work.run();
        assertThat(seen.get()).isNotEqualTo(before);
    }

    @Test
    @Timeout(60)
    void erasing_works_on_a_full_disk_again_and_again_and_costs_nobody_else_anything() {
        var erased = new ArrayList<Stand.Couple>();
        Stand.Couple stays;
        try (var at = start()) {
            for (var i = 0; i < 10; i++) {
                erased.add(at.couple());
            }
            stays = at.couple();
            at.answer(stays.one(), 0, Comfort.OPEN);
            for (var couple : erased) {
                FullDisk.fill(folder); // whatever the last one made free is taken by others
                assertFails(() -> at.answer(stays.one(), 0, Comfort.NO));
                at.ending().erase(couple.two());
                awaitTrue(() -> at.rounds().stage(couple.one()) instanceof Stage.Ended);
            }
            FullDisk.empty();
        }
        try (var at = start()) {
            assertThat(erased)
                    .allSatisfy(couple -> assertThat(at.back(couple.a().code())).isEmpty());
            assertThat(at.comfort(at.back(stays.a().code()).orElseThrow(), 0)).isEqualTo(Comfort.OPEN);
        }
    }

    @Test
    @Timeout(60)
    void where_nothing_is_held_back_either_nothing_is_erased_and_the_next_try_with_space_erases() throws Exception {
        try (var at = start()) {
            var couple = at.couple();
            at.answer(couple.one(), 0, Comfort.OPEN);
            Files.delete(folder.resolve("reserve"));
            FullDisk.fill(folder);
            assertFails(() -> at.ending().erase(couple.two()));
            awaitTrue(() -> at.comfort(couple.one(), 0) == Comfort.OPEN);
            FullDisk.empty();
            at.ending().erase(couple.two());
            assertThat(at.rounds().stage(couple.one())).isInstanceOf(Stage.Ended.class);
        }
    }
}
