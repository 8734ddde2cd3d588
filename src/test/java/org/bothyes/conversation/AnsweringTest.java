// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WholeApplication
class AnsweringTest {

    private final Stand at;

    @Autowired
    AnsweringTest(ApplicationContext app) {
        at = Stand.in(app);
    }

    @Test
    void an_answer_is_added_to_what_is_stored() {
        var partner = at.couple().one();
        at.answer(partner, 0, Comfort.YES);
        var elsewhere = at.answering().draft(partner);
        at.answer(partner, 1, Comfort.NO);
        assertThat(elsewhere.sheet().comfort(at.pack().sides().get(1))).isEqualTo(Comfort.BLANK);
        assertThat(at.comfort(partner, 0)).isEqualTo(Comfort.YES);
        assertThat(at.comfort(partner, 1)).isEqualTo(Comfort.NO);
    }

    @RepeatedTest(40)
    void two_tabs_of_one_partner_lose_none_of_fifty_answers() throws Exception {
        var partner = at.couple().one();
        Stand.together(tab(partner, 0), tab(partner, 1));
        assertThat(IntStream.range(0, 50))
                .allSatisfy(side -> assertThat(at.comfort(partner, side)).isEqualTo(Comfort.OPEN));
    }

    private Callable<Boolean> tab(Partner partner, int first) {
        return () -> {
            for (var side = first; side < 50; side += 2) {
                at.answer(partner, side, Comfort.OPEN);
            }
            return true;
        };
    }

    /** Whatever can be said, one thing each: what was seen, what is stored since, and whether it is said all the same. */
    @Test
    void what_was_said_since_on_another_screen_stays_and_nothing_else_of_it_does() {
        var partner = at.couple().one();
        var limit = at.pack().limits().getFirst();
        var seen = at.answering().draft(partner);
        at.answer(partner, 0, Comfort.NO);
        at.answering().answer(partner, List.of(new Change.Limited(limit, 0)));
        for (var late : List.of(at.say(0, Comfort.YES), new Change.Limited(limit, 1))) {
            var with = List.of(new Said(at.say(1, Comfort.YES), seen), new Said(late, seen));
            assertThatExceptionOfType(SaidSince.class)
                    .isThrownBy(() -> at.answering().answerAsSeen(partner, with));
        }
        assertThat(at.comfort(partner, 0)).isEqualTo(Comfort.NO);
        assertThat(at.comfort(partner, 1)).isEqualTo(Comfort.BLANK);
        at.answering().answerAsSeen(partner, List.of(new Said(at.say(1, Comfort.YES), seen)));
        assertThat(at.comfort(partner, 1)).isEqualTo(Comfort.YES);
    }

    /** Refused, a "no" that somebody taps and puts away would leave a "yes" standing. */
    @Test
    void what_shares_less_is_never_refused() {
        var partner = at.couple().one();
        var limit = at.pack().limits().getFirst();
        var seen = at.answering().draft(partner);
        at.answer(partner, 0, Comfort.YES);
        at.answering().answer(partner, List.of(new Change.Limited(limit, 1)));
        for (var less : List.of(Comfort.OPEN, Comfort.LATER, Comfort.NO, Comfort.BLANK)) {
            at.answering().answerAsSeen(partner, List.of(new Said(at.say(0, less), seen)));
            assertThat(at.comfort(partner, 0)).isEqualTo(less);
        }
        at.answering().answerAsSeen(partner, List.of(new Said(new Change.Limited(limit, 0), seen)));
        assertThat(at.sheet(partner).row(limit)).contains(0);
    }

    @Test
    void a_no_is_kept_also_where_what_is_said_with_it_gives_way() {
        var partner = at.couple().one();
        var seen = at.answering().draft(partner);
        at.answer(partner, 0, Comfort.NO);
        at.answer(partner, 1, Comfort.YES);
        var all = List.of(
                new Said(at.say(0, Comfort.YES), seen),
                new Said(at.say(1, Comfort.NO), seen),
                new Said(at.say(2, Comfort.YES), seen));
        assertThatExceptionOfType(SaidSince.class)
                .isThrownBy(() -> at.answering().answerAsSeen(partner, all));
        assertThat(List.of(at.comfort(partner, 0), at.comfort(partner, 1), at.comfort(partner, 2)))
                .containsExactly(Comfort.NO, Comfort.NO, Comfort.BLANK);
    }

    @Test
    void what_is_kept_already_can_be_said_once_more_with_what_followed() {
        var partner = at.couple().one();
        var seen = at.answering().draft(partner);
        var all = List.of(new Said(at.say(0, Comfort.YES), seen), new Said(at.say(0, Comfort.NO), seen));
        at.answer(partner, 0, Comfort.YES); // the word that this was kept was lost
        at.answering().answerAsSeen(partner, all);
        at.answering().answerAsSeen(partner, all);
        assertThat(at.comfort(partner, 0)).isEqualTo(Comfort.NO);
    }

    @Test
    void what_one_says_never_touches_the_other() {
        var couple = at.couple();
        at.answerAll(couple.one(), Comfort.YES);
        assertThat(IntStream.range(0, 10))
                .allSatisfy(side -> assertThat(at.comfort(couple.two(), side)).isEqualTo(Comfort.BLANK));
    }

    @Test
    void an_answer_after_the_seal_is_refused_and_changes_nothing() {
        var partner = at.couple().one();
        at.answer(partner, 0, Comfort.YES);
        at.rounds().seal(partner);
        var before = at.sheet(partner);

        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.answer(partner, 0, Comfort.NO));
        assertThatExceptionOfType(NotNow.class)
                .isThrownBy(() -> at.answering().at(partner, "signals", true))
                .withMessageNotContaining(partner.id().toString());

        assertThat(at.sheet(partner)).isEqualTo(before);
        assertThat(at.sealed(partner)).isEqualTo(before);
    }

    @Test
    void an_answer_after_the_end_is_refused_even_before_the_sweep() {
        var partner = at.couple().one();
        at.tick("P30DT1S");
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.answer(partner, 0, Comfort.YES));
    }

    @Test
    void whatever_was_acknowledged_before_a_seal_is_in_it_and_nothing_after() throws Exception {
        var partner = at.couple().one();
        var said = 0;
        for (var race = 0; race < 200; race++) {
            var turn = race;
            var results = Stand.<List<Object>>together(() -> sayUntilSealed(partner, turn), () -> {
                for (var i = 0; i < turn % 7; i++) {
                    at.rounds().stage(partner);
                }
                at.rounds().seal(partner);
                return List.of();
            });
            var acknowledged = results.getFirst();
            said += acknowledged.size();
            assertThat(at.sealed(partner)).isEqualTo(at.sheet(partner));
            if (!acknowledged.isEmpty()) {
                assertThat(at.sealed(partner)).isEqualTo(acknowledged.getLast());
            }
            assertThat(at.rounds().takeBack(partner)).isTrue();
        }
        assertThat(said).isGreaterThan(20);
    }

    /** What was acknowledged, until an answer was refused; never more than can be said in one race. */
    private List<Object> sayUntilSealed(Partner partner, int turn) {
        var acknowledged = new ArrayList<Object>();
        for (var i = 0; i < 500; i++) {
            try {
                var comfort = Comfort.values()[1 + (turn + i) % 4];
                acknowledged.add(at.answering()
                        .answer(partner, List.of(at.say(i % 40, comfort)))
                        .sheet());
            } catch (NotNow sealed) {
                return acknowledged;
            }
        }
        throw new AssertionError("never sealed");
    }
}
