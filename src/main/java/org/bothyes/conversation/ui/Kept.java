// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Children that are told anew without being made anew: what stays keeps its place, its focus and whether it is open.
 * What is the same as before is not touched at all, so nothing is sent for it. Order never changes, things only come
 * and go, since everything stands in pack order.
 *
 * @param <V> what a child tells; each has a key of its own
 * @param <C> the child
 */
final class Kept<V, C extends Component> {

    private final HasComponents parent;
    private final Function<V, Object> key;
    private final Function<V, C> child;
    private final Telling<V, C> telling;
    private final Map<Object, Shown<V, C>> shown = new LinkedHashMap<>();

    /** Tells a child something else. */
    @FunctionalInterface
    interface Telling<V, C> {
        void tell(C child, V value);
    }

    private record Shown<V, C>(V value, C child) {}

    Kept(HasComponents parent, Function<V, Object> key, Function<V, C> child, Telling<V, C> telling) {
        this.parent = parent;
        this.key = key;
        this.child = child;
        this.telling = telling;
    }

    void tell(List<V> values) {
        var keys = values.stream().map(key).toList();
        shown.entrySet().removeIf(entry -> {
            var gone = !keys.contains(entry.getKey());
            if (gone) {
                parent.remove(entry.getValue().child());
            }
            return gone;
        });
        var before = Map.copyOf(shown);
        shown.clear();
        for (var i = 0; i < values.size(); i++) {
            shown.put(keys.get(i), tell(values.get(i), before.get(keys.get(i)), i));
        }
    }

    private Shown<V, C> tell(V value, @Nullable Shown<V, C> before, int place) {
        if (before == null) {
            var made = child.apply(value);
            parent.addComponentAtIndex(place, made);
            return new Shown<>(value, made);
        }
        if (!before.value().equals(value)) {
            telling.tell(before.child(), value);
        }
        return new Shown<>(value, before.child());
    }

    List<C> children() {
        return shown.values().stream().map(Shown::child).toList();
    }
}
