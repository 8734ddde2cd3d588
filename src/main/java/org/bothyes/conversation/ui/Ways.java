// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import org.bothyes.shell.Texts;

/** The ways that stand beside going on, equal and quiet. */
final class Ways {

    private Ways() {}

    /** What stands below a page of its own: back to where one came from, and support. */
    static Nav after(Texts texts, Anchor... back) {
        var ways = new Nav(back);
        ways.add(Parts.link("support", texts.get("menu.support")));
        ways.addClassName("after");
        ways.setAriaLabel(texts.get("ways.title"));
        return ways;
    }

    static Nav of(Texts texts) {
        var ways = new Nav(
                Parts.link("later", texts.get("menu.later")),
                Parts.link("finish", texts.get("menu.finish")),
                Parts.link("support", texts.get("menu.support")));
        ways.addClassName("ways");
        ways.setAriaLabel(texts.get("ways.title"));
        return ways;
    }
}
