// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.function.Consumer;
import org.bothyes.conversation.NewRound;
import org.bothyes.conversation.NotNow;
import org.bothyes.conversation.Partner;
import org.bothyes.conversation.Sharing;
import org.bothyes.conversation.Stage;
import org.bothyes.overlap.Overlap;
import org.bothyes.shell.Texts;

/** Asking for a new round, in private: it opens when both have asked. */
@Route("new-round")
class NewRoundView extends ListView {

    private static final long serialVersionUID = 1;

    private final transient NewRound rounds;
    private final transient Clock clock;
    private boolean told;

    NewRoundView(Journey journey, Texts texts, Sharing sharing, NewRound rounds, Clock clock) {
        super(journey, texts, sharing);
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    void enter(Overlap list, BeforeEnterEvent event) {
        if (isOpen()) {
            ask();
        } else {
            begun();
        }
    }

    /** Whether no round is going on. */
    private boolean isOpen() {
        return journey.stage() instanceof Stage.BothFinished;
    }

    private void ask() {
        var from = rounds.from(journey.partner());
        var asked = rounds.asked(journey.partner());
        var page = new Page(texts, texts.get("part.round"));
        page.title(texts.get(asked ? "round.asked.title" : "round.title")).lead(texts.get("round.lead"));
        if (asked) {
            page.text("note", texts.get("round.asked"));
            page.add(Parts.quiet(texts.get("round.take-back"), () -> change(rounds::takeBack)));
        } else if (from.isAfter(clock.instant())) {
            page.text("note", texts.get("round.from", Parts.firstDay(from)));
        } else {
            page.text("note", texts.get("round.private"));
            page.add(Parts.go(texts.get("round.ask"), () -> change(rounds::ask)));
        }
        page.add(Parts.link("shared", texts.get("less.back")));
        show(page);
    }

    private void begun() {
        told = true;
        var page = new Page(texts, texts.get("part.round"));
        page.title(texts.get("round.begun.title")).lead(texts.get("round.begun.lead"));
        page.text("note", texts.get("round.begun.list"));
        page.add(Parts.go(texts.get("round.begun.go"), () -> Journey.go("")));
        page.add(Parts.link("shared", texts.get("less.back")));
        show(page);
    }

    private void change(Consumer<Partner> change) {
        try {
            change.accept(journey.partner());
            if (isOpen()) {
                ask();
            } else {
                begun();
            }
        } catch (NotNow e) {
            rung();
        }
    }

    /** The other has asked too: the round has begun. Anything else that rings changes nothing here. */
    @Override
    void rung(Overlap list) {
        if (!told && !isOpen()) {
            begun();
        }
    }
}
