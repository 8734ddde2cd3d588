// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.Set;
import org.bothyes.conversation.Stage;
import org.bothyes.conversation.Tabs;
import org.bothyes.shell.Texts;

/** The return code, shown once: nobody can tell it again. */
@Route("code")
class CodeView extends StageView {

    private static final long serialVersionUID = 1;

    CodeView(Journey journey, Texts texts) {
        super(journey, texts, Set.of(Stage.Answering.class));
    }

    @Override
    void enter(BeforeEnterEvent event) {
        var tab = journey.tab().orElseThrow();
        tab.code().ifPresentOrElse(code -> show(tab, code.code()), () -> event.forwardTo(ArrivalView.class));
    }

    private void show(Tabs.Tab tab, String code) {
        var starter = journey.draft().invitation().isPresent();
        var page = new Page(texts, texts.get("part.before"));
        page.title(texts.get("code.title")).lead(texts.get("code.lead"));
        page.add(new Copyable(texts, "return-code", texts.get("code.title"), code));
        page.text("note", texts.get("code.keep"));
        page.add(Parts.go(texts.get("code.kept"), () -> {
            tab.putAway();
            Journey.go(starter ? "invite" : "ready");
        }));
        page.text("tiny", texts.get("code.lost"));
        show(page);
    }
}
