// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import org.bothyes.conversation.Sharing;
import org.bothyes.conversation.Stage;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Safer;
import org.bothyes.shell.Texts;

/** Everything off the list, with one more tap. */
@Route("less")
class LessView extends ListView {

    private static final long serialVersionUID = 1;

    LessView(Journey journey, Texts texts, Sharing sharing) {
        super(journey, texts, sharing);
    }

    @Override
    void enter(Overlap list, BeforeEnterEvent event) {
        var page = new Page(texts, texts.get("part.shared"));
        page.title(texts.get("less.title")).lead(texts.get("less.lead"));
        page.text("note", texts.get("less.stays"));
        if (journey.hasList() && !(journey.stage() instanceof Stage.BothFinished)) {
            page.text("note", texts.get("less.new-round"));
        }
        page.add(Parts.go(texts.get("less.go"), this::everything));
        page.add(Ways.after(texts, Parts.link("shared", texts.get("less.back"))));
        show(page);
    }

    /** The page says nothing of what stands there. */
    @Override
    void rung(Overlap list) {}

    private void everything() {
        act(() -> {
            sharing.safer(journey.partner(), new Safer.Everything());
            Journey.go("shared");
        });
    }
}
