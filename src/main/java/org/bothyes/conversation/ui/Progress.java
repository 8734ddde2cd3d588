// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.bothyes.shell.Texts;

/** How far this partner has come: one short line a section, and the minutes left. The sections never change. */
final class Progress extends Composite<Div> {

    private static final long serialVersionUID = 1;

    Progress(Texts texts, Walk walk, Step at) {
        var lines = new Div();
        lines.addClassName("progress");
        lines.getElement().setAttribute("aria-hidden", "true");
        for (var part : walk.parts()) {
            var line = new Span();
            line.getStyle().set("--done", part.all() == 0 ? "0%" : 100 * part.answered() / part.all() + "%");
            if (isAt(part, at)) {
                line.addClassName("here");
            }
            lines.add(line);
        }
        var position = walk.position(at)
                .map(place -> texts.get(key(at), place.number(), place.of()))
                .orElse("");
        var words = new Div(
                Parts.span("position", position), Parts.span("left", texts.get("progress.left", walk.minutesLeft(at))));
        words.addClassName("where");
        getContent().add(lines, words);
    }

    private static String key(Step at) {
        return at instanceof Step.Question(var topic) && topic.core() ? "progress.short" : "progress.position";
    }

    private static boolean isAt(Walk.Part part, Step at) {
        return switch (at) {
            case Step.Question(var topic) ->
                part.section().filter(s -> s.id().equals(topic.section())).isPresent();
            case Step.Ask(var choice) ->
                part.section().filter(s -> s.id().equals(choice.section())).isPresent();
            case Step.Rule ignored -> part.section().isEmpty();
            default -> false;
        };
    }
}
