// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import static java.util.stream.Collectors.toSet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Topic;
import org.bothyes.shell.Texts;

/** The answer to one side of a topic, and below a yes the conditions for it. */
final class ComfortForm extends Composite<Div> {

    private static final long serialVersionUID = 1;
    private static final List<Comfort> ANSWERS = List.of(Comfort.YES, Comfort.OPEN, Comfort.LATER, Comfort.NO);

    private final transient Topic.Side side;
    private final transient Consumer<List<Change>> answer;
    private final transient Supplier<Component> ticks;
    private final RadioButtonGroup<Comfort> comfort = new RadioButtonGroup<>();
    private final Div conditions = new Div();
    private final NativeDetails onlyWith;
    private final Button clear;

    ComfortForm(Texts texts, Sheet sheet, Topic topic, Topic.Side side, Consumer<List<Change>> answer) {
        this.side = side;
        this.answer = answer;
        this.ticks = () -> ticks(texts, sheet, topic);
        conditions.add(Parts.text("tiny", texts.get("topic.only-with.help")));
        this.onlyWith = new NativeDetails(texts.get("topic.only-with"), conditions);
        // What most people never unfold is not sent to them: an answer is saved, and said to be, without it.
        onlyWith.addToggleListener(toggle -> fill());
        this.clear = new Button(texts.get("topic.clear"), click -> {
            comfort.clear();
            // The button goes, and must not take the place on the page along.
            comfort.getElement().executeJs("this.querySelector('input').focus()");
        });
        var words = sheet.pack().words();
        comfort.setLabel(words.side(side));
        comfort.setItemLabelGenerator(c -> texts.get("comfort." + c.name().toLowerCase(Locale.ROOT)));
        comfort.setItems(ANSWERS);
        comfort.addClassNames("answers", topic.directional() ? "side" : "alone");
        clear.addClassName("link");
        getContent().addClassName("comfort");
        getContent().add(comfort, clear, onlyWith);
        bind(sheet);
    }

    private void bind(Sheet sheet) {
        comfort.setValue(sheet.comfort(side) == Comfort.BLANK ? null : sheet.comfort(side));
        unfold();
        comfort.addValueChangeListener(change -> {
            var value = change.getValue();
            if (value == null && change.isFromClient()) {
                // No page of ours says this: an answer is taken back by the button and by nothing else.
                comfort.setValue(change.getOldValue());
                return;
            }
            answer.accept(List.of(new Change.Answered(side, value == null ? Comfort.BLANK : value)));
            unfold();
        });
    }

    private Component ticks(Texts texts, Sheet sheet, Topic topic) {
        var fitting =
                sheet.pack().conditions().stream().filter(c -> c.fits(topic)).toList();
        var ticked = fitting.stream().filter(c -> sheet.has(side, c)).collect(toSet());
        var made = new Ticks<>(fitting, sheet.pack().words()::name, ticked)
                .onTick((condition, on) -> new Change.Conditioned(side, condition, on), answer);
        made.setAriaLabel(texts.get("topic.only-with"));
        return made;
    }

    private void fill() {
        if (onlyWith.isOpen() && conditions.getComponentCount() == 1) {
            conditions.add(ticks.get());
        }
    }

    /** Conditions go with a yes; clearing goes with an answer. */
    private void unfold() {
        var value = comfort.getValue();
        onlyWith.setVisible(value == Comfort.YES || value == Comfort.OPEN);
        clear.setVisible(value != null);
    }
}
