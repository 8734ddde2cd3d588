// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import org.bothyes.shell.Texts;
import org.jsoup.nodes.Element;

/** The quiet ways out of any step, the same for everybody. */
final class Menu extends Composite<Div> {

    private static final long serialVersionUID = 1;

    private final NativeDetails menu;

    /**
     * @param starter whether this partner has an invitation to show
     * @param list whether there is a list of the last round
     */
    Menu(Texts texts, boolean starter, boolean list) {
        var ways = new Element("nav").attr("aria-label", texts.get("menu.title"));
        if (list) {
            way(ways, "shared", texts.get("menu.shared"));
        }
        if (starter) {
            way(ways, "invite", texts.get("menu.invite"));
        }
        way(ways, "sections", texts.get("menu.sections"));
        way(ways, "hand-over", texts.get("menu.handover"));
        way(ways, "later", texts.get("menu.later"));
        way(ways, "finish", texts.get("menu.finish"));
        way(ways, "support", texts.get("menu.support"));
        way(ways, "held", texts.get("held.title"));
        way(ways, "erase", texts.get("menu.end"));
        // In one piece: as components, ways that hardly anybody goes would be a twelfth of all that an open page holds.
        menu = Parts.details(texts.get("menu.title"), new Html(ways.outerHtml()));
        menu.addClassName("menu");
        getContent().add(menu);
    }

    private static void way(Element ways, String path, String text) {
        ways.appendElement("a").addClass("link").attr("href", "/c/" + path).text(text);
    }

    void close() {
        menu.setOpen(false);
    }
}
