// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import org.bothyes.conversation.Invitation;
import org.bothyes.shell.Texts;

/** One device for two: closes everything before it goes into the other hand. */
@Route("hand-over")
class HandOverView extends StageView {

    private static final long serialVersionUID = 1;

    HandOverView(Journey journey, Texts texts) {
        super(journey, texts, ANY);
    }

    @Override
    void enter(BeforeEnterEvent event) {
        var page = new Page(texts, texts.get("part.handover"));
        page.title(texts.get("handover.title")).lead(texts.get("handover.lead"));
        page.text("note", texts.get("handover.safer"));
        page.add(form());
        page.add(Parts.link("", texts.get("handover.back")));
        show(page);
    }

    /** A plain form: the page that comes is a door, so the back button leads to nothing that is open. */
    private Element form() {
        var form = new Element("form").setAttribute("method", "post").setAttribute("action", "/hand-over");
        journey.invitation().map(Invitation::token).ifPresent(token -> {
            var code = new Input();
            code.setType("hidden");
            code.getElement()
                    .setAttribute("name", "code")
                    .setAttribute("value", token.code().replace(" ", ""));
            form.appendChild(code.getElement());
        });
        var go = new NativeButton(texts.get("handover.go"));
        go.addClassName("go");
        return form.appendChild(go.getElement());
    }
}
