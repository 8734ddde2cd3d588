// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import org.bothyes.conversation.Ending;
import org.bothyes.conversation.NewRound;
import org.bothyes.conversation.Sharing;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Safer;
import org.bothyes.shell.Texts;
import org.jspecify.annotations.Nullable;

/** What you share: drawn and written, and made safer in place. */
@Route("shared")
class SharedView extends ListView {

    private static final long serialVersionUID = 1;

    private final transient Ending ending;
    private final transient NewRound rounds;
    private final Div picture = new Div();
    private transient SharedList list;
    private transient @Nullable SharedPage shown;

    SharedView(Journey journey, Texts texts, Sharing sharing, Ending ending, NewRound rounds) {
        super(journey, texts, sharing);
        this.ending = ending;
        this.rounds = rounds;
        this.list = new SharedList(texts, this::safer);
    }

    @Override
    void enter(Overlap list, BeforeEnterEvent event) {
        show(tell(list));
    }

    private SharedPage tell(Overlap overlap) {
        return SharedPage.of(overlap, journey.partner().role(), texts);
    }

    private void show(SharedPage shared) {
        shown = shared;
        var page = new Page(texts, texts.get("part.shared"));
        if (rounds.isTime(journey.partner())) {
            again(page, shared);
        } else if (shared.nothing()) {
            Standing.nothing(page, texts);
        } else {
            something(page, shared);
        }
        Standing.always(page, shared, texts);
        page.text("tiny", texts.get("shared.again"));
        page.add(new ListWays(texts, shared.nothing(), journey.stage(), Parts.day(ending.at(journey.partner()))));
        show(page);
    }

    /** An old list can still be read, after what matters more by now. */
    private void again(Page page, SharedPage shared) {
        tellAnew(shared);
        page.title(texts.get("again.title")).lead(texts.get("again.lead"));
        page.add(Parts.way("new-round", texts.get("shared.round")));
        var old = shared.nothing()
                ? Parts.section(texts.get("nothing.title"), Parts.text("note", texts.get("nothing.rules")))
                : new Section(
                        picture,
                        Parts.link("talk", texts.get("talk.title")),
                        Parts.text("note", texts.get("shared.safer")),
                        list);
        page.add(Parts.details(texts.get("again.list"), old));
    }

    private void tellAnew(SharedPage shared) {
        list = new SharedList(texts, this::safer);
        list.tell(shared);
        draw(shared);
    }

    private void something(Page page, SharedPage shared) {
        tellAnew(shared);
        page.add(picture).title(texts.get("shared.title")).lead(texts.get("shared.lead"));
        page.add(Parts.go(texts.get("talk.title"), () -> Journey.go("talk")));
        page.text("note", texts.get("shared.safer")).add(list);
    }

    private void draw(SharedPage shared) {
        var label = texts.get("shared.picture", shared.likes(), shared.talks());
        picture.removeAll();
        picture.add(Drawing.shared(label, shared.likes(), shared.talks()));
    }

    private void safer(Safer change) {
        act(() -> {
            sharing.safer(journey.partner(), change);
            rung();
        });
    }

    /** The list may have become safer. Only what reads differently is told, in its place. */
    @Override
    void rung(Overlap opened) {
        var now = tell(opened);
        if (shown == null || now.nothing() != shown.nothing()) {
            show(now);
        } else if (!now.equals(shown)) {
            if (now.likes() != shown.likes() || now.talks() != shown.talks()) {
                draw(now);
            }
            list.tell(now);
            shown = now;
        }
    }
}
