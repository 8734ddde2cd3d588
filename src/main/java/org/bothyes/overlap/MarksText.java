// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Condition;
import org.bothyes.pack.Id;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Setting;

/**
 * Marks as text by frozen ids, one thing a line, so that stored answers outlive a pack that has grown or been put in
 * another order. What the pack no longer knows is passed over, which leaves the safer reading: not answered. Conditions
 * are many, so their ids stand once, in the first line, and each side keeps only bits.
 */
final class MarksText {

    private static final int GONE = -1;

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
                lines.add("t " + side.key() + ' ' + mark + ' ' + Integer.toHexString(conditions));
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
                lines.add("c " + side.key() + ' ' + items);
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
            return read(new String(text, UTF_8), most.ordinal());
        } catch (NumberFormatException | IndexOutOfBoundsException repeating) {
            throw notOurs();
        }
    }

    /** Fills arrays that nobody else has seen so far: each line would copy them otherwise. */
    private Marks read(String text, int most) {
        var marks = Marks.none(pack);
        var conditions = new int[0];
        for (var line : text.lines().toList()) {
            switch (line.substring(0, Math.max(0, line.indexOf(' ')))) {
                case "conditions" ->
                    conditions = rest(line).stream().mapToInt(this::condition).toArray();
                case "t" -> topic(marks, line, most, conditions);
                case "l" -> limit(marks, rest(line));
                case "c" -> choice(marks, rest(line));
                case "s" -> marks = signals(marks, rest(line));
                case "in" -> marks = settings(marks, rest(line));
                default -> throw notOurs();
            }
        }
        return marks;
    }

    /** The words after the first. */
    private static List<String> rest(String line) {
        var words = List.of(line.split(" ", -1));
        return words.subList(1, words.size());
    }

    /** Where the pack has this condition now, or {@link #GONE}. */
    private int condition(String id) {
        return pack.conditions().stream()
                .filter(condition -> condition.id().value().equals(id))
                .mapToInt(Condition::index)
                .findFirst()
                .orElse(GONE);
    }

    /** Nearly all lines are one of these, and every answer reads them all: no list of words, and no search. */
    private void topic(Marks marks, String line, int most, int[] conditions) {
        var afterKey = line.indexOf(' ', 2);
        var afterMark = line.indexOf(' ', afterKey + 1);
        var mark = Integer.parseInt(line, afterKey + 1, afterMark, 10);
        var bits = Integer.parseUnsignedInt(line, afterMark + 1, line.length(), 16);
        if (mark < 0 || mark > most) {
            throw notOurs();
        }
        pack.side(line.substring(2, afterKey)).ifPresent(side -> {
            marks.topics()[side.index()] = (byte) mark;
            for (var was = 0; was < conditions.length; was++) {
                if (conditions[was] != GONE && Marks.isSet(bits, was)) {
                    marks.conditions()[side.index()] |= 1 << conditions[was];
                }
            }
        });
    }

    private void limit(Marks marks, List<String> words) {
        var id = words.get(1);
        pack.limit(words.get(0))
                .ifPresent(limit -> IntStream.range(0, limit.rows().size())
                        .filter(row -> limit.rows().get(row).id().value().equals(id))
                        .forEach(row -> marks.limits()[limit.index()] = (byte) row));
    }

    private void choice(Marks marks, List<String> words) {
        pack.choiceSide(words.get(0)).ifPresent(side -> {
            var ticked = new HashSet<>(words);
            var items = itemsOf(side);
            for (var i = 0; i < items.size(); i++) {
                if (ticked.contains(items.get(i).value())) {
                    marks.choices()[side.index()] |= 1 << i;
                }
            }
        });
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
