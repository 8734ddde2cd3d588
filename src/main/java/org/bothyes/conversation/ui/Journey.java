// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bothyes.conversation.Answering;
import org.bothyes.conversation.Bell;
import org.bothyes.conversation.Draft;
import org.bothyes.conversation.Invitation;
import org.bothyes.conversation.NotNow;
import org.bothyes.conversation.Partner;
import org.bothyes.conversation.Rounds;
import org.bothyes.conversation.SaidSince;
import org.bothyes.conversation.Stage;
import org.bothyes.conversation.Tabs;
import org.bothyes.overlap.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Who walks here, in this tab, and the way between the rooms. The tab is found by its handle and by nothing else, so
 * two tabs of one browser never mix.
 */
@SpringComponent
@UIScope
class Journey {

    /** What a locked screen does: who hands the device over is on the way to the cover already. */
    private static final String BLANK_AND_LEAVE =
            "document.documentElement.style.visibility = 'hidden'; if (!window.leaving) location.replace('/return')";

    private final Answering answering;
    private final Rounds rounds;
    private final Bell bell;
    private final Clock clock;
    private final Unsaved unsaved = new Unsaved();

    private @Nullable Draft draft;
    private boolean listening;

    Journey(Answering answering, Rounds rounds, Bell bell, Clock clock) {
        this.answering = answering;
        this.rounds = rounds;
        this.bell = bell;
        this.clock = clock;
    }

    /** How a change went. */
    enum Kept {
        SAVED,
        NOT_SAVED,
        /** Something else was said of it on another screen, and stays. */
        SAID_SINCE,
        /** Sealed in another tab, or ended: the page no longer fits. */
        NOT_NOW
    }

    Optional<Tabs.Tab> tab() {
        return tabs().flatMap(tabs -> tabs.find(handle()));
    }

    /** Nobody's, too, where the session has ended in another request while this one waited. */
    private static Optional<Tabs> tabs() {
        try {
            return Optional.ofNullable(VaadinSession.getCurrent().getSession())
                    .map(session -> (Tabs) session.getAttribute(Tabs.ATTRIBUTE));
        } catch (IllegalStateException ended) {
            return Optional.empty();
        }
    }

    private static String handle() {
        return UI.getCurrent().getPage().getExtendedClientDetails().getWindowName();
    }

    Partner partner() {
        return tab().orElseThrow(NotNow::locked).partner();
    }

    /** Lets somebody into a page for these stages; anybody else is led to where they belong. */
    boolean admits(BeforeEnterEvent event, Set<Class<? extends Stage>> stages) {
        if (!isOpenFor(event.getNavigationTarget())) {
            event.rerouteTo(LockedView.class);
            return false;
        }
        listen(tab().orElseThrow());
        tab().orElseThrow().used(clock.instant());
        tab().orElseThrow().rests(Duration.ZERO);
        var now = rounds.stage(partner());
        if (!(now instanceof Stage.Answering)) {
            unsaved.forget(); // it was said in a round that is over
        }
        if (stages.stream().noneMatch(stage -> stage.isInstance(now))) {
            event.forwardTo(ArrivalView.class);
            return false;
        }
        return true;
    }

    /** A card that lies in an unused tab can be read; whoever goes on from it finds the tab locked. */
    private boolean isOpenFor(Class<?> page) {
        var tab = tab();
        if (tab.isEmpty() || page == CallView.class || tab.get().goesOn()) {
            return tab.isPresent();
        }
        tabs().ifPresent(tabs -> tabs.lock(handle()));
        return false;
    }

    /**
     * Lays out the card for a call in this tab: until six in the morning by the reader's own clock, and half a day at the
     * most. The session lasts as long, so that a device that has slept finds the card again.
     *
     * @return until when it stays
     */
    Instant layOutTheCard() {
        var now = clock.instant();
        var offset = UI.getCurrent().getPage().getExtendedClientDetails().getTimezoneOffset();
        var until = tab().orElseThrow().layOut(CardTime.until(now, Duration.ofMillis(offset)));
        var session = VaadinSession.getCurrent().getSession();
        var left = (int) Duration.between(now, until).toSeconds();
        session.setMaxInactiveInterval(Math.max(session.getMaxInactiveInterval(), left));
        return until;
    }

    /** From the first page on, this screen hears the bell, until it goes or its tab locks. */
    private void listen(Tabs.Tab tab) {
        if (listening) {
            return;
        }
        listening = true;
        var ui = UI.getCurrent();
        var stop = bell.await(tab.partner(), () -> {
            var _ = ui.access(this::rung);
        });
        var forget = tab.whenLocked(() -> {
            stop.run();
            var _ = ui.access(() -> ui.getPage().executeJs(BLANK_AND_LEAVE));
        });
        ui.addDetachListener(gone -> {
            stop.run();
            forget.run();
        });
    }

    /**
     * Has something done for who walks here when this tab locks. It keeps their keys until then, and no longer.
     *
     * @return what forgets it again
     */
    Runnable whenLocked(Consumer<Partner> done) {
        var tab = tab().orElseThrow(NotNow::locked);
        var partner = tab.partner();
        return tab.whenLocked(() -> done.accept(partner));
    }

    /** Looks again. Where nothing has changed for this partner, nothing of the screen is touched. */
    private void rung() {
        if (tab().isEmpty()) {
            return;
        }
        if (stage() instanceof Stage.Ended) {
            go("ended");
            return;
        }
        for (var page : UI.getCurrent().getInternals().getActiveRouterTargetsChain()) {
            if (page instanceof Rung looking) {
                looking.rung();
            }
        }
    }

    Stage stage() {
        return rounds.stage(partner());
    }

    Draft draft() {
        var partner = partner(); // asked each time: a tab that has locked gives nothing, not even what it knew
        var now = draft == null ? answering.draft(partner) : draft;
        draft = now;
        return now;
    }

    /** The draft as it is stored now. What this screen knew may be of a round that is over. */
    Draft storedDraft() {
        var now = answering.draft(partner());
        draft = now;
        return now;
    }

    /** The invitation, for who started, as long as there is a draft that holds it. */
    Optional<Invitation> invitation() {
        return stage() instanceof Stage.Answering || stage() instanceof Stage.Counting
                ? draft().invitation()
                : Optional.empty();
    }

    /** Whether this is a new round: then the list of the last one stands beside the questions. */
    boolean hasList() {
        return rounds.number(partner()) > 1;
    }

    /** Remembers the step, and with it whether the longer way is being walked. */
    void enter(Step step) {
        keep();
        var now = storedDraft();
        var whole = now.whole() || Walk.isBeyondShortRound(step);
        draft = step.path().equals(now.step()) && whole == now.whole()
                ? now
                : answering.at(partner(), step.path(), whole);
    }

    void goOn() {
        draft = answering.at(partner(), draft().step(), true);
        go(new Walk(draft()).next(new Step.More()));
    }

    /** Says something. What could not be kept stays here and goes along with the next try, or step. */
    Kept answer(List<Change> changes) {
        tab().ifPresent(tab -> tab.used(clock.instant()));
        try {
            unsaved.add(changes, draft());
            keep();
            return Kept.SAVED;
        } catch (SaidSince e) {
            return Kept.SAID_SINCE;
        } catch (NotNow e) {
            return Kept.NOT_NOW;
        } catch (DataAccessException | TransactionException e) {
            return Kept.NOT_SAVED;
        }
    }

    /** No page may show or seal what was there before, as if nothing had been said since. */
    private void keep() {
        if (!unsaved.isEmpty()) {
            draft = unsaved.keep(answering, this::partner);
        }
    }

    void go(Step step) {
        go(step.path());
    }

    static void go(String path) {
        UI.getCurrent().navigate(path);
    }
}
