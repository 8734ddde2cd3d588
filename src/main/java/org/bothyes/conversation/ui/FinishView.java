// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.Set;
import org.bothyes.conversation.NotNow;
import org.bothyes.conversation.Rounds;
import org.bothyes.conversation.Stage;
import org.bothyes.shell.Texts;

/** Finish without sharing: seals an empty sheet by the very same path. Nobody is told that it was empty. */
@Route("finish")
class FinishView extends StageView {

    private static final long serialVersionUID = 1;

    private final transient Rounds rounds;

    FinishView(Journey journey, Texts texts, Rounds rounds) {
        super(journey, texts, Set.of(Stage.Answering.class));
        this.rounds = rounds;
    }

    @Override
    void enter(BeforeEnterEvent event) {
        var page = new Page(texts, texts.get("part.finish"));
        page.title(texts.get("finish.title")).lead(texts.get("finish.lead"));
        page.text("note", texts.get("finish.same"));
        page.add(Parts.go(texts.get("finish.go"), this::seal));
        page.text("tiny", texts.get("finish.take-back"));
        page.add(Ways.after(texts, Parts.link("", texts.get("finish.back"))));
        show(page);
    }

    private void seal() {
        act(() -> {
            try {
                rounds.sealNothing(journey.partner());
                Journey.go("waiting");
            } catch (NotNow e) {
                if (!(journey.stage() instanceof Stage.BothFinished)) {
                    throw e;
                }
                tooLate();
            }
        });
    }

    /** Nobody may believe that they have shared nothing where what they had sealed on another screen counts. */
    private void tooLate() {
        var page = new Page(texts, texts.get("part.finish"));
        page.title(texts.get("finish.late")).lead(texts.get("finish.late.lead"));
        page.add(Parts.link("waiting", texts.get("finish.late.go")));
        show(page);
    }
}
