// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.List;
import java.util.function.BiConsumer;
import org.bothyes.conversation.ui.SharedPage.Way;

/** One line of the list. Folded it says what is shared; unfolded, what to say and what makes it safer. */
final class Line extends Composite<NativeDetails> {

    private static final long serialVersionUID = 1;

    private final Div ways = new Div();
    private final transient BiConsumer<Line, Way> safer;
    private final transient Kept<Ways, Div> shown = new Kept<>(ways, Ways::title, this::ways, this::tell);
    private transient Told told;

    /**
     * What a line says.
     *
     * @param key which it is, whatever it says
     * @param kind how it looks
     * @param below what stands below its name
     * @param says lines to say, the same for as long as the line stands
     * @param ways what makes it safer; a title without any is a text
     */
    record Told(Object key, String kind, String name, List<Below> below, List<String> says, List<Ways> ways) {}

    /** A text below a name. */
    record Below(String kind, String text) {}

    /** Some ways of one kind. */
    record Ways(String title, List<Way> ways) {}

    Line(Told told, BiConsumer<Line, Way> safer) {
        this.safer = safer;
        this.told = told;
        var says = new Div();
        told.says().forEach(line -> says.add(Parts.text("say", "“" + line + "”")));
        getContent().addClassNames("thing", told.kind());
        getContent().setContent(new Div(says, ways));
        // What most people never unfold is not sent to them.
        getContent().addToggleListener(toggle -> unfold());
        summary();
    }

    Object key() {
        return told.key();
    }

    void tell(Told next) {
        told = next;
        summary();
        unfold();
    }

    void focus() {
        getContent().getSummary().getElement().executeJs("this.focus({preventScroll: true})");
    }

    private void summary() {
        var name = new Div(Parts.span("name", told.name()));
        told.below().forEach(text -> name.add(Parts.span(text.kind(), text.text())));
        getContent().setSummary(name);
    }

    private void unfold() {
        if (getContent().isOpen()) {
            shown.tell(told.ways());
        }
    }

    private Div ways(Ways some) {
        var made = new Div();
        made.addClassNames("safer", "chips");
        tell(made, some);
        return made;
    }

    private void tell(Div made, Ways some) {
        made.removeAll();
        made.add(Parts.text("tiny", some.title()));
        some.ways().forEach(way -> {
            var button = new NativeButton(way.words(), click -> safer.accept(this, way));
            button.addClassName("chip");
            made.add(button);
        });
    }
}
