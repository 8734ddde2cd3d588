// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import org.bothyes.overlap.Safer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The card for a call stays while it is read, by itself: everything else of its tab locks as ever. */
class CardTest extends InARoom {

    @BeforeEach
    void both_have_finished_and_the_card_is_taken_out() {
        at.shared(couple);
        sits(couple.one(), 1, "0");
        opensTheCard();
    }

    private void opensTheCard() {
        goes("call");
        assertThat(title()).isEqualTo(texts.get("call.title"));
    }

    private void findsItLocked(String room) {
        goes(room);
        assertThat(title()).isEqualTo(texts.get("locked.title"));
    }

    @Test
    void it_stays_for_as_long_as_a_call_takes_and_is_found_again_after_a_reload() {
        nobodyIsHereFor(Duration.ofHours(2));
        assertThat(page()).contains(rule(1));
        opensTheCard();
        assertThat(page()).contains(rule(1));
    }

    @Test
    void whoever_goes_on_from_a_card_that_nobody_used_needs_the_pin_and_the_way_back_shows_nothing() {
        nobodyIsHereFor(Duration.ofMinutes(6));
        findsItLocked("shared");
        findsItLocked("call");
    }

    @Test
    void touching_it_again_opens_nothing_else() {
        nobodyIsHereFor(Duration.ofMinutes(6));
        opensTheCard();
        nobodyIsHereFor(Duration.ZERO);
        findsItLocked("erase");
    }

    @Test
    void whoever_goes_on_in_time_is_let_through_and_from_then_on_the_tab_locks_as_ever() {
        nobodyIsHereFor(Duration.ofMinutes(5));
        goes("shared");
        assertThat(title()).isEqualTo(texts.get("shared.title"));
        nobodyIsHereFor(Duration.ofMinutes(6));
        findsItLocked("shared");
    }

    @Test
    void a_list_that_was_not_opened_in_this_tab_has_no_card() {
        sits(couple.two(), 0, "0");
        goes("call");
        assertThat(title()).isEqualTo(texts.get("finished.title"));
    }

    @Test
    void what_becomes_safer_reaches_a_card_that_nobody_touches() {
        nobodyIsHereFor(Duration.ofHours(1));
        at.sharing().safer(couple.two(), new Safer.Tighten(filming, 0));
        hears();
        assertThat(page()).contains(rule(0)).doesNotContain(rule(1));
    }

    @Test
    void at_six_in_the_morning_by_the_readers_own_clock_it_is_gone() {
        sits(couple.one(), 1, "-120");
        opensTheCard();
        nobodyIsHereFor(Duration.ofHours(7).plusMinutes(42)); // it was after ten in the evening there
        opensTheCard();
        nobodyIsHereFor(Duration.ofMinutes(1));
        findsItLocked("call");
    }

    @Test
    void reading_it_does_not_make_it_stay_longer() {
        for (var hour = 0; hour < 9; hour++) {
            nobodyIsHereFor(Duration.ofHours(1));
            opensTheCard();
        }
        nobodyIsHereFor(Duration.ofHours(1));
        findsItLocked("call");
    }

    @Test
    void the_session_lasts_as_long_as_the_card_for_a_device_that_sleeps() {
        assertThat(VaadinSession.getCurrent().getSession().getMaxInactiveInterval())
                .isGreaterThan((int) Duration.ofHours(9).toSeconds());
    }

    @Test
    void what_one_erases_is_gone_from_a_card_that_nobody_touches() {
        nobodyIsHereFor(Duration.ofHours(1));
        at.ending().erase(couple.two());
        hears();
        assertThat(title()).isEqualTo(texts.get("ended.title"));
    }
}
