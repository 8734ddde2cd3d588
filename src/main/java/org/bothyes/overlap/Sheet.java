// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import java.util.Comparator;
import java.util.Optional;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Condition;
import org.bothyes.pack.Id;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Setting;
import org.bothyes.pack.Signal;
import org.bothyes.pack.Topic;

/** One partner's answers, immutable. Prints nothing of itself. */
public final class Sheet {

    private final Pack pack;
    private final Marks marks;

    private Sheet(Pack pack, Marks marks) {
        this.pack = pack;
        this.marks = marks;
    }

    /** A sheet on which nothing is said yet. */
    public static Sheet blank(Pack pack) {
        return new Sheet(pack, Marks.none(pack));
    }

    /** A sheet on which everything is said that can be, to measure how large one gets. */
    public static Sheet fullest(Pack pack) {
        var sheet = blank(pack);
        for (var side : pack.sides()) {
            sheet = sheet.with(new Change.Answered(side, Comfort.YES));
            for (var condition : pack.conditions()) {
                if (condition.fits(pack.topic(side.topic()))) {
                    sheet = sheet.with(new Change.Conditioned(side, condition, true));
                }
            }
        }
        for (var limit : pack.limits()) {
            var longest = limit.rows().stream()
                    .max(Comparator.comparingInt(row -> row.id().value().length()))
                    .orElseThrow();
            sheet = sheet.with(new Change.Limited(limit, limit.rows().indexOf(longest)));
        }
        for (var side : pack.choiceSides()) {
            for (var item : pack.choice(side.choice().value()).orElseThrow().items()) {
                sheet = sheet.with(new Change.Ticked(side, item, true));
            }
        }
        for (var signal : pack.signals()) {
            sheet = sheet.with(new Change.Signalled(signal, true));
        }
        for (var setting : Setting.values()) {
            sheet = sheet.with(new Change.Pictured(setting, true));
        }
        return sheet;
    }

    /** Where a new round begins for one of the two: what both share, said anew from this partner's own side. */
    public static Sheet from(Overlap shared, Role owner) {
        var pack = shared.pack();
        var sheet = blank(pack);
        if (shared.isNothing()) {
            return sheet;
        }
        for (var side : pack.sides()) {
            var comfort =
                    switch (shared.shared(owner, side)) {
                        case NOTHING -> Comfort.BLANK;
                        case TALK -> Comfort.OPEN;
                        case LIKE -> Comfort.YES;
                    };
            sheet = sheet.with(new Change.Answered(side, comfort));
            for (var condition : shared.conditions(owner, side)) {
                sheet = sheet.with(new Change.Conditioned(side, condition, true));
            }
        }
        for (var limit : pack.limits()) {
            if (shared.applies(limit)) {
                sheet = sheet.with(new Change.Limited(limit, limit.rows().indexOf(shared.row(limit))));
            }
        }
        for (var side : pack.choiceSides()) {
            for (var item : shared.items(owner, side)) {
                sheet = sheet.with(new Change.Ticked(side, item, true));
            }
        }
        for (var signal : shared.signals()) {
            sheet = sheet.with(new Change.Signalled(signal, true));
        }
        return sheet;
    }

    /**
     * A sheet as {@link #write} made it.
     *
     * @throws IllegalArgumentException if the bytes are no sheet; the message does not repeat them
     */
    public static Sheet read(Pack pack, byte[] written) {
        return new Sheet(pack, MarksText.of(pack).read(written, Comfort.YES));
    }

    /** This sheet as bytes, by frozen ids; a few hundred bytes, at most about four thousand for a large pack. */
    public byte[] write() {
        return MarksText.of(pack).write(marks);
    }

    /**
     * This sheet with one thing said differently.
     *
     * @throws IllegalArgumentException if the pack does not offer this
     */
    public Sheet with(Change change) {
        return new Sheet(
                pack,
                switch (change) {
                    case Change.Answered(var side, var comfort) ->
                        marks.withTopic(side.index(), (byte) comfort.ordinal());
                    case Change.Conditioned(var side, var condition, var on) ->
                        marks.withCondition(side.index(), fitting(side, condition), on);
                    case Change.Limited(var limit, var row) -> marks.withLimit(limit.index(), rowOf(limit, row));
                    case Change.Ticked(var side, var item, var on) ->
                        marks.withChoice(side.index(), itemOf(side, item), on);
                    case Change.Signalled(var signal, var on) -> marks.withSignal(signal.index(), on);
                    case Change.Pictured(var setting, var on) -> marks.withSetting(setting.ordinal(), on);
                });
    }

    /**
     * This sheet with one thing made safer. What is safer already, or what the pack does not offer, leaves it as it is:
     * a tap that comes late is no fault.
     */
    public Sheet safer(Safer change) {
        return switch (change) {
            case Safer.Everything() -> blank(pack);
            case Safer.TakeOff(var side) -> with(new Change.Answered(side, Comfort.BLANK));
            case Safer.OnlyTalk(var side) ->
                comfort(side) == Comfort.YES ? with(new Change.Answered(side, Comfort.OPEN)) : this;
            case Safer.OnlyWith(var side, var condition) ->
                condition.fits(pack.topic(side.topic())) ? with(new Change.Conditioned(side, condition, true)) : this;
            case Safer.Tighten(var limit, var row) ->
                row >= 0 && row < row(limit).orElse(0) ? with(new Change.Limited(limit, row)) : this;
            case Safer.Untick(var side, var item) ->
                pack.choice(side.choice().value()).orElseThrow().items().contains(item)
                        ? with(new Change.Ticked(side, item, false))
                        : this;
            case Safer.AddSignal(var signal) -> with(new Change.Signalled(signal, true));
        };
    }

    public Pack pack() {
        return pack;
    }

    public Comfort comfort(Topic.Side side) {
        return Comfort.values()[marks.topics()[side.index()]];
    }

    public boolean has(Topic.Side side, Condition condition) {
        return Marks.isSet(marks.conditions()[side.index()], condition.index());
    }

    /** The chosen row, counted from 0; empty while the limit has not been answered, which counts as the first row. */
    public Optional<Integer> row(Limit limit) {
        var row = marks.limits()[limit.index()];
        return row == Marks.UNANSWERED ? Optional.empty() : Optional.of((int) row);
    }

    public boolean has(Choice.Side side, Id<Choice.Item> item) {
        return Marks.isSet(marks.choices()[side.index()], itemOf(side, item));
    }

    public boolean has(Signal signal) {
        return Marks.isSet(marks.signals(), signal.index());
    }

    public boolean has(Setting setting) {
        return Marks.isSet(marks.settings(), setting.ordinal());
    }

    /** Whether this partner pictures the topic anywhere; who has ticked no setting at all is asked everything. */
    public boolean pictures(Topic topic) {
        return marks.settings() == 0 || pack.comesUp(topic.sides().getFirst().index(), marks.settings());
    }

    /** Whether a limit can matter to this partner: a dependent one only where they loosened one it depends on. */
    public boolean asks(Limit limit) {
        return limit.matters(id -> row(pack.limit(id)).orElse(0) > 0);
    }

    /** What counts: the marks, with everything outside the pictured settings blank. */
    Marks counting() {
        if (marks.settings() == 0) {
            return marks;
        }
        var topics = marks.topics().clone();
        for (var side = 0; side < topics.length; side++) {
            if (!pack.comesUp(side, marks.settings())) {
                topics[side] = (byte) Comfort.BLANK.ordinal();
            }
        }
        return marks.withTopics(topics);
    }

    private int fitting(Topic.Side side, Condition condition) {
        if (!condition.fits(pack.topic(side.topic()))) {
            throw new IllegalArgumentException("this condition does not fit this topic");
        }
        return condition.index();
    }

    private static byte rowOf(Limit limit, int row) {
        if (row < 0 || row >= limit.rows().size()) {
            throw new IllegalArgumentException("this limit has no such row");
        }
        return (byte) row;
    }

    private int itemOf(Choice.Side side, Id<Choice.Item> item) {
        var index = pack.choice(side.choice().value()).orElseThrow().items().indexOf(item);
        if (index < 0) {
            throw new IllegalArgumentException("this choice has no such item");
        }
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sheet that && pack == that.pack && marks.equals(that.marks);
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
