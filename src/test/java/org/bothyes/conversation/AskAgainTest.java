// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two weeks after both have finished, the list fades into "time to ask again", for both on the same day. */
class AskAgainTest extends InARoom {

    @BeforeEach
    void both_have_finished() {
        at.finish(couple);
    }

    private String seenBy(Partner partner) {
        sits(partner, 1, "0");
        goes("shared");
        return title();
    }

    private void bothSee(String title) {
        assertThat(seenBy(couple.one())).isEqualTo(texts.get(title));
        assertThat(seenBy(couple.two())).isEqualTo(texts.get(title));
    }

    @Test
    void before_two_weeks_have_passed_there_is_the_list() {
        at.tick("P13DT23H57M");
        bothSee("shared.title");
    }

    @Test
    void after_two_weeks_it_is_time_to_ask_again_and_the_list_can_still_be_read_below() {
        at.tick("P14D");
        bothSee("again.title");
        assertThat(page())
                .contains(texts.get("again.lead"), texts.get("shared.round"), texts.get("again.list"), rule(1))
                .contains(texts.get("signals.always"));
    }

    @Test
    void it_counts_from_when_both_finished_and_not_from_when_somebody_looked() {
        at.tick("P13D");
        bothSee("shared.title");
        at.tick("P1D");
        bothSee("again.title");
    }

    @Test
    void during_a_new_round_nobody_is_asked_for_another() {
        bothSee("shared.title");
        at.tick("P14D");
        at.newRound().ask(couple.one());
        at.newRound().ask(couple.two());
        bothSee("shared.title");
    }

    @Test
    void where_nothing_is_shared_it_is_the_same_for_everybody() {
        couple = at.couple();
        at.rounds().sealNothing(couple.one());
        at.rounds().seal(couple.two());
        at.tick("PT2M");
        at.counting().sweep();
        at.tick("P14D");
        bothSee("again.title");
        assertThat(page()).contains(texts.get("nothing.title"), texts.get("nothing.rules"));
        assertThat(find(H1.class).all()).hasSize(1);
    }
}
