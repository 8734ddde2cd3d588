// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Id;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Setting;
import org.bothyes.pack.Way;

/**
 * Marks as text by frozen ids, one thing a line, so that stored answers outlive a pack that has grown or been put in
 * another order. What the pack no longer knows is passed over, which leaves the safer reading: not answered. Conditions
 * are many, so their ids stand once, in the first line, and each side keeps only bits.
 */
final class MarksText {

    private final Pack pack;

    MarksText(Pack pack) {
        this.pack = pack;
    }

    byte[] write(Marks marks) {
        var lines = new ArrayList<String>();
        lines.add(line("conditions", pack.conditions().stream().map(c -> c.id().value())));
        for (var side : pack.sides()) {
            var mark = marks.topics()[side.index()];
            var conditions = marks.conditions()[side.index()];
            if (mark != 0 || conditions != 0) {
                lines.add("t " + key(side.topic(), side.way()) + ' ' + mark + ' ' + Integer.toHexString(conditions));
            }
        }
        for (var limit : pack.limits()) {
            var row = marks.limits()[limit.index()];
            if (row != Marks.UNANSWERED) {
                lines.add("l " + limit.id() + ' ' + limit.rows().get(row).id());
            }
        }
        for (var side : pack.choiceSides()) {
            var items = named(itemsOf(side), Id::value, marks.choices()[side.index()]);
            if (!items.isEmpty()) {
                lines.add("c " + key(side.choice(), side.way()) + ' ' + items);
            }
        }
        lines.add("s " + named(pack.signals(), s -> s.id().value(), marks.signals()));
        lines.add("in " + named(List.of(Setting.values()), Setting::name, marks.settings()));
        return String.join("\n", lines).getBytes(UTF_8);
    }

    /**
     * Marks as {@link #write} made them.
     *
     * @param most the highest mark that a topic can have
     * @throws IllegalArgumentException if they are not; neither the message nor a cause repeats what stood there
     */
    Marks read(byte[] text, Enum<?> most) {
        try {
            var marks = read(text);
            for (var mark : marks.topics()) {
                if (mark < 0 || mark > most.ordinal()) {
                    throw notOurs();
                }
            }
            return marks;
        } catch (NumberFormatException | IndexOutOfBoundsException repeating) {
            throw notOurs();
        }
    }

    private Marks read(byte[] text) {
        var marks = Marks.none(pack);
        List<String> conditions = List.of();
        for (var line : new String(text, UTF_8).lines().toList()) {
            var words = List.of(line.split(" ", -1));
            var rest = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "conditions" -> conditions = rest;
                case "t" -> marks = topic(marks, rest, conditions);
                case "l" -> marks = limit(marks, rest);
                case "c" -> marks = choice(marks, rest);
                case "s" -> marks = signals(marks, rest);
                case "in" -> marks = settings(marks, rest);
                default -> throw notOurs();
            }
        }
        return marks;
    }

    private Marks topic(Marks marks, List<String> words, List<String> conditions) {
        var next = marks;
        for (var side : pack.sides()) {
            if (key(side.topic(), side.way()).equals(words.get(0))) {
                next = next.withTopic(side.index(), Byte.parseByte(words.get(1)));
                var bits = Integer.parseUnsignedInt(words.get(2), 16);
                for (var condition : pack.conditions()) {
                    var was = conditions.indexOf(condition.id().value());
                    if (was >= 0 && Marks.isSet(bits, was)) {
                        next = next.withCondition(side.index(), condition.index(), true);
                    }
                }
            }
        }
        return next;
    }

    private Marks limit(Marks marks, List<String> words) {
        return pack.limit(words.get(0))
                .map(limit -> IntStream.range(0, limit.rows().size())
                        .filter(row -> limit.rows().get(row).id().value().equals(words.get(1)))
                        .mapToObj(row -> marks.withLimit(limit.index(), (byte) row))
                        .findFirst()
                        .orElse(marks))
                .orElse(marks);
    }

    private Marks choice(Marks marks, List<String> words) {
        var next = marks;
        for (var side : pack.choiceSides()) {
            if (key(side.choice(), side.way()).equals(words.get(0))) {
                var items = itemsOf(side);
                for (var i = 0; i < items.size(); i++) {
                    next = next.withChoice(
                            side.index(), i, words.indexOf(items.get(i).value()) > 0);
                }
            }
        }
        return next;
    }

    private Marks signals(Marks marks, List<String> words) {
        var next = marks;
        for (var signal : pack.signals()) {
            next = next.withSignal(signal.index(), words.contains(signal.id().value()));
        }
        return next;
    }

    private static Marks settings(Marks marks, List<String> words) {
        var next = marks;
        for (var setting : Setting.values()) {
            next = next.withSetting(setting.ordinal(), words.contains(setting.name()));
        }
        return next;
    }

    private List<Id<Choice.Item>> itemsOf(Choice.Side side) {
        return pack.choice(side.choice().value()).orElseThrow().items();
    }

    private static IllegalArgumentException notOurs() {
        return new IllegalArgumentException("not a sheet of ours");
    }

    private static String key(Id<?> id, Way way) {
        return id + "/" + way.name().charAt(0);
    }

    private static String line(String first, Stream<String> rest) {
        return first + ' ' + rest.collect(joining(" "));
    }

    private static <T> String named(List<T> all, Function<T, String> name, int bits) {
        return IntStream.range(0, all.size())
                .filter(i -> Marks.isSet(bits, i))
                .mapToObj(i -> name.apply(all.get(i)))
                .collect(joining(" "));
    }
}
