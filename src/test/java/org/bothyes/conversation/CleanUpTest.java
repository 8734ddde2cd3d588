// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bothyes.overlap.Comfort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A clock that jumps deletes nothing and brings nothing back. */
@WholeApplication
class CleanUpTest {

    private final Stand at;

    @Autowired
    CleanUpTest(ApplicationContext app) {
        at = Stand.in(app);
    }

    @BeforeEach
    void a_clean_up_just_now() {
        at.clock().set(TickingClock.START);
        at.jdbc().sql("delete from conversation").update();
        assertThat(at.cleanUp()).isTrue();
    }

    private int kept() {
        return at.jdbc()
                .sql("select count(*) from conversation")
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT24H0.001S", "P3D", "P400D", "PT-24H-0.001S", "P-400D"})
    void a_clock_that_moved_by_more_than_a_day_stops_the_clean_up(String jump) {
        at.couple();
        at.tick(jump);
        assertThat(at.cleansUp()).isFalse();
        assertThat(kept()).isEqualTo(1);
        assertThat(at.cleansUp()).as("and the next one, too").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1H", "PT24H", "PT-1H", "PT-24H"})
    void a_clock_that_moved_less_does_not(String step) {
        at.tick(step);
        assertThat(at.cleansUp()).isTrue();
    }

    @Test
    void day_by_day_what_has_run_its_time_goes() {
        at.couple();
        for (var day = 0; day < 30; day++) {
            assertThat(kept()).isEqualTo(1);
            at.tick("P1D");
            assertThat(at.cleansUp()).isTrue();
        }
        assertThat(kept()).isZero();
    }

    @Test
    void when_the_clock_is_set_right_again_all_goes_on_as_before() {
        var couple = at.couple();
        at.answer(couple.one(), 0, Comfort.YES);
        at.tick("P400D");
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Ended());
        at.cleansUp();
        at.tick("P-400D");
        assertThat(at.cleansUp()).isTrue();
        assertThat(at.comfort(couple.one(), 0)).isEqualTo(Comfort.YES);
    }

    @Test
    void a_clock_that_goes_back_makes_no_counted_seal_uncounted() {
        var couple = at.couple();
        at.finish(couple);
        at.tick("P-1D");
        assertThat(at.rounds().stage(couple.one())).isInstanceOf(Stage.BothFinished.class);
        assertThat(at.rounds().takeBack(couple.two())).isFalse();
    }

    @Test
    void what_was_deleted_stays_deleted_when_the_clock_goes_back() {
        var couple = at.couple();
        at.tick("P30D");
        at.cleanUp();
        at.tick("P-20D");
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Ended());
        assertThat(at.back(couple.a().code())).isEmpty();
    }

    @Test
    void the_operators_word_counts_for_the_day_it_names_and_no_other(@TempDir Path folder) {
        var named = TickingClock.START
                .plus(Duration.ofDays(40))
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
        try (var own = Stand.start(folder.resolve("data"), "both-yes.today=" + named)) {
            own.couple();
            own.cleanUp();
            own.tick("P39D");
            assertThat(own.cleansUp()).isFalse();
            own.tick("P1D");
            assertThat(LocalDate.ofInstant(own.now(), ZoneOffset.UTC)).isEqualTo(named);
            assertThat(own.cleansUp()).isTrue();
            assertThat(own.jdbc()
                            .sql("select count(*) from conversation")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
