// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bothyes.conversation.Talk.Wish;
import org.bothyes.overlap.Comfort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** One deck for two screens: either turns it, either stops it, and a wish is nobody else's until both have one. */
@WholeApplication
class TalkTest {

    private final Stand at;
    private final Talk talk;
    private Stand.Couple couple;

    @Autowired
    TalkTest(ApplicationContext app, Talk talk) {
        this.at = Stand.in(app);
        this.talk = talk;
        this.couple = at.couple();
    }

    @BeforeEach
    void both_have_opened_their_list() {
        couple = at.couple();
        at.answerAll(couple.one(), Comfort.YES);
        at.answerAll(couple.two(), Comfort.YES);
        at.shared(couple);
    }

    private Talk.Seen one() {
        return talk.seen(couple.one());
    }

    private Talk.Seen two() {
        return talk.seen(couple.two());
    }

    private List<String> rings(Runnable doing) {
        return at.rings(couple.one(), doing);
    }

    @Test
    void either_turns_the_card_for_both() {
        assertThat(rings(() -> talk.turn(couple.two(), 0, 3))).hasSize(1);
        assertThat(one().place()).isEqualTo(3);
        talk.turn(couple.one(), 3, 4);
        assertThat(two().place()).isEqualTo(4);
    }

    @Test
    void two_taps_at_once_turn_it_once() {
        talk.turn(couple.one(), 0, 1);
        assertThat(rings(() -> talk.turn(couple.two(), 0, 1))).isEmpty();
        talk.turn(couple.two(), 0, 2);
        assertThat(one().place()).isEqualTo(1);
    }

    @Test
    void a_wish_alone_is_seen_by_nobody_else_and_rings_no_bell() {
        var before = one();
        assertThat(rings(() -> {
                    talk.wish(couple.two(), 0, Wish.NOT_TODAY);
                    talk.wish(couple.two(), 0, Wish.KEEP);
                    talk.wish(couple.two(), 7, Wish.KEEP);
                }))
                .isEmpty();
        assertThat(one()).isEqualTo(before);
        assertThat(two().wish(0)).contains(Wish.KEEP);
    }

    @Test
    void a_card_is_kept_only_when_both_would_keep_it() {
        talk.wish(couple.one(), 0, Wish.KEEP);
        assertThat(rings(() -> talk.wish(couple.two(), 0, Wish.KEEP))).hasSize(1);
        assertThat(one().kept()).containsExactly(0);
        assertThat(two().kept()).containsExactly(0);
        assertThat(two().gone()).isEmpty();
    }

    @Test
    void else_it_goes_and_says_the_same_whoever_let_it_go() {
        talk.wish(couple.one(), 0, Wish.KEEP);
        talk.wish(couple.two(), 0, Wish.NOT_TODAY);
        talk.wish(couple.two(), 1, Wish.NOT_TODAY);
        talk.wish(couple.one(), 1, Wish.NOT_TODAY);
        assertThat(one().gone()).containsExactlyInAnyOrder(0, 1).isEqualTo(two().gone());
        assertThat(one().kept()).isEmpty();
    }

    @Test
    void what_is_settled_stays_so_that_nobody_finds_out_by_trying() {
        talk.wish(couple.one(), 0, Wish.NOT_TODAY);
        talk.wish(couple.two(), 0, Wish.NOT_TODAY);
        talk.wish(couple.one(), 0, Wish.KEEP);
        assertThat(one().wish(0)).contains(Wish.NOT_TODAY);
        assertThat(one().gone()).containsExactly(0);
    }

    @Test
    void either_stops_it_on_both_screens_and_it_begins_anew_without_wishes() {
        talk.turn(couple.one(), 0, 5);
        talk.wish(couple.two(), 5, Wish.KEEP);
        assertThat(rings(() -> talk.stop(couple.two()))).hasSize(1);
        assertThat(one().stopped()).isTrue();
        talk.turn(couple.one(), 5, 6);
        assertThat(one().place()).isEqualTo(5);
        talk.again(couple.one());
        assertThat(two()).isEqualTo(one());
        assertThat(two().stopped()).isFalse();
        assertThat(two().place()).isZero();
        assertThat(two().wishes()).isEmpty();
    }

    @Test
    void a_wish_for_a_card_of_the_last_list_says_nothing_of_the_new_one() {
        at.tick("P8D");
        at.newRound().ask(couple.one());
        at.newRound().ask(couple.two());
        talk.wish(couple.two(), 0, Wish.NOT_TODAY);
        assertThat(two().wishes()).isNotEmpty();
        at.shared(couple);
        assertThat(two().wishes()).isEmpty();
        talk.wish(couple.one(), 0, Wish.KEEP);
        assertThat(one().gone()).isEmpty();
    }

    /** Else the deck would still be there next morning for whoever looks, and tell that the other had been at it. */
    @Test
    void a_wish_alone_does_not_let_the_evening_last_longer() {
        talk.turn(couple.one(), 0, 5);
        at.tick("PT2H");
        talk.wish(couple.two(), 5, Wish.KEEP);
        at.tick("PT11H");
        assertThat(one().place()).isZero();
        assertThat(two().wishes()).isEmpty();
    }

    @Test
    void how_long_wishes_last_before_anybody_turns_a_card_depends_on_whose_they_are() {
        talk.wish(couple.two(), 0, Wish.KEEP);
        at.tick("PT10H");
        talk.wish(couple.one(), 1, Wish.KEEP);
        at.tick("PT4H");
        assertThat(two().wishes()).isEmpty();
        assertThat(one().wish(1)).contains(Wish.KEEP);
        talk.wish(couple.two(), 1, Wish.KEEP);
        assertThat(one().kept()).containsExactly(1);
        at.tick("PT13H");
        assertThat(one()).isEqualTo(two());
        assertThat(one().wishes()).isEmpty();
    }

    @Test
    void another_couple_has_another_deck() {
        var others = at.couple();
        talk.turn(couple.one(), 0, 3);
        assertThat(talk.seen(others.one()).place()).isZero();
    }
}
