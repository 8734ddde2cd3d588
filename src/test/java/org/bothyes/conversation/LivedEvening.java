// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.bothyes.conversation.Histories.History;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Safer;
import org.bothyes.overlap.Shared;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Topic;
import org.bothyes.shell.Texts;

/**
 * One whole conversation as one of the two lives through it, page by page, while the other lives a history: waiting,
 * reloading, hearing that both have finished, opening the list, reading it while it becomes safer, the
 * day on which it is time to ask again, and its end.
 */
final class LivedEvening {

    /** Whoever has not opened the list must not learn there whether their partner has. */
    private static final List<String> ROOMS_OF_THE_LIST = List.of("shared", "talk", "call", "less", "new-round");

    private final Stand at;
    private final Texts texts;
    private final Supplier<Diary> device;

    /** @param device something new for whoever lives through it to hold in hand */
    LivedEvening(Stand at, Supplier<Diary> device) {
        this.at = at;
        this.device = device;
        this.texts = at.app().getBean(Texts.class);
    }

    /** All that reached partner one, who started. */
    List<String> lived(Sheet ones, History history) {
        return lived(Role.ONE, ones, history);
    }

    /** All that reached whoever has this role. */
    List<String> lived(Role role, Sheet ones, History history) {
        at.jdbc().sql("delete from conversation").update();
        at.clock().set(TickingClock.START);
        at.random().wind(42);
        var a = at.start();
        var invitation = at.invitation(a.partner());
        var own = role == Role.ONE ? a : join(invitation);
        at.say(own.partner(), ones, new Random(1));
        try (var ann = device.get()) {
            ann.comesBack(own.code().code());
            ann.opens("check");
            ann.presses(texts.get("check.seal"));
            ann.opens("waiting");
            var b = role == Role.ONE ? join(invitation) : a;
            history.live(at, b);
            ann.settles();
            ann.isStillThere();
            ann.goes("invite");
            ann.opens("waiting");
            history.finish(at, b.partner());
            at.tick("PT2M");
            at.counting().sweep();
            ann.settles();
            history.afterwards(at, b);
            ann.settles();
            for (var room : ROOMS_OF_THE_LIST) {
                ann.goes(room);
            }
            ann.goes("waiting");
            ann.presses(texts.get("finished.open"));
            at.sharing().open(b.partner());
            history.later(at, b);
            ann.settles();
            for (var room : List.of("less", "new-round", "erase", "hand-over", "held", "call")) {
                ann.goes(room);
            }
            if (!at.sharing().open(b.partner()).isNothing()) {
                talksItThrough(ann, b, history);
            }
            ann.opens("shared");
            first(at.sharing().open(b.partner()), b.partner().role())
                    .ifPresent(side -> at.sharing().safer(b.partner(), new Safer.TakeOff(side)));
            ann.settles();
            at.tick("P14D");
            ann.opens("shared");
            at.ending().erase(b.partner());
            ann.ends();
            return ann.heard();
        }
    }

    private Conversations.Welcome join(Invitation invitation) {
        return at.conversations()
                .join(invitation.token().code(), invitation.words(), Stand.PIN)
                .orElseThrow();
    }

    private void talksItThrough(Diary ann, Conversations.Welcome b, History history) {
        ann.goes("talk");
        ann.presses(texts.get("talk.each"));
        history.talking(at, b);
        ann.settles();
        ann.presses(texts.get("step.next"));
        ann.presses(texts.get("talk.pause"));
    }

    private Optional<Topic.Side> first(Overlap shared, Role role) {
        return at.pack().sides().stream()
                .filter(side -> shared.shared(role, side) != Shared.NOTHING)
                .findFirst();
    }
}
