// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import org.bothyes.conversation.Ending;
import org.bothyes.shell.Texts;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Two ways to the end, side by side: at once, or by itself on a fixed day. */
@Route("erase")
class EraseView extends StageView {

    private static final long serialVersionUID = 1;

    private final transient Ending ending;
    private final Paragraph notYet = Parts.text("note", "");

    EraseView(Journey journey, Texts texts, Ending ending) {
        super(journey, texts, ANY);
        this.ending = ending;
    }

    @Override
    void enter(BeforeEnterEvent event) {
        var page = new Page(texts, texts.get("part.erase"));
        page.title(texts.get("erase.title")).lead(texts.get("erase.lead"));
        notYet.getElement().setAttribute("role", "alert");
        page.add(Parts.section(
                texts.get("erase.now.title"),
                Parts.text("note", texts.get("erase.now.help")),
                Parts.go(texts.get("erase.now"), this::erase),
                notYet));
        page.add(Parts.section(
                texts.get("erase.wait.title", Parts.day(ending.at(journey.partner()))),
                Parts.text("note", texts.get("erase.wait.help")),
                Parts.quiet(texts.get("erase.wait"), () -> Journey.go(""))));
        page.add(Ways.after(texts));
        show(page);
    }

    private void erase() {
        act(this::eraseNow);
    }

    private void eraseNow() {
        try {
            ending.erase(journey.partner());
            Journey.go("ended");
        } catch (DataAccessException | TransactionException e) {
            notYet.setText(texts.get("erase.not-yet"));
        }
    }
}
