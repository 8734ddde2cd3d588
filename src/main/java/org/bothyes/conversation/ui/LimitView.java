// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Optional;
import org.bothyes.overlap.Change;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Pack;
import org.bothyes.shell.Texts;

/** One limit: its rows, the most protective first, none chosen beforehand. */
@Route("limits/:limit")
class LimitView extends StepView<Step.Rule> {

    private static final long serialVersionUID = 1;

    LimitView(Journey journey, Texts texts) {
        super(journey, texts);
    }

    @Override
    Optional<Step.Rule> step(Pack pack, RouteParameters address) {
        return address.get("limit").flatMap(pack::limit).map(Step.Rule::new);
    }

    @Override
    String place(Step.Rule step) {
        return texts.get("part.limits");
    }

    @Override
    String nextWord(Step.Rule step) {
        var answered = journey.draft().sheet().row(step.limit()).isPresent();
        return texts.get(answered ? "step.next" : "step.skip");
    }

    @Override
    void fill(Step.Rule step, Page page) {
        var words = journey.partner().pack().words();
        var limit = step.limit();
        page.title(words.name(limit)).lead(words.help(limit)).add(rows(step));
        page.text("tiny", texts.get("limit.nested"));
        if (limit.index() == 0) {
            page.text("tiny", texts.get("limit.shows"));
        }
        page.text("tiny", texts.get("limit.enforce"));
    }

    private RadioButtonGroup<Limit.Row> rows(Step.Rule step) {
        var limit = step.limit();
        var words = journey.partner().pack().words();
        var rows = new RadioButtonGroup<Limit.Row>();
        rows.setRenderer(new ComponentRenderer<>(row -> {
            var text = new Div(Parts.span("label", words.label(limit, row)));
            words.detail(limit, row).ifPresent(detail -> text.add(Parts.span("detail", detail)));
            return text;
        }));
        rows.setItems(limit.rows());
        rows.setAriaLabel(words.name(limit));
        rows.addClassNames("answers", "alone");
        journey.draft()
                .sheet()
                .row(limit)
                .ifPresent(row -> rows.setValue(limit.rows().get(row)));
        rows.addValueChangeListener(change ->
                answer(step, List.of(new Change.Limited(limit, limit.rows().indexOf(change.getValue())))));
        return rows;
    }
}
