// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Safer;
import org.bothyes.overlap.Shared;
import org.bothyes.pack.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Safer at once and alone; looser only together, in a new round, and not before its time. */
@WholeApplication
class SharingTest {

    private final Stand at;
    private Stand.Couple couple;

    @Autowired
    SharingTest(ApplicationContext app) {
        at = Stand.in(app);
        couple = at.couple();
    }

    @BeforeEach
    void both_like_everything_and_have_opened_it() {
        couple = at.couple();
        at.answerAll(couple.one(), Comfort.YES);
        at.answerAll(couple.two(), Comfort.YES);
        at.shared(couple);
    }

    private Topic.Side side(int index) {
        return at.pack().sides().get(index);
    }

    private Shared seen(Partner partner, int index) {
        return at.sharing().list(partner).orElseThrow().shared(partner.role(), side(index));
    }

    private List<String> rings(Runnable doing) {
        return at.rings(couple.one(), doing);
    }

    @Test
    void what_one_takes_off_is_gone_for_both_and_stays_gone() {
        assertThat(rings(() -> at.sharing().safer(couple.two(), new Safer.TakeOff(side(0)))))
                .hasSize(1);
        for (var partner :
                List.of(couple.one(), couple.two(), at.back(couple.a().code()).orElseThrow())) {
            assertThat(at.sharing()
                            .open(partner)
                            .shared(partner.role(), side(partner.role() == Role.TWO ? 0 : side(0).mirror())))
                    .isEqualTo(Shared.NOTHING);
        }
    }

    @Test
    void what_changes_nothing_writes_nothing_and_rings_no_bell() {
        at.sharing().safer(couple.two(), new Safer.OnlyTalk(side(0)));
        var before = overlap();
        assertThat(rings(() -> at.sharing().safer(couple.two(), new Safer.OnlyTalk(side(0)))))
                .isEmpty();
        assertThat(overlap()).isEqualTo(before);
    }

    private byte[] overlap() {
        return at.jdbc()
                .sql("select overlap from round where conversation_id = ?")
                .param(couple.one().conversation())
                .query(byte[].class)
                .single();
    }

    @Test
    void both_make_it_safer_at_the_same_time_and_neither_is_lost() throws Exception {
        Stand.together(
                () -> safer(couple.one(), new Safer.TakeOff(side(0))),
                () -> safer(couple.two(), new Safer.OnlyTalk(side(40))),
                () -> safer(
                        couple.one(), new Safer.AddSignal(at.pack().signals().getFirst())));
        assertThat(seen(couple.one(), 0)).isEqualTo(Shared.NOTHING);
        assertThat(seen(couple.two(), 40)).isEqualTo(Shared.TALK);
        assertThat(at.sharing().list(couple.two()).orElseThrow().signals())
                .contains(at.pack().signals().getFirst());
    }

    private boolean safer(Partner partner, Safer change) {
        at.sharing().safer(partner, change);
        return true;
    }

    @Test
    void nothing_is_to_be_made_safer_before_the_list_was_opened_or_after_the_end() {
        var early = at.couple();
        assertThatExceptionOfType(NotNow.class)
                .isThrownBy(() -> at.sharing().safer(early.one(), new Safer.Everything()));
        at.ending().erase(couple.one());
        assertThatExceptionOfType(NotNow.class)
                .isThrownBy(() -> at.sharing().safer(couple.two(), new Safer.Everything()));
    }

    @Test
    void a_new_round_waits_seven_days_and_for_both() {
        at.tick("P6DT23H");
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.newRound().ask(couple.one()));
        at.tick("PT1H");
        assertThat(rings(() -> at.newRound().ask(couple.one()))).isEmpty();
        assertThat(at.newRound().asked(couple.one())).isTrue();
        assertThat(at.newRound().asked(couple.two())).isFalse();
        assertThat(at.rounds().stage(couple.two())).isInstanceOf(Stage.BothFinished.class);
        assertThat(rings(() -> at.newRound().ask(couple.two()))).hasSize(1);
        for (var partner : List.of(couple.one(), couple.two())) {
            assertThat(at.rounds().stage(partner)).isEqualTo(new Stage.Answering());
            assertThat(at.newRound().asked(partner)).isFalse();
        }
    }

    @Test
    void a_request_taken_back_opens_nothing() {
        at.tick("P7D");
        at.newRound().ask(couple.one());
        at.newRound().takeBack(couple.one());
        at.newRound().ask(couple.two());
        assertThat(at.rounds().stage(couple.one())).isInstanceOf(Stage.BothFinished.class);
    }

    @Test
    void both_asking_at_the_same_time_open_one_round() throws Exception {
        at.tick("P7D");
        Stand.together(() -> ask(couple.one()), () -> ask(couple.two()));
        assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Answering());
        assertThat(roundsKept()).isEqualTo(2);
    }

    private boolean ask(Partner partner) {
        at.newRound().ask(partner);
        return true;
    }

    private int roundsKept() {
        return at.jdbc()
                .sql("select count(*) from round where conversation_id = ?")
                .param(couple.one().conversation())
                .query(Integer.class)
                .single();
    }

    private void newRound() {
        at.tick("P7D");
        at.newRound().ask(couple.one());
        at.newRound().ask(couple.two());
    }

    @Test
    void it_begins_with_what_both_share_and_the_old_list_stands_until_the_new_one_is_opened() {
        at.sharing().safer(couple.one(), new Safer.TakeOff(side(0)));
        at.sharing().safer(couple.two(), new Safer.OnlyTalk(side(40)));
        newRound();
        assertThat(at.comfort(couple.one(), 0)).isEqualTo(Comfort.BLANK);
        assertThat(at.comfort(couple.one(), side(40).mirror())).isEqualTo(Comfort.OPEN);
        assertThat(at.comfort(couple.two(), 40)).isEqualTo(Comfort.OPEN);
        assertThat(at.comfort(couple.two(), 1)).isEqualTo(Comfort.YES);

        at.answer(couple.one(), 0, Comfort.YES);
        at.answer(couple.two(), side(0).mirror(), Comfort.OPEN);
        at.rounds().seal(couple.one());
        assertThat(seen(couple.two(), side(0).mirror())).isEqualTo(Shared.NOTHING);
        at.finish(couple);
        assertThat(seen(couple.two(), side(0).mirror())).isEqualTo(Shared.NOTHING);

        assertThat(at.sharing().open(couple.two()).shared(Role.ONE, side(0))).isEqualTo(Shared.TALK);
        assertThat(roundsKept()).isEqualTo(1);
    }

    @Test
    void the_old_list_can_be_closed_by_either_during_a_new_round() {
        newRound();
        at.sharing().safer(couple.two(), new Safer.Everything());
        assertThat(at.sharing().list(couple.one()).orElseThrow().isNothing()).isTrue();
    }

    /** What they began the round with must not bring back what they have taken off since. */
    @Test
    void what_is_taken_off_during_a_new_round_does_not_come_back_by_the_answers_it_began_with() {
        newRound();
        at.answer(couple.one(), 5, Comfort.OPEN); // their draft is written now, with a yes to everything else
        at.sharing().safer(couple.one(), new Safer.TakeOff(side(0)));
        assertThat(at.comfort(couple.one(), 0)).isEqualTo(Comfort.BLANK);
        assertThat(at.comfort(couple.two(), side(0).mirror()))
                .as("what the other says is theirs")
                .isIn(Comfort.YES, Comfort.BLANK);
        at.rounds().seal(couple.one());
        at.sharing().safer(couple.one(), new Safer.OnlyTalk(side(40)));
        at.rounds().seal(couple.two());
        at.tick("PT2M");
        at.sharing().safer(couple.one(), new Safer.TakeOff(side(3)));
        var list = at.sharing().open(couple.two());
        assertThat(list.shared(Role.ONE, side(0))).isEqualTo(Shared.NOTHING);
        assertThat(list.shared(Role.ONE, side(3))).isEqualTo(Shared.NOTHING);
        assertThat(list.shared(Role.ONE, side(40))).isEqualTo(Shared.TALK);
        assertThat(list.shared(Role.ONE, side(5))).isEqualTo(Shared.TALK);
        assertThat(list.shared(Role.ONE, side(1))).isEqualTo(Shared.LIKE);
    }

    @Test
    void neither_a_wish_nor_a_new_round_moves_the_end() {
        var end = at.ending().at(couple.one());
        at.tick("P10D");
        at.newRound().ask(couple.one());
        at.newRound().takeBack(couple.one());
        at.newRound().ask(couple.one());
        at.newRound().ask(couple.two());
        at.rounds().seal(couple.one());
        assertThat(at.ending().at(couple.one()))
                .isEqualTo(end)
                .isEqualTo(at.ending().at(couple.two()));
        at.rounds().seal(couple.two());
        at.tick("PT2M");
        at.counting().sweep();
        assertThat(at.ending().at(couple.two()))
                .isEqualTo(end.plus(Duration.ofDays(10)).plus(Duration.ofMinutes(2)));
    }

    @Test
    void a_new_round_that_nobody_finishes_ends_with_the_old_list() {
        newRound();
        at.rounds().seal(couple.one());
        at.tick("P23D");
        assertThat(at.rounds().stage(couple.one())).isInstanceOf(Stage.Ended.class);
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.sharing().list(couple.two()));
    }

    @Test
    void the_next_wait_counts_from_when_both_last_finished() {
        newRound();
        at.finish(couple);
        at.sharing().open(couple.one());
        at.tick("P6DT23H");
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.newRound().ask(couple.two()));
        at.tick("PT1H");
        at.newRound().ask(couple.two());
        assertThat(at.newRound().asked(couple.two())).isTrue();
    }

    @Test
    void who_seals_a_new_round_untouched_seals_what_both_share() {
        at.sharing().safer(couple.one(), new Safer.TakeOff(side(3)));
        var before = at.sharing().list(couple.one()).orElseThrow();
        newRound();
        at.finish(couple);
        assertThat(at.sharing().open(couple.one())).isEqualTo(before);
    }

    @Test
    void finishing_without_sharing_works_in_a_new_round_too() {
        newRound();
        at.rounds().sealNothing(couple.two());
        at.rounds().seal(couple.one());
        at.tick("PT2M");
        assertThat(at.sharing().open(couple.one()).isNothing()).isTrue();
    }

    @Test
    void nobody_asks_for_a_new_round_while_one_is_going_on() {
        newRound();
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.newRound().ask(couple.one()));
    }
}
