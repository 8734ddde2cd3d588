// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import org.bothyes.shell.Texts;

/** How far this partner has come: one short line a section, and the minutes left. The sections never change. */
final class Progress extends Composite<Div> {

    private static final long serialVersionUID = 1;

    Progress(Texts texts, Walk walk, Step at) {
        var lines = new Div();
        lines.addClassName("progress");
        lines.getElement().setAttribute("aria-hidden", "true");
        // A drawing in one piece: as components its lines would be a fifth of what goes to the phone with every step.
        lines.getElement()
                .setProperty(
                        "innerHTML",
                        walk.parts().stream().map(part -> line(part, at)).collect(joining()));
        var position = walk.position(at)
                .map(place -> texts.get(key(at), place.number(), place.of()))
                .orElse("");
        var words = new Div(
                Parts.span("position", position), Parts.span("left", texts.get("progress.left", walk.minutesLeft(at))));
        words.addClassName("where");
        getContent().add(lines, words);
    }

    private static String line(Walk.Part part, Step at) {
        var done = part.all() == 0 ? 0 : 100 * part.answered() / part.all();
        return "<span" + (isAt(part, at) ? " class=here" : "") + " style=\"--done: " + done + "%\"></span>";
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
