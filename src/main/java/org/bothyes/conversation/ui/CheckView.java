// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bothyes.conversation.Rounds;
import org.bothyes.conversation.SaidSince;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Section;
import org.bothyes.pack.Topic;
import org.bothyes.shell.Texts;

/** All answers, a section at a time, covered until tapped; what the partner could see at the most; then the seal. */
@Route("check")
class CheckView extends StepView<Step.Check> {

    private static final long serialVersionUID = 1;

    private final transient Rounds rounds;

    CheckView(Journey journey, Texts texts, Rounds rounds) {
        super(journey, texts);
        this.rounds = rounds;
    }

    @Override
    Optional<Step.Check> step(Pack pack, RouteParameters address) {
        return Optional.of(new Step.Check());
    }

    @Override
    String place(Step.Check step) {
        return texts.get("part.check");
    }

    @Override
    void fill(Step.Check step, Page page) {
        var sheet = journey.draft().sheet();
        page.title(texts.get("check.title")).lead(texts.get("check.lead"));
        for (var section : sheet.pack().sections()) {
            cover(page, sheet.pack().words().title(section), answers(sheet, section));
        }
        cover(page, texts.get("part.limits"), limits(sheet));
        cover(page, texts.get("part.signals"), List.of(signals(sheet)));
        if (Walk.isAllTheSame(sheet)) {
            page.text("note", texts.get("check.same"));
        }
        page.text("note", texts.get("check.once-more"));
        page.add(Parts.go(texts.get("check.seal"), () -> seal(step, sheet)));
        page.text("tiny", texts.get("check.counts", rounds.minutesUntilASealCounts()));
    }

    private void seal(Step.Check step, Sheet shown) {
        act(() -> {
            try {
                rounds.seal(journey.partner(), shown);
                Journey.go("waiting");
            } catch (SaidSince e) {
                showAnew(step, texts.get("check.said-since"));
            }
        });
    }

    private static void cover(Page page, String title, List<Div> lines) {
        var content = new Div();
        lines.forEach(content::add);
        var cover = Parts.details(title, content);
        cover.addClassName("cover");
        page.add(cover);
    }

    private List<Div> answers(Sheet sheet, Section section) {
        var lines = new ArrayList<Div>();
        for (var topic : section.topics()) {
            for (var side : topic.sides()) {
                lines.add(answer(sheet, topic, side));
            }
        }
        for (var choice : section.choices()) {
            choice.sides().forEach(side -> lines.add(choice(sheet, choice, side)));
        }
        return lines;
    }

    private Div answer(Sheet sheet, Topic topic, Topic.Side side) {
        var comfort = sheet.pictures(topic) ? sheet.comfort(side) : Comfort.BLANK;
        var said = texts.get("comfort." + comfort.name().toLowerCase(Locale.ROOT));
        var with = sheet.pack().conditions().stream()
                .filter(c -> sheet.has(side, c))
                .map(sheet.pack().words()::name)
                .collect(Collectors.joining(texts.get("list.comma")));
        var most =
                switch (comfort) {
                    case YES -> texts.get("check.most.like");
                    case OPEN -> texts.get("check.most.talk");
                    case LATER, NO, BLANK -> texts.get("check.most.never");
                };
        var seen = comfort.compareTo(Comfort.OPEN) >= 0 && !with.isEmpty()
                ? most + " " + texts.get("shared.only-with", with)
                : most;
        return line(sheet.pack().words().side(side), said, seen, new Step.Question(topic));
    }

    private Div choice(Sheet sheet, Choice choice, Choice.Side side) {
        var words = sheet.pack().words();
        var ticked = choice.items().stream()
                .filter(i -> sheet.has(side, i))
                .map(i -> words.item(choice, i))
                .collect(Collectors.joining(texts.get("list.comma")));
        var said = ticked.isEmpty() ? texts.get("check.nothing-ticked") : ticked;
        var name = choice.sides().size() > 1 ? words.name(choice) + ": " + words.side(side) : words.name(choice);
        return line(name, said, texts.get("check.most.ticked"), new Step.Ask(choice));
    }

    private List<Div> limits(Sheet sheet) {
        var words = sheet.pack().words();
        return sheet.pack().limits().stream()
                .filter(sheet::asks)
                .map(limit -> {
                    var row = limit.rows().get(sheet.row(limit).orElse(0));
                    return line(
                            words.name(limit),
                            words.label(limit, row),
                            texts.get("check.most.rule"),
                            new Step.Rule(limit));
                })
                .toList();
    }

    private Div signals(Sheet sheet) {
        var picked = sheet.pack().signals().stream()
                .filter(sheet::has)
                .map(sheet.pack().words()::name)
                .collect(Collectors.joining(texts.get("list.comma")));
        var said = picked.isEmpty() ? texts.get("check.nothing-ticked") : picked;
        return line(texts.get("signals.title"), said, texts.get("check.most.signals"), new Step.Signals());
    }

    private Div line(String name, String said, String seen, Step step) {
        var change = Parts.link(step.path(), texts.get("check.change"));
        change.setAriaLabel(texts.get("check.change.what", name));
        var line = new Div(Parts.span("name", name), Parts.span("said", said), Parts.span("seen", seen), change);
        line.addClassName("line");
        return line;
    }

    @Override
    boolean leadsOn() {
        return false;
    }
}
