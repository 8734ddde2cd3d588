// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * One text of {@link MarksText} on its way back into marks. Each word is first held against the one that comes next in pack
 * order, since every answer reads two sheets. Fills arrays that nobody else has seen: each line would copy them otherwise.
 */
final class MarksReader {

    private static final Names NONE = Names.of(Stream.empty());
    private static final Names FIRST_WORDS = Names.of(Stream.of("t", "l", "c", "s", "in", "conditions"));
    private static final int TOPIC = 0;
    private static final int LIMIT = 1;
    private static final int CHOICE = 2;
    private static final int SIGNALS = 3;
    private static final int SETTINGS = 4;
    private static final int CONDITIONS = 5;

    /** The most that a number has: as many as four bytes have in hexadecimal. */
    private static final int DIGITS = 8;

    private final MarksText pack;
    private final byte[] text;
    private final int most;
    private final Marks marks;
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

    MarksReader(MarksText pack, byte[] text, int most) {
        this.pack = pack;
        this.marks = Marks.none(pack.pack);
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
            case SIGNALS -> signs = bits(pack.signals);
            case SETTINGS -> pictured = bits(pack.settings);
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
            found[count] = word(pack.conditions, count);
            sameOrder &= found[count] == count;
            count++;
        }
        now = Arrays.copyOf(found, count);
    }

    private void topic() {
        side = word(pack.sides, side + 1);
        var mark = number(10);
        var bits = number(16);
        if (mark > most) {
            throw notOurs();
        }
        if (side != Names.UNKNOWN && knows(bits)) {
            marks.topics()[side] = (byte) mark;
            marks.conditions()[side] = now(bits);
        }
    }

    private void limit() {
        limit = word(pack.limits, limit + 1);
        var row = word(limit == Names.UNKNOWN ? NONE : pack.rows.get(limit), 0);
        if (row != Names.UNKNOWN) {
            marks.limits()[limit] = (byte) row;
        }
    }

    private void choice() {
        choice = word(pack.choiceSides, choice + 1);
        var ticked = bits(choice == Names.UNKNOWN ? NONE : pack.items.get(choice));
        if (choice != Names.UNKNOWN) {
            marks.choices()[choice] = ticked;
        }
    }

    /** Whether the pack has all of these conditions: without one of them a yes says more than was said. */
    private boolean knows(int bits) {
        var known = (1L << now.length) - 1;
        for (var was = 0; !sameOrder && was < now.length; was++) {
            if (now[was] == Names.UNKNOWN) {
                known &= ~(1L << was);
            }
        }
        return (Integer.toUnsignedLong(bits) & ~known) == 0;
    }

    private int now(int bits) {
        if (sameOrder) {
            return bits;
        }
        var here = 0;
        for (var was = 0; was < now.length; was++) {
            if (Marks.isSet(bits, was)) {
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

    /** Whether no word goes on at this place. */
    static boolean endsWord(byte[] text, int at) {
        return at == text.length || text[at] == ' ' || text[at] == '\n';
    }

    private static IllegalArgumentException notOurs() {
        return new IllegalArgumentException("not a sheet of ours");
    }
}
