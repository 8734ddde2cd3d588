// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.time.Duration;
import org.bothyes.conversation.Sharing;
import org.bothyes.conversation.Talk;
import org.bothyes.conversation.Talk.Wish;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Safer;
import org.bothyes.pack.Topic;
import org.bothyes.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Talk it through: one shared thing a card. Two who sit before one screen turn its cards; two with a screen each have the
 * same card on both, and only they are asked, each in private, whether they would keep it.
 */
@Route("talk")
class TalkView extends ListView implements CardPage.Hands {

    private static final long serialVersionUID = 1;
    /** How much longer than another page a card may lie untouched, until it locks. */
    private static final Duration REST = Duration.ofMinutes(15);

    private final transient Talk talk;
    private final transient CardPage pages;
    private boolean begun;
    private boolean each;
    /** Where two sit before this screen, their deck is here and nowhere else. */
    private int place;

    private boolean stopped;
    private transient @Nullable Table shown;

    TalkView(Journey journey, Texts texts, Sharing sharing, Talk talk) {
        super(journey, texts, sharing);
        this.talk = talk;
        this.pages = new CardPage(texts, this);
    }

    @Override
    void enter(Overlap list, BeforeEnterEvent event) {
        if (list.isNothing()) {
            event.forwardTo(SharedView.class);
        } else {
            show(now(list));
        }
    }

    /** The card was turned, a wish settled, the deck stopped, or the list became safer. */
    @Override
    void rung(Overlap list) {
        if (list.isNothing()) {
            Journey.go("shared");
            return;
        }
        var now = now(list);
        if (shown instanceof Table.Open was && now instanceof Table.Open is && is.differsByAWish(was)) {
            shown = is;
            pages.tell(is);
        } else if (!now.equals(shown)) {
            show(now);
        }
    }

    private Table now(Overlap overlap) {
        if (!begun) {
            return new Table.How();
        }
        var deck = Deck.of(overlap, journey.partner().role(), texts);
        if (each) {
            return Table.each(deck, talk.seen(journey.partner()));
        }
        return stopped ? new Table.Stopped() : Table.oneScreen(deck, place);
    }

    private void show(Table now) {
        shown = now;
        switch (now) {
            case Table.How() -> show(pages.how());
            case Table.Stopped() -> {
                journey.tab().ifPresent(tab -> tab.rests(Duration.ZERO));
                show(pages.stopped());
            }
            case Table.Open open -> {
                show(pages.open(open));
                var foot = pages.foot(open);
                foot.getElement().setAttribute("data-rest", String.valueOf(REST.toMillis()));
                getContent().add(foot);
                journey.tab().ifPresent(tab -> tab.rests(REST));
            }
        }
    }

    @Override
    public void begin(boolean onAScreenEach) {
        begun = true;
        each = onAScreenEach;
        act(this::rung);
    }

    @Override
    public void turn(int from, int to) {
        act(() -> {
            if (each) {
                talk.turn(journey.partner(), from, to);
            } else {
                place = to;
            }
            rung();
        });
    }

    @Override
    public void wish(int card, Wish wish) {
        act(() -> {
            talk.wish(journey.partner(), card, wish);
            rung();
        });
    }

    @Override
    public void takeOff(Topic.Side side) {
        act(() -> {
            sharing.safer(journey.partner(), new Safer.TakeOff(side));
            rung();
        });
    }

    @Override
    public void stop() {
        act(() -> {
            if (each) {
                talk.stop(journey.partner());
            } else {
                stopped = true;
            }
            rung();
        });
    }

    @Override
    public void again() {
        act(() -> {
            if (each) {
                talk.again(journey.partner());
            } else {
                place = 0;
                stopped = false;
            }
            rung();
        });
    }
}
