// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.ArrayList;
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
    void a_bell_that_rings_while_the_session_ends_in_another_request_is_no_fault() {
        var faults = new ArrayList<Throwable>();
        VaadinSession.getCurrent().setErrorHandler(event -> faults.add(event.getThrowable()));
        VaadinSession.getCurrent().getSession().invalidate();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> VaadinSession.getCurrent().getSession().getAttribute(Tabs.ATTRIBUTE));
        at.ring(couple.one());
        hears();
        assertThat(faults).isEmpty();
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
