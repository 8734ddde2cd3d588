// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.bothyes.overlap.Comfort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    Path folder;

    @Test
    void a_restart_keeps_answers_seals_and_counting_and_settles_what_came_due_meanwhile() {
        Stand.Couple couple;
        try (var at = Stand.start(folder)) {
            couple = at.couple();
            at.answer(couple.one(), 0, Comfort.YES);
            at.answer(couple.two(), 1, Comfort.OPEN);
            at.answering().at(couple.two(), "signals", true);
            at.rounds().seal(couple.one());
        }
        try (var at = Stand.start(folder)) {
            var one = at.back(couple.a().code()).orElseThrow();
            var two = at.back(couple.b().code()).orElseThrow();
            assertThat(at.comfort(one, 0)).isEqualTo(Comfort.YES);
            assertThat(at.comfort(two, 1)).isEqualTo(Comfort.OPEN);
            assertThat(at.answering().draft(two).step()).isEqualTo("signals");
            assertThat(at.rounds().stage(one))
                    .isEqualTo(new Stage.Counting(
                            TickingClock.START.truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofMinutes(2))));
            at.answerAll(two, Comfort.YES);
            at.tick("PT1M");
            at.rounds().seal(two);
            assertThat(at.rounds().stage(two)).isInstanceOf(Stage.Counting.class);
        }
        try (var at = Stand.start(folder)) {
            at.tick("PT2H");
            at.counting().sweep();
            assertThat(at.jdbc()
                            .sql("select count(*) from round where both_at = ?")
                            .param(TickingClock.START
                                    .plus(Duration.ofMinutes(3))
                                    .truncatedTo(ChronoUnit.MINUTES)
                                    .atOffset(ZoneOffset.UTC))
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            var one = at.back(couple.a().code()).orElseThrow();
            assertThat(at.rounds().takeBack(one)).isFalse();
            assertThat(at.sharing().open(one).isNothing()).isFalse();
        }
    }
}
