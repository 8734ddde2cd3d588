package org.bothyes.conversation.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import org.bothyes.conversation.Ending;
import org.bothyes.conversation.Stage;
import org.bothyes.shell.Texts;

/**
 * What we hold about this partner, in plain words. It depends on where they are themself and on dates that are fixed for
 * both; what the other has done, or whether they have opened the list, makes no difference.
 */
@Route("held")
class HeldView extends StageView {

    private static final long serialVersionUID = 1;

    private final transient Ending ending;

    HeldView(Journey journey, Texts texts, Ending ending) {
        super(journey, texts, ANY);
        this.ending = ending;
    }

    @Override
    void enter(BeforeEnterEvent event) {
        var endsAt = Parts.day(ending.at(journey.partner()));
        var page = new Page(texts, texts.get("part.held"));
        page.title(texts.get("held.title")).lead(texts.get("held.lead"));
        page.add(Parts.section(texts.get("held.locked"), Parts.list(locked())));
        page.add(Parts.section(
                texts.get("held.plain"),
                Parts.list(List.of(
                        texts.get("held.plain.set"),
                        texts.get("held.plain.when"),
                        texts.get("held.plain.own"),
                        texts.get("held.plain.found")))));
        page.add(Parts.section(
                texts.get("held.who"),
                Parts.list(List.of(
                        texts.get("held.who.you"),
                        texts.get("held.who.partner"),
                        texts.get("held.who.server"),
                        texts.get("held.who.thief")))));
        page.add(Parts.section(
                texts.get("held.end"),
                Parts.list(List.of(texts.get("held.end.self", endsAt), texts.get("held.end.now"))),
                Parts.link("erase", texts.get("menu.erase", endsAt))));
        page.add(Parts.section(
                texts.get("privacy.not.title"),
                Parts.list(List.of(texts.get("privacy.not.names"), texts.get("privacy.not.visits")))));
        page.add(Parts.link("", texts.get("support.back")));
        show(page);
    }

    private List<String> locked() {
        var stage = journey.stage();
        var both = stage instanceof Stage.BothFinished;
        if (stage instanceof Stage.BothFinished(var ends, var round)
                && journey.tab().filter(tab -> tab.opened() == round).isPresent()) {
            return List.of(texts.get("held.list"));
        }
        var held = new ArrayList<>(List.of(texts.get("held.draft")));
        if (!(stage instanceof Stage.Answering)) {
            held.add(texts.get("held.copy"));
        }
        if (journey.hasList()) {
            held.add(texts.get("held.last-list"));
        }
        if (both) {
            held.add(texts.get("held.either"));
        }
        return held;
    }
}
