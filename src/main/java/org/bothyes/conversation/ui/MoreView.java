// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.bothyes.pack.Pack;
import org.bothyes.shell.Texts;

/** After the short round: go on with the rest, or finish here with the limits. */
@Route("more")
class MoreView extends StepView<Step.More> {

    private static final long serialVersionUID = 1;

    MoreView(Journey journey, Texts texts) {
        super(journey, texts);
    }

    @Override
    Optional<Step.More> step(Pack pack, RouteParameters address) {
        return Optional.of(new Step.More());
    }

    @Override
    String place(Step.More step) {
        return texts.get("part.more");
    }

    @Override
    void fill(Step.More step, Page page) {
        page.title(texts.get("more.title")).lead(texts.get("more.lead"));
        var ways = new Div(
                Parts.go(texts.get("more.finish"), () -> journey.go(new Walk(journey.draft()).firstRule())),
                Parts.quiet(texts.get("more.go-on"), journey::goOn));
        ways.addClassName("two-ways");
        page.add(ways).text("tiny", texts.get("more.later"));
    }

    @Override
    boolean leadsOn() {
        return false;
    }
}
