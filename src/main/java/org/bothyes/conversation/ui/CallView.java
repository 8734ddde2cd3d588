// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.bothyes.conversation.Sharing;
import org.bothyes.overlap.Overlap;
import org.bothyes.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Before a call: one card for tonight, to be read at arm's length. It stays while nobody touches it, until the morning;
 * meanwhile everything else of its tab locks as ever.
 *
 * @see <a href="../../../../../../../docs/decisions/0013-a-card-that-stays.md">decision 13</a>
 */
@Route("call")
class CallView extends ListView {

    private static final long serialVersionUID = 1;

    private final transient CallPaper paper;
    private final Div card = new Div();
    private transient @Nullable CallCard shown;

    CallView(Journey journey, Texts texts, Sharing sharing, CallPaper paper) {
        super(journey, texts, sharing);
        this.paper = paper;
        card.addClassName("call");
    }

    @Override
    void enter(Overlap list, BeforeEnterEvent event) {
        card.getElement()
                .setAttribute(
                        "data-until", String.valueOf(journey.layOutTheCard().toEpochMilli()));
        var page = new Page(texts, texts.get("part.call"));
        page.title(texts.get("call.title")).lead(texts.get("call.lead"));
        page.add(card).text("tiny", texts.get("shared.again")).text("tiny", texts.get("call.stays"));
        page.add(Ways.after(texts, Parts.link("shared", texts.get("less.back"))));
        tell(CallCard.of(list, journey.partner().role(), texts));
        show(page);
    }

    private void tell(CallCard now) {
        shown = now;
        card.removeAll();
        card.add(Parts.section(texts.get("shared.stop"), Parts.text("always", texts.get("signals.always"))));
        if (!now.signals().isEmpty()) {
            card.add(Parts.section(texts.get("shared.signals"), facts(now.signals())));
        }
        card.add(Parts.section(texts.get("shared.rules"), facts(now.rules()), Parts.list(now.fixed())));
        if (!now.words().isEmpty()) {
            card.add(Parts.section(texts.get("shared.words"), facts(now.words())));
        }
        var asks = Parts.section(texts.get("shared.ask"));
        for (var lines : now.checkIns()) {
            asks.add(new H3(lines.moment()));
            lines.lines().forEach(line -> asks.add(Parts.text("say", "“" + line + "”")));
        }
        card.add(asks, paper.link(now, journey.tab().orElseThrow()), Parts.text("tiny", texts.get("call.take.help")));
    }

    private static DescriptionList facts(List<CallCard.Fact> facts) {
        var list = new DescriptionList();
        for (var fact : facts) {
            list.add(new DescriptionList.Term(fact.name()), new DescriptionList.Description(fact.what()));
        }
        return list;
    }

    /** The list may have become safer. What is told anew stays where it is read. */
    @Override
    void rung(Overlap list) {
        var now = CallCard.of(list, journey.partner().role(), texts);
        if (!now.equals(shown)) {
            tell(now);
        }
    }
}
