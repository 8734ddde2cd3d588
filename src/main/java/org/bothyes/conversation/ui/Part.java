// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.function.BiConsumer;
import org.bothyes.conversation.ui.SharedPage.Way;

/** One part of the list: a heading, a word about it, and lines, some under a heading of their own. */
final class Part extends Composite<Section> {

    private static final long serialVersionUID = 1;

    private final Div rows = new Div();
    private final transient Kept<Row, Component> shown;

    /**
     * What a part says.
     *
     * @param kind which it is
     */
    record Told(String kind, String title, String help, List<Row> rows) {}

    /** A heading or a line. */
    sealed interface Row {}

    record Heading(String text) implements Row {}

    record Entry(Line.Told line) implements Row {}

    Part(Told told, BiConsumer<Line, Way> safer) {
        this.shown = new Kept<>(rows, Part::key, row -> row(row, safer), Part::tell);
        getContent().add(new H2(told.title()), Parts.text("tiny", told.help()), rows);
        getContent().addClassNames("things", told.kind());
        tell(told);
    }

    void tell(Told told) {
        shown.tell(told.rows());
    }

    List<Line> lines() {
        return shown.children().stream()
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .toList();
    }

    private static Object key(Row row) {
        return row instanceof Entry(var line) ? line.key() : row;
    }

    private static Component row(Row row, BiConsumer<Line, Way> safer) {
        return switch (row) {
            case Heading(var text) -> new H3(text);
            case Entry(var line) -> new Line(line, safer);
        };
    }

    private static void tell(Component shown, Row row) {
        if (shown instanceof Line line && row instanceof Entry(var next)) {
            line.tell(next);
        }
    }
}
