// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
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

    private static final Names NONE = Names.of(Stream.empty());
    private static final Map<Pack, MarksText> BY_PACK = new ConcurrentHashMap<>();

    private final Pack pack;
    private final Names conditions;
    private final Names sides;
    private final Names limits;
    private final List<Names> rows;
    private final Names choiceSides;
    private final List<Names> items;
    private final Names signals;
    private final Names settings = Names.of(Stream.of(Setting.values()).map(Setting::name));

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
        return new Reading(text, most.ordinal()).marks();
    }

    /** Whether no word goes on at this place. */
    static boolean endsWord(byte[] text, int at) {
        return at == text.length || text[at] == ' ' || text[at] == '\n';
    }

    private static IllegalArgumentException notOurs() {
        return new IllegalArgumentException("not a sheet of ours");
    }

    /** One text on its way into marks. Fills arrays that nobody else has seen: each line would copy them otherwise. */
    private final class Reading {

        private static final Names FIRST_WORDS = Names.of(Stream.of("t", "l", "c", "s", "in", "conditions"));
        private static final int TOPIC = 0;
        private static final int LIMIT = 1;
        private static final int CHOICE = 2;
        private static final int SIGNALS = 3;
        private static final int SETTINGS = 4;
        private static final int CONDITIONS = 5;

        /** The most that a number has: as many as four bytes have in hexadecimal. */
        private static final int DIGITS = 8;

        private final byte[] text;
        private final int most;
        private final Marks marks = Marks.none(pack);
        private int at;

        /** What was read last of each kind: the next is expected to follow it. */
        private int side = Names.UNKNOWN;

        private int limit = Names.UNKNOWN;
        private int choice = Names.UNKNOWN;

        /** Where the pack has the conditions now that the bits stand for. */
        private int[] now = {};

        private boolean sameOrder = true;
        private int signs;
        private int pictured;

        Reading(byte[] text, int most) {
            this.text = text;
            this.most = most;
        }

        Marks marks() {
            while (at < text.length) {
                line();
                if (!endsLine()) {
                    throw notOurs();
                }
                at++;
            }
            return new Marks(marks.topics(), marks.conditions(), marks.limits(), marks.choices(), signs, pictured);
        }

        private void line() {
            switch (word(FIRST_WORDS, TOPIC)) {
                case TOPIC -> topic();
                case LIMIT -> limit();
                case CHOICE -> choice();
                case SIGNALS -> signs = bits(signals);
                case SETTINGS -> pictured = bits(settings);
                case CONDITIONS -> conditions();
                default -> throw notOurs();
            }
        }

        private void conditions() {
            var found = new int[Integer.SIZE];
            var count = 0;
            while (!endsLine()) {
                if (count == found.length) {
                    throw notOurs();
                }
                found[count] = word(conditions, count);
                sameOrder &= found[count] == count;
                count++;
            }
            now = Arrays.copyOf(found, count);
        }

        private void topic() {
            side = word(sides, side + 1);
            var mark = number(10);
            var bits = number(16);
            if (mark > most) {
                throw notOurs();
            }
            if (side != Names.UNKNOWN) {
                marks.topics()[side] = (byte) mark;
                marks.conditions()[side] = now(bits);
            }
        }

        private void limit() {
            limit = word(limits, limit + 1);
            var row = word(limit == Names.UNKNOWN ? NONE : rows.get(limit), 0);
            if (row != Names.UNKNOWN) {
                marks.limits()[limit] = (byte) row;
            }
        }

        private void choice() {
            choice = word(choiceSides, choice + 1);
            var ticked = bits(choice == Names.UNKNOWN ? NONE : items.get(choice));
            if (choice != Names.UNKNOWN) {
                marks.choices()[choice] = ticked;
            }
        }

        private int now(int bits) {
            var known = (int) (bits & ((1L << now.length) - 1));
            if (sameOrder) {
                return known;
            }
            var here = 0;
            for (var was = 0; was < now.length; was++) {
                if (now[was] != Names.UNKNOWN && Marks.isSet(known, was)) {
                    here |= 1 << now[was];
                }
            }
            return here;
        }

        /** All names up to the end of the line, as bits. */
        private int bits(Names names) {
            var bits = 0;
            var expected = 0;
            while (!endsLine()) {
                var index = word(names, expected);
                if (index != Names.UNKNOWN) {
                    bits |= 1 << index;
                    expected = index + 1;
                }
            }
            return bits;
        }

        /** The index of the name that stands here, and goes on behind it. */
        private int word(Names names, int expected) {
            if (endsLine()) {
                throw notOurs();
            }
            var index = names.find(text, at, expected);
            if (index == Names.UNKNOWN) {
                while (!endsWord(text, at)) {
                    at++;
                }
            } else {
                at += names.length(index);
            }
            passSpace();
            return index;
        }

        /** The number that stands here, of up to eight digits, and goes on behind it. */
        private int number(int radix) {
            var value = 0;
            var from = at;
            while (!endsWord(text, at)) {
                var digit = Character.digit(text[at], radix);
                if (digit < 0 || at - from == DIGITS) {
                    throw notOurs();
                }
                value = value * radix + digit;
                at++;
            }
            if (at == from) {
                throw notOurs();
            }
            passSpace();
            return value;
        }

        private void passSpace() {
            if (!endsLine()) {
                at++;
            }
        }

        private boolean endsLine() {
            return at == text.length || text[at] == '\n';
        }
    }
}
