// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.bothyes.shell.Texts;

/** What stands on the page of what is shared whatever is shared, and what stands there where nothing is. */
final class Standing {

    private Standing() {}

    /** No topic shared: the same page for everybody. */
    static void nothing(Page page, Texts texts) {
        page.add(Drawing.waiting(texts.get("nothing.picture")).getElement());
        page.title(texts.get("nothing.title")).lead(texts.get("nothing.lead"));
        page.text("note", texts.get("nothing.means"));
        page.add(Parts.section(
                texts.get("nothing.next"),
                Parts.list(List.of(
                        texts.get("nothing.next.thank"),
                        texts.get("nothing.next.rest"),
                        texts.get("nothing.next.close"),
                        texts.get("nothing.next.no-questions")))));
        page.add(Parts.section(texts.get("shared.rules"), Parts.text("note", texts.get("nothing.rules"))));
    }

    /** What holds for everybody. */
    static void always(Page page, SharedPage shared, Texts texts) {
        page.add(Parts.section(texts.get("shared.stop"), Parts.text("note", texts.get("signals.always"))));
        var checkIns = new Section();
        for (var lines : shared.checkIns()) {
            var says = new Div();
            lines.lines().forEach(line -> says.add(Parts.text("say", "“" + line + "”")));
            checkIns.add(new H3(lines.moment()), says);
        }
        page.add(Parts.section(texts.get("shared.ask"), checkIns));
        page.add(Parts.section(texts.get("shared.fixed"), Parts.list(shared.fixed())));
    }
}
