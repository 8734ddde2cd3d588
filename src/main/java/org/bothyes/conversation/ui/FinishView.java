package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import java.util.Set;
import org.bothyes.conversation.NotNow;
import org.bothyes.conversation.Rounds;
import org.bothyes.conversation.Stage;
import org.bothyes.shell.Texts;

/** Finish without sharing: seals an empty sheet by the very same path. Nobody is told that it was empty. */
@Route("finish")
class FinishView extends Composite<Div> implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    private final transient Journey journey;
    private final transient Texts texts;
    private final transient Rounds rounds;

    FinishView(Journey journey, Texts texts, Rounds rounds) {
        this.journey = journey;
        this.texts = texts;
        this.rounds = rounds;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!journey.admits(event, Set.of(Stage.Answering.class))) {
            return;
        }
        var page = new Page(texts, texts.get("part.finish"));
        page.title(texts.get("finish.title")).lead(texts.get("finish.lead"));
        page.text("note", texts.get("finish.same"));
        page.add(Parts.go(texts.get("finish.go"), this::seal));
        page.add(Parts.link("", texts.get("finish.back")));
        getContent().removeAll();
        getContent().add(page);
    }

    private void seal() {
        try {
            rounds.sealNothing(journey.partner());
            Journey.go("waiting");
        } catch (NotNow e) {
            Journey.go("");
        }
    }
}
