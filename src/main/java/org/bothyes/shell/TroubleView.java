// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;

/** A room that could not be shown: says so kindly, loses nothing, and offers to try again. */
@Route("trouble")
@PageTitle("Both Yes")
class TroubleView extends Main implements BeforeEnterObserver, HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1;

    private final transient Texts texts;
    private final transient Faults faults;

    TroubleView(Texts texts, Faults faults) {
        this.texts = texts;
        this.faults = faults;
        addClassName("alone");
        var again = new Anchor("/c/", texts.get("error.again"));
        again.addClassName("go");
        again.getElement().setAttribute("router-ignore", true);
        add(new H1(texts.get("error.title")), new Paragraph(texts.get("error.lead")), again);
    }

    /** Led here by {@link KindErrors}, which has left the reference; who comes by the address has none. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var reference = ComponentUtil.getData(event.getUI(), Faults.REFERENCE);
        if (reference != null) {
            ComponentUtil.setData(event.getUI(), Faults.REFERENCE, null);
            name(reference);
        }
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        name(faults.note("A page could not be shown", parameter.getException()));
        return 500;
    }

    private void name(Object reference) {
        add(new Paragraph(texts.get("error.reference", reference)));
    }
}
