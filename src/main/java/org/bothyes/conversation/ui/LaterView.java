// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import org.bothyes.shell.Texts;

/** Not today: nothing is lost and nobody is told. */
@Route("later")
class LaterView extends Composite<Div> {

    private static final long serialVersionUID = 1;

    LaterView(Texts texts) {
        var page = new Page(texts, texts.get("part.later"));
        page.title(texts.get("later.title")).lead(texts.get("later.lead"));
        page.text("note", texts.get("later.code"));
        page.add(Parts.link("", texts.get("later.back")));
        getContent().add(page);
    }
}
