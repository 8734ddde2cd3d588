// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Safer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WholeApplication
class EndingTest {

    private final Stand at;

    @Autowired
    EndingTest(ApplicationContext app) {
        at = Stand.in(app);
    }

    private long rows(Stand.Couple couple) {
        var id = couple.one().conversation();
        return Stream.of(
                        "select count(*) from conversation where id = ?",
                        "select count(*) from partner where conversation_id = ?",
                        "select count(*) from round where conversation_id = ?")
                .mapToLong(query ->
                        at.jdbc().sql(query).param(id).query(Long.class).single())
                .sum();
    }

    @Test
    void a_conversation_ends_by_itself_thirty_days_after_its_start() {
        var couple = at.couple();
        at.tick("P29DT23H59M59S");
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Answering());
        at.cleanUp();
        assertThat(rows(couple)).isEqualTo(4);

        at.tick("PT1S");
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Ended());
        assertThat(at.rounds().stage(couple.two())).isEqualTo(new Stage.Ended());
        assertThat(at.back(couple.a().code())).isEmpty();
        assertThat(at.back(couple.b().code())).isEmpty();

        at.cleanUp();
        assertThat(rows(couple)).isZero();
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Ended());
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.answering().draft(couple.one()));
    }

    @Test
    void it_lives_thirty_days_again_from_when_both_finished() {
        var couple = at.couple();
        at.answerAll(couple.one(), Comfort.YES);
        at.answerAll(couple.two(), Comfort.YES);
        at.tick("P20D");
        at.finish(couple);
        at.tick("P29DT23H");
        at.cleanUp();
        assertThat(at.sharing().open(couple.one()).isNothing()).isFalse();
        at.tick("PT1H");
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Ended());
        at.cleanUp();
        assertThat(rows(couple)).isZero();
    }

    @Test
    void what_has_ended_does_not_live_again_as_both_come_to_have_finished() {
        var couple = at.couple();
        at.tick("P29DT23H59M");
        at.rounds().seal(couple.one());
        at.rounds().seal(couple.two());
        at.tick("PT3M");
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Ended());
        at.counting().sweep();
        at.counting().expect(couple.one().conversation());
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Ended());
    }

    @Test
    void nothing_can_be_sealed_or_opened_after_the_end_even_before_the_sweep() {
        var answering = at.couple();
        at.tick("P30DT1S");
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.rounds().seal(answering.one()));

        var finished = at.couple();
        at.finish(finished);
        at.sharing().open(finished.one());
        at.tick("P30DT1S");
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.sharing().open(finished.two()));
    }

    @Test
    void either_partner_erases_all_of_it_alone_at_every_stage() {
        var answering = at.couple();
        at.ending().erase(answering.one());
        var sealed = at.couple();
        at.rounds().seal(sealed.one());
        at.ending().erase(sealed.two());
        var opened = at.couple();
        at.shared(opened);
        at.ending().erase(opened.two());
        var alone = at.start();
        at.ending().erase(alone.partner());
        for (var couple : List.of(answering, sealed, opened)) {
            assertThat(rows(couple)).isZero();
            for (var partner : List.of(couple.one(), couple.two())) {
                assertThat(at.rounds().stage(partner)).isEqualTo(new Stage.Ended());
                assertThatExceptionOfType(NotNow.class)
                        .isThrownBy(() -> at.answering().draft(partner));
                assertThatExceptionOfType(NotNow.class)
                        .isThrownBy(() -> at.sharing().open(partner));
            }
            assertThat(at.back(couple.a().code())).isEmpty();
        }
        assertThat(at.rounds().stage(alone.partner())).isEqualTo(new Stage.Ended());
    }

    @Test
    void erasing_rings_the_bell_once_and_erasing_again_is_no_fault() {
        var couple = at.couple();
        var rings = new ArrayList<String>();
        var stop = at.bell().await(couple.one(), () -> rings.add("rung"));
        at.ending().erase(couple.two());
        assertThat(rings).hasSize(1);
        at.ending().erase(couple.one());
        stop.run();
        assertThat(rows(couple)).isZero();
    }

    @Test
    void erasing_leaves_every_other_conversation_alone() {
        var kept = at.couple();
        at.ending().erase(at.couple().one());
        assertThat(rows(kept)).isEqualTo(4);
    }

    @Test
    void no_visit_moves_the_end() {
        var couple = at.couple();
        var ends = at.ending().at(couple.one());
        at.tick("P3D");
        at.back(couple.a().code());
        at.answer(couple.one(), 0, Comfort.YES);
        at.rounds().seal(couple.one());
        at.rounds().takeBack(couple.one());
        assertThat(at.ending().at(couple.two())).isEqualTo(ends);
        at.finish(couple);
        var both = at.ending().at(couple.one());
        at.tick("P8D");
        at.sharing().open(couple.two());
        at.sharing().safer(couple.one(), new Safer.Everything());
        at.newRound().ask(couple.one());
        assertThat(at.ending().at(couple.two())).isEqualTo(both);
    }
}
