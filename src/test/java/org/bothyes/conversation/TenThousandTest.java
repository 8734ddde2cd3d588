// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Shared;
import org.bothyes.storage.Compaction;
import org.bothyes.vault.Secret;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand conversations in one file: as quick as with a hundred, each as it was left, and gone when it is time. */
@Tag("faults")
class TenThousandTest {

    private static final int FEW = 100;
    private static final int MANY = 10_000;
    /** Couples whose answers and unlocks are timed, the latter with Argon2; the first half of them only warms up. */
    private static final int TIMED = 60;

    private static final int ANSWERS_EACH = 5;

    @TempDir
    Path folder;

    /** What somebody comes back with, and their place among all, by which the test knows what they have said. */
    private record Known(int place, Secret one, Secret two) {

        boolean haveOpened() {
            return place % 3 == 0;
        }

        Comfort ones() {
            return Comfort.values()[1 + place % 4];
        }
    }

    @Test
    @Timeout(3600)
    void ten_thousand_conversations_are_as_quick_as_a_hundred_and_none_is_lost() throws Exception {
        var known = new ArrayList<>(lay(0, FEW));
        tellTimes("with " + FEW + ": ");
        known.addAll(lay(FEW, MANY));
        tellSize();
        tellTimes("with " + MANY + ": ");
        try (var at = quick()) {
            Crowd.inTurn(known.stream()
                    .<Callable<Boolean>>map(couple -> () -> check(at, couple))
                    .toList());
            at.tick("P40D");
            var from = System.nanoTime();
            assertThat(at.cleanUp()).isTrue();
            Figures.tell("%d conversations found again as they were left; all run out at once are cleaned up in %s"
                    .formatted(known.size(), Figures.seconds(Duration.ofNanos(System.nanoTime() - from))));
            for (var table : List.of("conversation", "partner", "round")) {
                assertThat(at.jdbc()
                                .sql("select count(*) from " + table)
                                .query(Integer.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        }
    }

    /** H2 writes on and on, and leaves what is old until the night. */
    private void tellSize() throws Exception {
        var grown = size();
        var from = System.nanoTime();
        try (var at = quick()) {
            at.app().getBean(Compaction.class).compact();
        }
        Figures.tell(
                "%d conversations in a file of %.0f MB on the day all come, and of %.1f MB after the night, which took %s: %.1f kB a couple"
                        .formatted(
                                MANY,
                                grown / 1e6,
                                size() / 1e6,
                                Figures.seconds(Duration.ofNanos(System.nanoTime() - from)),
                                size() / 1e3 / MANY));
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("both-yes.mv.db"));
    }

    private Stand quick() {
        return Stand.withoutPages(folder, Crowd.QUICK, "both-yes.seal-counts=0s");
    }

    /** So many more; a third of them have opened their list. */
    private List<Known> lay(int from, int to) throws Exception {
        try (var at = quick()) {
            return Crowd.inTurn(IntStream.range(from, to)
                    .<Callable<Known>>mapToObj(place -> () -> lay(at, place))
                    .toList());
        }
    }

    private static Known lay(Stand at, int place) {
        var couple = at.couple();
        var known = new Known(place, couple.a().code(), couple.b().code());
        at.answer(couple.one(), place % 50, known.ones());
        at.answerAll(couple.two(), Comfort.YES);
        if (known.haveOpened()) {
            at.rounds().seal(couple.one());
            at.rounds().seal(couple.two());
            at.sharing().open(couple.one());
        }
        return known;
    }

    private static boolean check(Stand at, Known known) {
        var one = at.back(known.one()).orElseThrow();
        var two = at.back(known.two()).orElseThrow();
        if (known.haveOpened()) {
            var side = at.pack().sides().get(known.place() % 50);
            var expected = known.ones().compareTo(Comfort.OPEN) >= 0;
            assertThat(at.sharing().open(one).shared(Role.ONE, side) != Shared.NOTHING)
                    .isEqualTo(expected);
            assertThat(at.sharing().open(two)).isEqualTo(at.sharing().open(one));
        } else {
            assertThat(at.comfort(one, known.place() % 50)).isEqualTo(known.ones());
            assertThat(at.comfort(two, known.place() % 50)).isEqualTo(Comfort.YES);
        }
        return true;
    }

    /** On a server started for it, as it is run. Who is timed is erased again. */
    private void tellTimes(String with) throws Exception {
        var from = System.nanoTime();
        try (var at = Stand.start(folder)) {
            var start = Duration.ofNanos(System.nanoTime() - from);
            var answers = new ArrayList<Duration>();
            var unlocks = new ArrayList<Duration>();
            for (var i = 0; i < TIMED; i++) {
                var couple = at.couple();
                unlocks.add(time(() -> assertThat(at.back(couple.a().code())).isPresent()));
                for (var side = 0; side < ANSWERS_EACH; side++) {
                    var here = side;
                    answers.add(time(() -> at.answer(couple.one(), here, Comfort.OPEN)));
                }
                at.ending().erase(couple.one());
            }
            Figures.tell(with + "a start in " + Figures.seconds(start) + "; an answer "
                    + Figures.spread(answers.subList(answers.size() / 2, answers.size())) + "; an unlock "
                    + Figures.spread(unlocks.subList(TIMED / 2, TIMED)));
        }
    }

    private static Duration time(Runnable work) {
        var from = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - from);
    }
}
