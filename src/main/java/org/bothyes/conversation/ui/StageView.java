// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Set;
import org.bothyes.conversation.NotNow;
import org.bothyes.conversation.Stage;
import org.bothyes.shell.Texts;

/** A page for who is at one of some stages; anybody else is led to where they belong. */
abstract class StageView extends Composite<Div> implements BeforeEnterObserver {

    /** Whoever the conversation is not over for. */
    static final Set<Class<? extends Stage>> ANY =
            Set.of(Stage.Answering.class, Stage.Counting.class, Stage.BothFinished.class);

    private static final long serialVersionUID = 1;

    final transient Journey journey;
    final transient Texts texts;
    private final transient Set<Class<? extends Stage>> stages;

    StageView(Journey journey, Texts texts, Set<Class<? extends Stage>> stages) {
        this.journey = journey;
        this.texts = texts;
        this.stages = stages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (journey.admits(event, stages)) {
            enter(event);
        }
    }

    abstract void enter(BeforeEnterEvent event);

    /** Does what was tapped. Where the partner or another tab came first, the reader is led to where they belong. */
    static void act(Runnable tapped) {
        try {
            tapped.run();
        } catch (NotNow e) {
            Journey.go("");
        }
    }

    /** Puts a page in the place of what was shown. */
    void show(Page page) {
        getContent().removeAll();
        getContent().add(page);
    }
}
