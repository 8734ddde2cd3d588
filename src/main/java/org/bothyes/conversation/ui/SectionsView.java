// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.Set;
import org.bothyes.conversation.Stage;
import org.bothyes.shell.Texts;

/** Every section, to jump to, with how far this partner has come. */
@Route("sections")
class SectionsView extends StageView {

    private static final long serialVersionUID = 1;

    SectionsView(Journey journey, Texts texts) {
        super(journey, texts, Set.of(Stage.Answering.class));
    }

    @Override
    void enter(BeforeEnterEvent event) {
        var walk = new Walk(journey.draft());
        var list = new OrderedList();
        list.addClassName("sections");
        walk.parts().forEach(part -> list.add(new ListItem(link(walk, part))));
        list.add(new ListItem(Parts.link(new Step.Signals().path(), texts.get("part.signals"))));
        list.add(new ListItem(Parts.link(new Step.Check().path(), texts.get("part.check"))));
        var page = new Page(texts, texts.get("part.sections"));
        page.title(texts.get("sections.title")).lead(texts.get("sections.lead")).add(list);
        page.add(Parts.link("", texts.get("sections.back")));
        show(page);
    }

    private Anchor link(Walk walk, Walk.Part part) {
        var pack = journey.partner().pack();
        var title = part.section().map(pack.words()::title).orElseGet(() -> texts.get("part.limits"));
        var first = part.section()
                .map(section -> Walk.first(section, journey.draft().sheet()))
                .orElseGet(walk::firstRule);
        var link = Parts.link(first.path(), title);
        link.add(Parts.span("count", texts.get("sections.answered", part.answered(), part.all())));
        return link;
    }
}
