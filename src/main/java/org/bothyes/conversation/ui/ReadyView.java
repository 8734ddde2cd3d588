// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.bothyes.pack.Pack;
import org.bothyes.shell.Texts;

/** The readiness questions: to read and not to answer, with the same quiet ways for everybody. */
@Route("ready")
class ReadyView extends StepView<Step.Ready> {

    private static final long serialVersionUID = 1;

    ReadyView(Journey journey, Texts texts) {
        super(journey, texts);
    }

    @Override
    Optional<Step.Ready> step(Pack pack, RouteParameters address) {
        return Optional.of(new Step.Ready());
    }

    @Override
    String place(Step.Ready step) {
        return texts.get("part.before");
    }

    @Override
    void fill(Step.Ready step, Page page) {
        var pack = journey.partner().pack();
        var questions = new UnorderedList();
        questions.addClassName("ready");
        pack.ready().forEach(question -> questions.add(new ListItem(pack.words().text(question))));
        page.title(texts.get("ready.title")).lead(texts.get("ready.lead")).add(questions);
        page.text("note", texts.get("ready.nerves")).text("note", texts.get("ready.doubt"));
        page.add(Ways.of(texts));
    }
}
