// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        page.add(told("held.locked", locked()));
        page.add(told(
                "held.plain",
                keys("held.plain.set", "held.plain.when", "held.plain.own", "held.plain.found", "held.plain.evening")));
        page.add(told("held.who", keys("held.who.you", "held.who.partner", "held.who.server", "held.who.thief")));
        var end = told("held.end", List.of(texts.get("held.end.self", endsAt), texts.get("held.end.now")));
        end.add(Parts.link("erase", texts.get("menu.erase", endsAt)));
        page.add(end, told("privacy.not.title", keys("privacy.not.names", "privacy.not.visits")));
        page.add(Parts.link("", texts.get("support.back")));
        show(page);
    }

    private Section told(String title, List<String> lines) {
        return Parts.section(texts.get(title), Parts.list(lines));
    }

    private List<String> keys(String... keys) {
        return Stream.of(keys).map(key -> texts.get(key)).toList();
    }

    private List<String> locked() {
        var stage = journey.stage();
        var both = stage instanceof Stage.BothFinished;
        if (stage instanceof Stage.BothFinished(var ends, var round)
                && journey.tab().filter(tab -> tab.opened() == round).isPresent()) {
            return keys("held.list", "held.evening");
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
        held.add(texts.get("held.evening"));
        return held;
    }
}
