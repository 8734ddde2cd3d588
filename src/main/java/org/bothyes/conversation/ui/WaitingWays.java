// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Nav;
import org.bothyes.shell.Texts;

/** Where one can go from the page of who has finished: back to what is needed while waiting, support, the end. */
final class WaitingWays extends Composite<Nav> {

    private static final long serialVersionUID = 1;

    /**
     * @param invite whether the invitation can be shown again
     * @param list whether a list of an earlier round can be read
     */
    WaitingWays(Texts texts, boolean invite, boolean list, String endsAt) {
        var ways = getContent();
        ways.addClassName("after");
        ways.setAriaLabel(texts.get("ways.title"));
        if (invite) {
            ways.add(Parts.link("invite", texts.get("waiting.invite")));
        }
        if (list) {
            ways.add(Parts.link("shared", texts.get("menu.shared")));
        }
        ways.add(
                Parts.link("support", texts.get("menu.support")),
                Parts.link("hand-over", texts.get("menu.handover")),
                Parts.link("held", texts.get("held.title")),
                Parts.link("erase", texts.get("menu.erase", endsAt)));
    }
}
