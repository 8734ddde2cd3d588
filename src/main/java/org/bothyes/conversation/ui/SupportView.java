// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.bothyes.shell.Texts;

/** If something does not feel right: what always holds, and who to turn to. */
@Route("support")
class SupportView extends Composite<Div> {

    private static final long serialVersionUID = 1;

    SupportView(Texts texts) {
        var page = new Page(texts, texts.get("part.support"));
        page.title(texts.get("support.title")).lead(texts.get("support.lead"));
        page.add(Parts.list(List.of(
                texts.get("support.stop"),
                texts.get("support.someone"),
                texts.get("support.emergency"),
                texts.get("support.watched"),
                texts.get("support.device"),
                texts.get("leave.shift"))));
        page.add(new Div(Parts.door("/help", texts.get("open.help"))));
        page.add(Parts.link("", texts.get("support.back")));
        getContent().add(page);
    }
}
