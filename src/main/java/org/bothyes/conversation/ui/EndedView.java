// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import org.bothyes.conversation.Stage;
import org.bothyes.shell.Texts;

/** The conversation is over, erased or run out: the page says the same. The tab is nobody's any more. */
@Route("ended")
class EndedView extends Composite<Div> implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    /** Tells on the way out, as leave.js does and for the same reason. */
    private static final String LEAVE = """
            window.name = '';
            window.leaving = true;
            addEventListener('pagehide', () => navigator.sendBeacon('/leave'), {once: true});
            location.replace('/ended');""";

    private final transient Journey journey;

    EndedView(Journey journey, Texts texts) {
        this.journey = journey;
        var page = new Page(texts, texts.get("part.ended"));
        page.title(texts.get("ended.title")).lead(texts.get("ended.lead"));
        page.add(Parts.door("/", texts.get("ended.front")));
        getContent().add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (journey.tab().isPresent() && !(journey.stage() instanceof Stage.Ended)) {
            event.forwardTo(ArrivalView.class);
            return;
        }
        // The session and the codes in the cookie go too, and the page that stays needs neither.
        getElement().executeJs(LEAVE);
    }
}
