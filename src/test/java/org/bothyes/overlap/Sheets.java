// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Condition;
import org.bothyes.pack.Id;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Setting;
import org.bothyes.pack.Signal;
import org.bothyes.pack.Way;

/**
 * Sheets as somebody would say them, for tests of any room: {@code sheet(pack, yes("mirror"), gives(no("story")),
 * row("filming", "calm"))}. What a pack does not offer is refused, so that a test cannot pass by a slip of the pen.
 */
public final class Sheets {

    private Sheets() {}

    /** One thing that a partner says. */
    @FunctionalInterface
    public interface Said {
        Sheet on(Sheet sheet);
    }

    /** A condition, to be said with an answer. */
    public record Only(String condition) {}

    /** An answer to every side of a topic, or to one of them. */
    public record Answer(String topic, Comfort comfort, List<Only> only, Optional<Way> way) implements Said {

        @Override
        public Sheet on(Sheet sheet) {
            var sides = sheet.pack().topic(topic).orElseThrow(unknown(topic)).sides().stream()
                    .filter(side -> way.isEmpty() || way.get() == side.way())
                    .toList();
            check(!sides.isEmpty(), topic + " has no such side");
            var next = sheet;
            for (var side : sides) {
                next = next.with(new Change.Answered(side, comfort));
                for (var each : only) {
                    next = next.with(new Change.Conditioned(side, condition(sheet.pack(), each), true));
                }
            }
            return next;
        }
    }

    /** Ticks on every side of a choice, or on one of them. */
    public record Ticks(String choice, List<String> items, Optional<Way> way) implements Said {

        @Override
        public Sheet on(Sheet sheet) {
            var sides = sheet.pack().choice(choice).orElseThrow(unknown(choice)).sides().stream()
                    .filter(side -> way.isEmpty() || way.get() == side.way())
                    .toList();
            check(!sides.isEmpty(), choice + " has no such side");
            var next = sheet;
            for (var side : sides) {
                for (var item : items) {
                    next = next.with(new Change.Ticked(side, new Id<Choice.Item>(item), true));
                }
            }
            return next;
        }
    }

    /** A sheet on which this is said and nothing else. */
    public static Sheet sheet(Pack pack, Said... said) {
        var sheet = Sheet.blank(pack);
        for (var each : said) {
            sheet = each.on(sheet);
        }
        return sheet;
    }

    public static Answer yes(String topic, Only... only) {
        return answer(topic, Comfort.YES, only);
    }

    public static Answer open(String topic, Only... only) {
        return answer(topic, Comfort.OPEN, only);
    }

    public static Answer later(String topic, Only... only) {
        return answer(topic, Comfort.LATER, only);
    }

    public static Answer no(String topic, Only... only) {
        return answer(topic, Comfort.NO, only);
    }

    public static Answer blank(String topic, Only... only) {
        return answer(topic, Comfort.BLANK, only);
    }

    public static Answer answer(String topic, Comfort comfort, Only... only) {
        return new Answer(topic, comfort, List.of(only), Optional.empty());
    }

    public static Only only(String condition) {
        return new Only(condition);
    }

    /** This answer, for the side on which its partner shows, tells or leads. */
    public static Answer gives(Answer answer) {
        return new Answer(answer.topic(), answer.comfort(), answer.only(), Optional.of(Way.GIVE));
    }

    /** This answer, for the side on which its partner watches, listens or follows. */
    public static Answer receives(Answer answer) {
        return new Answer(answer.topic(), answer.comfort(), answer.only(), Optional.of(Way.RECEIVE));
    }

    public static Ticks gives(Ticks ticks) {
        return new Ticks(ticks.choice(), ticks.items(), Optional.of(Way.GIVE));
    }

    public static Ticks receives(Ticks ticks) {
        return new Ticks(ticks.choice(), ticks.items(), Optional.of(Way.RECEIVE));
    }

    /** A limit, answered with one of its rows. */
    public static Said row(String limit, String row) {
        return sheet -> {
            var found = sheet.pack().limit(limit).orElseThrow(unknown(limit));
            var rows = found.rows().stream().map(each -> each.id().value()).toList();
            check(rows.contains(row), limit + " has no row " + row);
            return sheet.with(new Change.Limited(found, rows.indexOf(row)));
        };
    }

    public static Ticks ticked(String choice, String... items) {
        return new Ticks(choice, List.of(items), Optional.empty());
    }

    public static Said picked(String... signals) {
        return sheet -> {
            var next = sheet;
            for (var signal : signals) {
                next = next.with(new Change.Signalled(signal(sheet.pack(), signal), true));
            }
            return next;
        };
    }

    /** Only these settings can be pictured; what comes up in others is left out. */
    public static Said pictured(Setting... settings) {
        return sheet -> Stream.of(settings)
                .reduce(sheet, (next, each) -> next.with(new Change.Pictured(each, true)), (one, other) -> other);
    }

    private static Signal signal(Pack pack, String id) {
        return pack.signals().stream()
                .filter(signal -> signal.id().value().equals(id))
                .findFirst()
                .orElseThrow(unknown(id));
    }

    private static Condition condition(Pack pack, Only only) {
        return pack.conditions().stream()
                .filter(condition -> condition.id().value().equals(only.condition()))
                .findFirst()
                .orElseThrow(unknown(only.condition()));
    }

    private static Supplier<IllegalArgumentException> unknown(String id) {
        return () -> new IllegalArgumentException("this pack has no " + id);
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
