// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import org.bothyes.conversation.Stage;
import org.bothyes.shell.Texts;

/** Where one can go from the list: less of it, a new round, a reminder to talk again, the end. */
final class ListWays extends Composite<Div> {

    private static final long serialVersionUID = 1;

    ListWays(Texts texts, boolean nothing, Stage stage, String endsAt) {
        var ways = Parts.section(texts.get("shared.next"));
        if (stage instanceof Stage.BothFinished) {
            ways.add(Parts.link("new-round", texts.get("shared.round")));
        } else {
            ways.add(Parts.link("", texts.get("shared.questions")));
        }
        ways.addComponentAtIndex(1, Parts.link("call", texts.get("call.way")));
        if (!nothing) {
            ways.add(Parts.link("less", texts.get("shared.less")));
        }
        var reminder = Parts.door("/reminder.ics", texts.get("shared.reminder"));
        reminder.getElement().setAttribute("download", true); // so that no page is left for it
        ways.add(
                Parts.door("/say", texts.get("scripts.aloud")),
                reminder,
                Parts.link("support", texts.get("menu.support")),
                Parts.link("hand-over", texts.get("menu.handover")),
                Parts.link("held", texts.get("held.title")),
                Parts.link("erase", texts.get("menu.erase", endsAt)));
        ways.addClassName("after");
        getContent().add(ways, Parts.text("tiny", texts.get("shared.ends", endsAt)));
    }
}
