// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Setting;
import org.bothyes.pack.Topic;

/**
 * Marks as text by frozen ids, one thing a line, so that stored answers outlive a pack that has grown or been put in
 * another order. What the pack no longer knows is passed over, which leaves the safer reading: not answered. Conditions
 * are many, so their ids stand once, in the first line, and each side keeps only bits.
 */
final class MarksText {

    private static final Map<Pack, MarksText> BY_PACK = new ConcurrentHashMap<>();

    final Pack pack;
    final Names conditions;
    final Names sides;
    final Names limits;
    final List<Names> rows;
    final Names choiceSides;
    final List<Names> items;
    final Names signals;
    final Names settings = Names.of(Stream.of(Setting.values()).map(Setting::name));

    private MarksText(Pack pack) {
        this.pack = pack;
        conditions = Names.of(pack.conditions().stream().map(c -> c.id().value()));
        sides = Names.of(pack.sides().stream().map(Topic.Side::key));
        limits = Names.of(pack.limits().stream().map(l -> l.id().value()));
        rows = pack.limits().stream()
                .map(limit -> Names.of(limit.rows().stream().map(r -> r.id().value())))
                .toList();
        choiceSides = Names.of(pack.choiceSides().stream().map(Choice.Side::key));
        items = pack.choiceSides().stream()
                .map(side -> pack.choice(side.choice().value()).orElseThrow().items())
                .map(all -> Names.of(all.stream().map(i -> i.value())))
                .toList();
        signals = Names.of(pack.signals().stream().map(s -> s.id().value()));
    }

    static MarksText of(Pack pack) {
        return BY_PACK.computeIfAbsent(pack, MarksText::new);
    }

    byte[] write(Marks marks) {
        var lines = new ArrayList<String>();
        lines.add("conditions " + conditions.named(-1));
        for (var side = 0; side < marks.topics().length; side++) {
            var mark = marks.topics()[side];
            var bits = marks.conditions()[side];
            if (mark != 0 || bits != 0) {
                lines.add("t " + sides.name(side) + ' ' + mark + ' ' + Integer.toHexString(bits));
            }
        }
        for (var limit = 0; limit < marks.limits().length; limit++) {
            var row = marks.limits()[limit];
            if (row != Marks.UNANSWERED) {
                lines.add("l " + limits.name(limit) + ' ' + rows.get(limit).name(row));
            }
        }
        for (var side = 0; side < marks.choices().length; side++) {
            if (marks.choices()[side] != 0) {
                lines.add("c " + choiceSides.name(side) + ' ' + items.get(side).named(marks.choices()[side]));
            }
        }
        lines.add("s " + signals.named(marks.signals()));
        lines.add("in " + settings.named(marks.settings()));
        return String.join("\n", lines).getBytes(UTF_8);
    }

    /**
     * Marks as {@link #write} made them.
     *
     * @param most the highest mark that a topic can have
     * @throws IllegalArgumentException if they are not; the message does not repeat what stood there
     */
    Marks read(byte[] text, Enum<?> most) {
        return new MarksReader(this, text, most.ordinal()).marks();
    }
}
