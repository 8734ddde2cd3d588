// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import org.bothyes.conversation.Stage;

/** Shows nothing: leads everybody to where they are, in the step they left. */
@Route("")
class ArrivalView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    private final transient Journey journey;

    ArrivalView(Journey journey) {
        this.journey = journey;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (journey.tab().isEmpty()) {
            event.rerouteTo(LockedView.class);
            return;
        }
        event.forwardTo(
                switch (journey.stage()) {
                    case Stage.Answering ignored -> here();
                    case Stage.Counting ignored -> "waiting";
                    case Stage.BothFinished ignored -> "waiting";
                    case Stage.Ended ignored -> "ended";
                });
    }

    private String here() {
        var step = journey.storedDraft().step();
        return step.isEmpty() ? new Step.Ready().path() : step;
    }
}
