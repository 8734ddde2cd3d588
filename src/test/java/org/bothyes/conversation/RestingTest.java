// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A card of the deck may lie longer than another page, and no longer than the table says. */
class RestingTest extends InARoom {

    @BeforeEach
    void a_card_lies_open() {
        at.shared(couple);
        sits(couple.one(), 1, "0");
        goes("talk");
        test(find(Button.class).withText(texts.get("talk.one-screen")).single()).click();
        assertThat(page()).contains(texts.get("talk.say"));
    }

    private boolean isLocked() {
        goes("shared");
        return title().equals(texts.get("locked.title"));
    }

    @Test
    void it_lies_for_a_quarter_of_an_hour_more() {
        nobodyIsHereFor(Duration.ofMinutes(20));
        assertThat(isLocked()).isFalse();
    }

    @Test
    void then_it_locks() {
        nobodyIsHereFor(Duration.ofMinutes(21));
        assertThat(isLocked()).isTrue();
    }

    @Test
    void who_goes_on_has_no_more_time_than_others() {
        goes("shared");
        nobodyIsHereFor(Duration.ofMinutes(6));
        assertThat(isLocked()).isTrue();
    }
}
