// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.bothyes.shell.Texts;

/** Not today: what was said is kept and nobody is told. */
@Route("later")
class LaterView extends Composite<Div> {

    private static final long serialVersionUID = 1;

    LaterView(Journey journey, Texts texts) {
        var _ = journey.answer(List.of()); // once more, what could not be kept before
        var page = new Page(texts, texts.get("part.later"));
        page.title(texts.get("later.title")).lead(texts.get("later.lead"));
        page.text("note", texts.get("later.code"));
        page.add(Parts.link("", texts.get("later.back")));
        getContent().add(page);
    }
}
