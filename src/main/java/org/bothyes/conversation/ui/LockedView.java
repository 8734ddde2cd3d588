// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import org.bothyes.shell.Texts;

/** A tab that nobody has been let in through: neutral, and the same for every address. */
@Route("locked")
class LockedView extends Composite<Div> {

    private static final long serialVersionUID = 1;

    LockedView(Texts texts) {
        var page = new Page(texts, texts.get("product.name"));
        page.title(texts.get("locked.title")).lead(texts.get("locked.lead"));
        page.add(Parts.door("/return", texts.get("locked.return")));
        getContent().add(page);
    }
}
