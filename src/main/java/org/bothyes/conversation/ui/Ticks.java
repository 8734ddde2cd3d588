// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bothyes.overlap.Change;

/** Things to tick, shown as chips. What is told on is what was touched, never all that is ticked. */
final class Ticks<T> extends CheckboxGroup<T> {

    private static final long serialVersionUID = 1;

    Ticks(Collection<T> items, Function<T, String> name, Set<T> ticked) {
        setItemLabelGenerator(name::apply);
        setItems(items);
        setValue(ticked);
        addClassName("chips");
    }

    Ticks<T> onTick(BiFunction<T, Boolean, Change> change, Consumer<List<Change>> answer) {
        addSelectionListener(selection -> {
            var changes = new ArrayList<Change>();
            selection.getAddedSelection().forEach(item -> changes.add(change.apply(item, true)));
            selection.getRemovedSelection().forEach(item -> changes.add(change.apply(item, false)));
            answer.accept(changes);
        });
        return this;
    }
}
