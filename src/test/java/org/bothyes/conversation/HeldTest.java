// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.bothyes.overlap.Comfort;
import org.junit.jupiter.api.Test;

/** What is held about a partner is said as it is, and in the same words whatever the other has done. */
class HeldTest extends InARoom {

    private String held(int opened) {
        return held(opened, "0");
    }

    private String held(int opened, String behind) {
        sits(couple.one(), opened, behind);
        goes("held");
        assertThat(title()).isEqualTo(texts.get("held.title"));
        return page();
    }

    @Test
    void who_answers_is_told_of_answers_and_of_nothing_else_whatever_the_partner_does() {
        var before = held(0);
        assertThat(before)
                .contains(texts.get("held.draft"), texts.get("held.who.server"))
                .doesNotContain(texts.get("held.copy"), texts.get("held.list"));
        at.rounds().sealNothing(couple.two());
        assertThat(held(0)).isEqualTo(before);
    }

    @Test
    void who_has_sealed_is_told_of_the_copy_whatever_the_partner_does() {
        at.rounds().seal(couple.one());
        var before = held(0);
        assertThat(before)
                .contains(texts.get("held.draft"), texts.get("held.copy"))
                .doesNotContain(texts.get("held.either"));
        at.answerAll(couple.two(), Comfort.NO);
        assertThat(held(0)).isEqualTo(before);
    }

    @Test
    void that_the_partner_has_opened_the_list_is_not_told() {
        at.finish(couple);
        var before = held(0);
        assertThat(before).contains(texts.get("held.copy"), texts.get("held.either"));
        at.sharing().open(couple.two());
        assertThat(held(0)).isEqualTo(before);
    }

    @Test
    void who_has_opened_the_list_is_told_of_the_list_alone() {
        at.shared(couple);
        assertThat(held(1))
                .contains(texts.get("held.list"))
                .doesNotContain(texts.get("held.draft"), texts.get("held.copy"), texts.get("held.either"));
    }

    @Test
    void in_a_new_round_the_last_list_is_held_beside_the_answers() {
        at.shared(couple);
        at.tick("P8D");
        at.newRound().ask(couple.one());
        at.newRound().ask(couple.two());
        assertThat(held(0)).contains(texts.get("held.draft"), texts.get("held.last-list"));
    }

    @Test
    void erasing_stands_beside_with_the_day_on_which_it_ends_by_itself() {
        assertThat(held(0)).contains(texts.get("menu.erase", "3 April 2031"));
    }

    @Test
    void the_day_on_which_it_ends_is_that_of_the_readers_own_clock() {
        assertThat(held(0, "-840")).contains(texts.get("menu.erase", "4 April 2031"));
        at.tick("PT8H");
        at.finish(couple);
        assertThat(held(0)).contains(texts.get("menu.erase", "4 April 2031"));
        assertThat(held(0, "720")).contains(texts.get("menu.erase", "3 April 2031"));
    }
}
