// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rooms about what is shared: before somebody has opened it, and when the partner comes first. */
class ListRoomsTest extends InARoom {

    private static final List<String> ROOMS = List.of("shared", "talk", "call", "less", "new-round");

    @Test
    void before_somebody_has_opened_the_list_no_room_of_it_tells_whether_their_partner_has() {
        at.finish(couple);
        sits(couple.one(), 0, "0");
        var before = wherePeopleAreLed();
        at.sharing().open(couple.two());
        assertThat(wherePeopleAreLed()).isEqualTo(before).containsOnly(texts.get("finished.title"));
    }

    private List<String> wherePeopleAreLed() {
        return ROOMS.stream()
                .map(room -> {
                    goes(room);
                    return title();
                })
                .toList();
    }

    @Test
    void before_there_is_a_list_no_room_of_it_is_open() {
        sits(couple.one(), 0, "0");
        assertThat(wherePeopleAreLed()).containsOnly(texts.get("ready.title"));
    }

    /** Where something goes for good or has just been stopped, somebody may need more than a way back. */
    @Test
    void support_is_one_tap_from_where_something_ends() {
        at.shared(couple);
        sits(couple.one(), 1, "0");
        for (var room : List.of("less", "erase", "call")) {
            goes(room);
            find(Anchor.class).withText(texts.get("menu.support")).single();
        }
        goes("talk");
        test(find(Button.class).withText(texts.get("talk.one-screen")).single()).click();
        test(find(NativeButton.class).withText(texts.get("talk.pause")).single())
                .click();
        assertThat(title()).isEqualTo(texts.get("talk.stopped.title"));
        find(Anchor.class).withText(texts.get("menu.support")).single();
    }

    @Test
    void whoever_stops_at_a_card_just_when_the_partner_erases_is_told_so_and_it_is_no_fault() {
        var faults = new ArrayList<Throwable>();
        VaadinSession.getCurrent().setErrorHandler(event -> faults.add(event.getThrowable()));
        at.shared(couple);
        sits(couple.one(), 1, "0");
        goes("talk");
        test(find(Button.class).withText(texts.get("talk.each")).single()).click();
        at.jdbc().sql("delete from conversation").update(); // as on another node, whose hint is on its way
        test(find(NativeButton.class).withText(texts.get("talk.pause")).single())
                .click();
        assertThat(title()).isEqualTo(texts.get("ended.title"));
        assertThat(faults).isEmpty();
    }
}
