// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.Set;
import org.bothyes.conversation.Ending;
import org.bothyes.conversation.Rounds;
import org.bothyes.conversation.Sharing;
import org.bothyes.conversation.Stage;
import org.bothyes.conversation.Together;
import org.bothyes.shell.Texts;

/** Sealed: says nothing about the partner, until both have finished; then it says that and shows nothing else. */
@Route("waiting")
class WaitingView extends StageView implements Rung {

    private static final long serialVersionUID = 1;

    private final transient Rounds rounds;
    private final transient Sharing sharing;
    private final transient Together together;
    private final transient Readiness readiness;
    private final transient Ending ending;
    private Shown shown = Shown.NOT_BOTH;
    private Paragraph asking = new Paragraph();

    WaitingView(Journey journey, Texts texts, Rounds rounds, Sharing sharing, Together together, Ending ending) {
        super(journey, texts, Set.of(Stage.Counting.class, Stage.BothFinished.class));
        this.rounds = rounds;
        this.sharing = sharing;
        this.together = together;
        this.readiness = new Readiness(journey, together);
        this.ending = ending;
    }

    /** All that this page can show. */
    private enum Shown {
        NOT_BOTH,
        /** Both have finished: opens alone. */
        BOTH,
        /** Both have finished, and chose to open it together. */
        TOGETHER,
        READY,
        PARTNER_READY;

        boolean asks() {
            return this == TOGETHER || this == PARTNER_READY;
        }
    }

    @Override
    void enter(BeforeEnterEvent event) {
        show(now());
    }

    private Shown now() {
        var partner = journey.partner();
        if (!(journey.stage() instanceof Stage.BothFinished)) {
            return Shown.NOT_BOTH;
        } else if (!partner.together() || sharing.isOpened(partner)) {
            return Shown.BOTH;
        }
        var whoIsReady = together.whoIsReady(partner);
        if (readiness.isSaid() && whoIsReady.contains(partner.role())) {
            return Shown.READY;
        }
        return whoIsReady.contains(partner.role().other()) ? Shown.PARTNER_READY : Shown.TOGETHER;
    }

    private void show(Shown now) {
        shown = now;
        var page = new Page(texts, texts.get("part.waiting"));
        var waits = now == Shown.NOT_BOTH;
        if (waits) {
            notBoth(page);
        } else {
            both(page, now);
        }
        var invite = waits && journey.invitation().isPresent();
        var list = waits && journey.hasList();
        page.add(new WaitingWays(texts, invite, list, Parts.day(ending.at(journey.partner()))));
        show(page);
    }

    private void notBoth(Page page) {
        page.add(Drawing.waiting(texts.get("waiting.picture")).getElement());
        page.title(texts.get("waiting.title")).lead(texts.get("waiting.lead"));
        page.text("note", texts.get("waiting.stay"));
        page.add(Parts.quiet(texts.get("waiting.take-back"), this::takeBack));
        page.text("tiny", texts.get("waiting.take-back.help"));
    }

    private void both(Page page, Shown now) {
        page.add(Drawing.waiting(texts.get("finished.title")).getElement());
        page.title(texts.get("finished.title")).lead(texts.get("finished.lead"));
        switch (now) {
            case READY -> {
                page.text("note", texts.get("together.ready"));
                page.add(Parts.quiet(texts.get("together.not-yet"), () -> act(readiness::takeBack)));
            }
            case TOGETHER, PARTNER_READY -> {
                asking = Parts.text("note", asking(now));
                asking.getElement().setAttribute("role", "status");
                page.add(asking, Parts.go(texts.get("together.open"), () -> act(readiness::say)));
            }
            default -> {
                page.add(Parts.go(texts.get("finished.open"), this::open));
                page.text("tiny", texts.get("finished.alone"));
            }
        }
    }

    private String asking(Shown now) {
        return texts.get(now == Shown.TOGETHER ? "together.both" : "together.partner");
    }

    @Override
    protected void onDetach(DetachEvent gone) {
        readiness.leave();
    }

    private void open() {
        readiness.end();
        act(() -> {
            if (journey.stage() instanceof Stage.BothFinished(var ends, var round)) {
                journey.tab().ifPresent(tab -> tab.opened(round));
            }
            Journey.go("shared");
        });
    }

    private void takeBack() {
        act(() -> Journey.go(rounds.takeBack(journey.partner()) ? "check" : "waiting"));
    }

    /** What the partner does before both have finished must not touch this page. */
    @Override
    public void rung() {
        readiness.lapse();
        var now = now();
        // Whoever is told second may find the list made already: for who has tapped here, it opens all the same.
        if (readiness.isSaid() && together.areBoth(journey.partner())) {
            open();
        } else if (now.asks() && shown.asks()) {
            // The button stays the same one: the reader may be tapping it while the partner does.
            shown = now;
            asking.setText(asking(now));
        } else if (now != shown) {
            show(now);
        }
    }
}
