// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bothyes.conversation.ui.Line.Below;
import org.bothyes.conversation.ui.Line.Told;
import org.bothyes.conversation.ui.Line.Ways;
import org.bothyes.conversation.ui.SharedPage.Way;
import org.bothyes.overlap.Safer;
import org.bothyes.shell.Texts;

/** What both share, line by line. Told anew, it changes in place. */
final class SharedList extends Composite<Div> {

    private static final long serialVersionUID = 1;

    private final transient Texts texts;
    private final transient Consumer<Safer> safer;
    private final transient Kept<Part.Told, Part> parts =
            new Kept<>(getContent(), Part.Told::kind, told -> new Part(told, this::safer), Part::tell);

    /** @param safer makes something safer and tells this list what has become of it */
    SharedList(Texts texts, Consumer<Safer> safer) {
        this.texts = texts;
        this.safer = safer;
    }

    void tell(SharedPage page) {
        parts.tell(Stream.of(
                        topics("like", page.like()),
                        topics("talk", page.talk()),
                        topics("ruled", page.ruled()),
                        part("rules", page.rules().stream().map(this::rule).toList()),
                        part("words", page.words().stream().map(this::word).toList()),
                        part(
                                "signals",
                                page.signals().stream().map(this::signal).toList()))
                .filter(part -> !part.rows().isEmpty())
                .toList());
    }

    /** The focus stays on the line, or goes to the one that takes its place. */
    private void safer(Line line, Way way) {
        var place = lines().indexOf(line);
        safer.accept(way.change());
        var lines = lines();
        lines.stream()
                .filter(left -> left.key().equals(line.key()))
                .findFirst()
                .or(() ->
                        lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(Math.min(place, lines.size() - 1))))
                .ifPresent(Line::focus);
    }

    List<Line> lines() {
        return parts.children().stream().flatMap(part -> part.lines().stream()).toList();
    }

    private Part.Told part(String kind, List<? extends Part.Row> rows) {
        var title = "shared." + kind;
        return new Part.Told(kind, texts.get(title), texts.get(title + ".help"), List.copyOf(rows));
    }

    private Part.Told topics(String kind, List<SharedPage.Group> groups) {
        var rows = new ArrayList<Part.Row>();
        for (var group : groups) {
            rows.add(new Part.Heading(group.section()));
            group.things().forEach(thing -> rows.add(new Part.Entry(thing(thing))));
        }
        return part(kind, rows);
    }

    private Told thing(SharedPage.Thing thing) {
        var below = new ArrayList<Below>();
        thing.topic().ifPresent(topic -> below.add(new Below("topic", topic)));
        if (!thing.onlyWith().isEmpty()) {
            below.add(new Below("only", texts.get("shared.only-with", thing.onlyWith())));
        }
        var ways = new ArrayList<>(List.of(new Ways(texts.get("safer.title"), thing.safer())));
        if (!thing.conditions().isEmpty()) {
            ways.add(new Ways(texts.get("safer.only-with"), thing.conditions()));
        }
        return new Told(thing.side(), "topic-line", thing.name(), below, thing.lines(), ways);
    }

    private Part.Entry rule(SharedPage.Rule rule) {
        var title = texts.get(rule.stricter().isEmpty() ? "safer.strictest" : "safer.rule");
        return entry(rule.limit(), "rule-line", rule.rule(), new Ways(title, rule.stricter()));
    }

    private Part.Entry word(SharedPage.Entry entry) {
        return entry(entry.name(), "entry-line", entry.what(), new Ways(texts.get("safer.title"), entry.safer()));
    }

    private Part.Entry signal(SharedPage.Entry entry) {
        var what = entry.what().isEmpty() ? texts.get("shared.none-yet") : entry.what();
        var title = texts.get(entry.safer().isEmpty() ? "safer.all-signals" : "safer.signal");
        return entry(entry.name(), "entry-line", what, new Ways(title, entry.safer()));
    }

    private static Part.Entry entry(String name, String kind, String what, Ways ways) {
        return new Part.Entry(new Told(name, kind, name, List.of(new Below("rule", what)), List.of(), List.of(ways)));
    }
}
