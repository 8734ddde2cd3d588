// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;

/** A room that does not exist. */
@PageTitle("Both Yes")
class MissingView extends Main implements HasErrorParameter<NotFoundException> {

    private static final long serialVersionUID = 1;

    MissingView(Texts texts) {
        addClassName("alone");
        var back = new Anchor("/c/", texts.get("missing.back"));
        back.addClassName("link");
        add(new H1(texts.get("missing.title")), new Paragraph(texts.get("missing.lead")), back);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return 404;
    }
}
