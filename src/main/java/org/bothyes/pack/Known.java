// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The ids of one kind that a pack has defined so far: each only once, and every reference is held against them.
 *
 * @param <T> the kind of thing they name
 */
final class Known<T> {

    private final String kind;
    private final Map<String, Id<T>> ids = new LinkedHashMap<>();

    /** @param kind what faults call one of them: {@code topic} */
    Known(String kind) {
        this.kind = kind;
    }

    /** Defines the id that stands here. */
    Id<T> add(YamlValue value) {
        Id<T> id = value.id();
        if (ids.putIfAbsent(id.value(), id) != null) {
            throw value.fault(
                    "Another " + kind + " has the id “" + id + "” already.", "Give one of the two another id.");
        }
        return id;
    }

    /** The defined id that is referred to here. */
    Id<T> find(YamlValue value) {
        return Objects.requireNonNull(ids.get(value.among(kind, ids.keySet())));
    }

    /** The defined ids that are referred to in this list, none of them twice. */
    Set<Id<T>> findAll(List<YamlValue> values) {
        var found = new LinkedHashSet<Id<T>>();
        for (var value : values) {
            if (!found.add(find(value))) {
                throw value.twice();
            }
        }
        return Collections.unmodifiableSet(found);
    }

    boolean has(String id) {
        return ids.containsKey(id);
    }

    /** All of them, in pack order. */
    List<String> all() {
        return List.copyOf(ids.keySet());
    }
}
