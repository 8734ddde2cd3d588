// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Nav;
import org.bothyes.shell.Texts;

/** The quiet ways out of any step, the same for everybody. */
final class Menu extends Composite<Div> {

    private static final long serialVersionUID = 1;

    private final NativeDetails menu;

    /**
     * @param starter whether this partner has an invitation to show
     * @param list whether there is a list of the last round
     */
    Menu(Texts texts, boolean starter, boolean list) {
        var ways = new Nav(
                Parts.link("sections", texts.get("menu.sections")),
                Parts.link("hand-over", texts.get("menu.handover")),
                Parts.link("later", texts.get("menu.later")),
                Parts.link("finish", texts.get("menu.finish")),
                Parts.link("support", texts.get("menu.support")),
                Parts.link("held", texts.get("held.title")),
                Parts.link("erase", texts.get("menu.end")));
        if (starter) {
            ways.addComponentAsFirst(Parts.link("invite", texts.get("menu.invite")));
        }
        if (list) {
            ways.addComponentAsFirst(Parts.link("shared", texts.get("menu.shared")));
        }
        ways.setAriaLabel(texts.get("menu.title"));
        // In one piece: as components, ways that hardly anybody goes would take 6 KB of every open page.
        menu = Parts.details(texts.get("menu.title"), new Html(ways.getElement().getOuterHTML()));
        menu.addClassName("menu");
        getContent().add(menu);
    }

    void close() {
        menu.setOpen(false);
    }
}
