// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import java.util.Arrays;
import java.util.List;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Condition;
import org.bothyes.pack.Id;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Signal;
import org.bothyes.pack.Topic;

/**
 * What two partners share, and all that either of them may learn. Everything that has a direction is asked for by the
 * reader's {@link Role}, so that a page tells it from the reader's side.
 */
public final class Overlap {

    private final Pack pack;
    /** Sides as partner one was asked. */
    private final Marks marks;

    Overlap(Pack pack, Marks marks) {
        this.pack = pack;
        this.marks = marks;
    }

    /** No topic shared: every limit at its first row, no choice, no signal but those that always count. */
    public static Overlap nothing(Pack pack) {
        var none = Marks.none(pack);
        Arrays.fill(none.limits(), (byte) 0);
        return new Overlap(pack, none);
    }

    /**
     * An overlap as {@link #write} made it.
     *
     * @throws IllegalArgumentException if the bytes are no overlap; the message does not repeat them
     */
    public static Overlap read(Pack pack, byte[] written) {
        return new Overlap(pack, MarksText.of(pack).read(written, Shared.LIKE));
    }

    /** This overlap as bytes, by frozen ids. */
    public byte[] write() {
        return MarksText.of(pack).write(marks);
    }

    public Pack pack() {
        return pack;
    }

    /** Whether no topic is shared. */
    public boolean isNothing() {
        for (var mark : marks.topics()) {
            if (mark > 0) {
                return false;
            }
        }
        return true;
    }

    public Shared shared(Role reader, Topic.Side side) {
        return Shared.values()[marks.topics()[index(reader, side.index(), side.mirror())]];
    }

    /** The conditions of both on one side of a shared topic, in pack order. */
    public List<Condition> conditions(Role reader, Topic.Side side) {
        var bits = marks.conditions()[index(reader, side.index(), side.mirror())];
        return pack.conditions().stream()
                .filter(c -> Marks.isSet(bits, c.index()))
                .toList();
    }

    /** Whether the joint rules are stricter than the topic needs: then it is something to talk about. */
    public boolean ruledOut(Topic topic) {
        return topic.needs()
                .filter(need -> rowIndex(pack.limit(need.limit())) < need.row())
                .isPresent();
    }

    /** The joint row of a limit. It stands until both loosen it. */
    public Limit.Row row(Limit limit) {
        return limit.rows().get(rowIndex(limit));
    }

    /** Whether a limit matters here: a dependent one only where both loosened one it depends on. */
    public boolean applies(Limit limit) {
        return limit.matters(id -> rowIndex(pack.limit(id)) > 0);
    }

    /** What both ticked, in pack order. */
    public List<Id<Choice.Item>> items(Role reader, Choice.Side side) {
        var bits = marks.choices()[index(reader, side.index(), side.mirror())];
        var items = pack.choice(side.choice().value()).orElseThrow().items();
        return items.stream().filter(i -> Marks.isSet(bits, items.indexOf(i))).toList();
    }

    /** What either of the two picked: both count. */
    public List<Signal> signals() {
        return pack.signals().stream()
                .filter(s -> Marks.isSet(marks.signals(), s.index()))
                .toList();
    }

    /**
     * This list with one thing made safer: what the rule gives for two who both say it again, one of them with this
     * change. So it is never looser anywhere, and nobody can tell it from answers. What would not make it safer, or does
     * not stand on it, leaves it as it is.
     *
     * @param reader who does it, whose side it is told from; nothing of the result tells who
     */
    public Overlap safer(Role reader, Safer change) {
        var mine = Sheet.from(this, reader).safer(change);
        var theirs = Sheet.from(this, reader.other());
        return reader == Role.ONE ? OverlapRule.of(mine, theirs) : OverlapRule.of(theirs, mine);
    }

    private int rowIndex(Limit limit) {
        return Math.max(0, marks.limits()[limit.index()]);
    }

    private static int index(Role reader, int index, int mirror) {
        return reader == Role.ONE ? index : mirror;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Overlap that && pack == that.pack && marks.equals(that.marks);
    }

    @Override
    public int hashCode() {
        return marks.hashCode();
    }

    @Override
    public String toString() {
        return Change.REDACTED;
    }
}
