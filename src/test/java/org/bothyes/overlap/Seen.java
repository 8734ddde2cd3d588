// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import java.util.List;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Id;
import org.bothyes.pack.Signal;
import org.bothyes.pack.Topic;

/**
 * Everything that one reader can get out of an overlap, in pack order: whatever a page is made of, it is made of this.
 *
 * @param shared by side
 * @param conditions by side, shared or not
 * @param ruledOut by topic, shared or not
 * @param rows by limit
 * @param applies by limit
 * @param items by side of a choice
 */
record Seen(
        boolean nothing,
        List<Shared> shared,
        List<List<String>> conditions,
        List<Boolean> ruledOut,
        List<String> rows,
        List<Boolean> applies,
        List<List<String>> items,
        List<String> signals) {

    static Seen of(Overlap overlap, Role reader) {
        var pack = overlap.pack();
        return new Seen(
                overlap.isNothing(),
                pack.sides().stream().map(side -> overlap.shared(reader, side)).toList(),
                pack.sides().stream()
                        .map(side -> conditions(overlap, reader, side))
                        .toList(),
                pack.topics().stream().map(overlap::ruledOut).toList(),
                pack.limits().stream()
                        .map(limit -> overlap.row(limit).id().value())
                        .toList(),
                pack.limits().stream().map(overlap::applies).toList(),
                pack.choiceSides().stream()
                        .map(side -> items(overlap, reader, side))
                        .toList(),
                overlap.signals().stream().map(Signal::id).map(Id::value).toList());
    }

    private static List<String> conditions(Overlap overlap, Role reader, Topic.Side side) {
        return overlap.conditions(reader, side).stream()
                .map(condition -> condition.id().value())
                .toList();
    }

    private static List<String> items(Overlap overlap, Role reader, Choice.Side side) {
        return overlap.items(reader, side).stream().map(Id::value).toList();
    }
}
