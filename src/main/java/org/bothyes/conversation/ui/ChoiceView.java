// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import static java.util.stream.Collectors.toSet;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.bothyes.overlap.Change;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Id;
import org.bothyes.pack.Pack;
import org.bothyes.shell.Texts;

/** Things to tick; both ways round together where there are two. */
@Route("choices/:choice")
class ChoiceView extends StepView<Step.Ask> {

    private static final long serialVersionUID = 1;

    ChoiceView(Journey journey, Texts texts) {
        super(journey, texts);
    }

    @Override
    Optional<Step.Ask> step(Pack pack, RouteParameters address) {
        return address.get("choice").flatMap(pack::choice).map(Step.Ask::new);
    }

    @Override
    String place(Step.Ask step) {
        var pack = journey.partner().pack();
        return pack.words().title(pack.section(step.choice().section().value()).orElseThrow());
    }

    @Override
    void fill(Step.Ask step, Page page) {
        var words = journey.partner().pack().words();
        page.title(words.name(step.choice())).lead(words.help(step.choice()));
        step.choice().sides().forEach(side -> page.add(items(step, side)));
        page.text("tiny", texts.get("choice.both"));
    }

    private Ticks<Id<Choice.Item>> items(Step.Ask step, Choice.Side side) {
        var choice = step.choice();
        var sheet = journey.draft().sheet();
        var words = sheet.pack().words();
        var ticked = choice.items().stream().filter(i -> sheet.has(side, i)).collect(toSet());
        var items = new Ticks<>(choice.items(), item -> words.item(choice, item), ticked)
                .onTick((item, on) -> new Change.Ticked(side, item, on), changes -> answer(step, changes));
        if (choice.sides().size() > 1) {
            items.setLabel(words.side(side));
        } else {
            items.setAriaLabel(words.name(choice));
        }
        return items;
    }
}
