// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bothyes.conversation.NotNow;
import org.bothyes.conversation.Stage;
import org.bothyes.overlap.Change;
import org.bothyes.pack.Pack;
import org.bothyes.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A page of the wizard: admits who is answering, finds the step in the address, and puts progress above and back, saved
 * and next below what the step asks.
 */
abstract class StepView<S extends Step> extends StageView {

    private static final long serialVersionUID = 1;

    private final Page page;
    private final Span saved = new Span();
    private final Footer footer = new Footer();
    private @Nullable Menu menu;
    private Button next = new Button();

    StepView(Journey journey, Texts texts) {
        super(journey, texts, Set.of(Stage.Answering.class));
        page = new Page(texts, "");
        saved.addClassName("saved");
        saved.getElement().setAttribute("role", "status");
        footer.addClassName("foot");
    }

    /** The step this address means; empty if there is none such. */
    abstract Optional<S> step(Pack pack, RouteParameters address);

    abstract String place(S step);

    abstract void fill(S step, Page page);

    @Override
    void enter(BeforeEnterEvent event) {
        var found = step(journey.partner().pack(), event.getRouteParameters());
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        try {
            journey.enter(found.get());
            show(found.get());
        } catch (NotNow e) {
            event.forwardTo(ArrivalView.class);
        }
    }

    /** Shows what is stored now, where something was said on another screen since. */
    void showAnew(S step, String why) {
        act(() -> {
            journey.enter(step);
            show(step);
            saved.setText(why);
        });
    }

    private void show(S step) {
        saved.setText("");
        saved.getElement().executeJs("this.dataset.pending = 0");
        frame().anew(place(step)).below(new Progress(texts, new Walk(journey.draft()), step));
        fill(step, page);
        footer.removeAll();
        foot(step);
    }

    /** What stays while one step of a kind follows another; nearly half of a page. */
    private Page frame() {
        if (menu == null) {
            menu = new Menu(texts, journey.draft().invitation().isPresent(), journey.hasList());
            getContent().add(page.inBar(menu), footer);
        }
        menu.close();
        return page;
    }

    private void foot(S step) {
        var walk = new Walk(journey.draft());
        walk.previous(step).ifPresent(previous -> footer.add(Parts.link(previous.path(), texts.get("step.back"))));
        footer.add(saved);
        if (leadsOn()) {
            next = Parts.go(nextWord(step), () -> goOn(step));
            next.addClassName("next");
            footer.add(next);
        }
    }

    /** Whether one button leads on; a page that offers more than one way has its own. */
    boolean leadsOn() {
        return true;
    }

    /** What going on is called here: "skip" while something is unanswered. */
    String nextWord(S step) {
        return texts.get("step.next");
    }

    /** Not from an answer that is not saved: here it can still be seen. */
    private void goOn(S step) {
        keep(step, List.of(), () -> journey.go(new Walk(journey.draft()).next(step)));
    }

    /** Says something, and says "saved" when it is, and only then. */
    void answer(S step, List<Change> changes) {
        // The browser hides "saved" from a touch on until its answer has come; here is the answer.
        saved.getElement().executeJs("this.dataset.pending = Math.max(0, (this.dataset.pending | 0) - 1)");
        keep(step, changes, () -> {
            saved.setText(texts.get("step.saved"));
            next.setText(nextWord(step));
        });
    }

    private void keep(S step, List<Change> changes, Runnable whenSaved) {
        switch (journey.answer(changes)) {
            case SAVED -> whenSaved.run();
            case NOT_SAVED -> notSaved(step);
            case SAID_SINCE -> showAnew(step, texts.get("step.said-since"));
            case NOT_NOW -> Journey.go("");
        }
    }

    private void notSaved(S step) {
        var again = new Anchor("#", texts.get("step.try-again"));
        again.getElement().setAttribute("router-ignore", true);
        again.getElement()
                .addEventListener("click", click -> answer(step, List.of()))
                .preventDefault();
        saved.setText(texts.get("step.not-saved") + " ");
        saved.add(again);
    }
}
