// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bothyes.conversation.Histories.Pair;
import org.bothyes.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Seeded leaks: each is woven into the running application, and the proof that is there for it has to notice. */
@OnTheWire
class MutantsIT {

    @RegisterExtension
    final Weaver weaver = new Weaver();

    private final Stand at;
    private final LivedEvening evening;

    @Autowired
    MutantsIT(ApplicationContext app, Screens screens, @LocalServerPort int port) {
        at = Stand.in(app);
        evening = new LivedEvening(at, () -> new Device(port, screens));
        Leaks.from(app);
    }

    private static String page(String name) {
        return "org.bothyes.conversation.ui." + name;
    }

    private Pair pair(String name) {
        return Histories.byHand(at.pack())
                .filter(pair -> pair.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String heard() {
        var busy = pair("one edit, or a hundred");
        return Diary.difference(evening.lived(busy.ones(), busy.one()), evening.lived(busy.ones(), busy.other()));
    }

    private List<List<Object>> rows(String name) {
        var pair = pair(name);
        var traces = new Traces(at);
        return List.of(traces.of(pair.ones(), pair.one(), true), traces.of(pair.ones(), pair.other(), true));
    }

    @Test
    void a_count_on_the_waiting_page_is_noticed() {
        weaver.weave(page("WaitingView"), "enter", Leaks.Badge.class);
        assertThat(heard()).isNotEmpty();
    }

    @Test
    void a_list_in_the_partners_order_is_noticed() {
        weaver.weave(page("SharedView"), "enter", Leaks.Order.class);
        assertThat(heard()).isNotEmpty();
    }

    @Test
    void the_same_text_written_again_is_noticed() {
        weaver.weave(Answering.class, "answer", Leaks.Ring.class);
        weaver.weave(page("WaitingView"), "rung", Leaks.SameText.class);
        assertThat(heard()).isNotEmpty();
    }

    @Test
    void something_that_nobody_sees_is_noticed() {
        weaver.weave(Answering.class, "answer", Leaks.Ring.class);
        weaver.weave(page("WaitingView"), "rung", Leaks.Hidden.class);
        assertThat(heard()).isNotEmpty();
    }

    @Test
    void an_answer_counted_in_a_shared_row_is_noticed() {
        weaver.weave(Answering.class, "answer", Leaks.SharedRow.class);
        var rows = rows("one edit, or a hundred");
        assertThat(rows.getFirst()).isNotEqualTo(rows.getLast());
    }

    @Test
    void a_box_as_large_as_what_is_in_it_is_noticed() {
        weaver.weave(Vault.class, "padded", Leaks.Unpadded.class);
        var rows = rows("all blank, or all no");
        assertThat(rows.getFirst()).isNotEqualTo(rows.getLast());
    }

    @Test
    void without_a_leak_the_same_proofs_notice_nothing() {
        assertThat(heard()).isEmpty();
        var rows = rows("all blank, or all no");
        assertThat(rows.getFirst()).isEqualTo(rows.getLast());
    }
}
