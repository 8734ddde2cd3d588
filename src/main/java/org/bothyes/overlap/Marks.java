// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import java.util.Arrays;
import org.bothyes.pack.Pack;

/**
 * What is marked on a sheet or an overlap, by the pack's own order. Arrays make the rule a walk over two rows of bytes;
 * sets of things are bits of an {@code int}, which is why a pack has at most 32 of each.
 *
 * @param topics by side: a {@link Comfort} on a sheet, a {@link Shared} on an overlap
 * @param conditions by side, as bits
 * @param limits the chosen row, or {@link #UNANSWERED}
 * @param choices by side, as bits
 * @param signals as bits
 * @param settings as bits; none on an overlap
 */
@SuppressWarnings("ArrayRecordComponent") // equality is written out below, and nothing outside this room sees one
record Marks(byte[] topics, int[] conditions, byte[] limits, int[] choices, int signals, int settings) {

    static final byte UNANSWERED = -1;

    static Marks none(Pack pack) {
        var limits = new byte[pack.limits().size()];
        Arrays.fill(limits, UNANSWERED);
        var sides = pack.sides().size();
        return new Marks(
                new byte[sides],
                new int[sides],
                limits,
                new int[pack.choiceSides().size()],
                0,
                0);
    }

    Marks withTopic(int side, byte mark) {
        var next = topics.clone();
        next[side] = mark;
        return withTopics(next);
    }

    Marks withTopics(byte[] next) {
        return new Marks(next, conditions, limits, choices, signals, settings);
    }

    Marks withCondition(int side, int condition, boolean on) {
        return new Marks(topics, withBit(conditions, side, condition, on), limits, choices, signals, settings);
    }

    Marks withLimit(int limit, byte row) {
        var next = limits.clone();
        next[limit] = row;
        return new Marks(topics, conditions, next, choices, signals, settings);
    }

    Marks withChoice(int side, int item, boolean on) {
        return new Marks(topics, conditions, limits, withBit(choices, side, item, on), signals, settings);
    }

    Marks withSignal(int signal, boolean on) {
        return new Marks(topics, conditions, limits, choices, bit(signals, signal, on), settings);
    }

    Marks withSetting(int setting, boolean on) {
        return new Marks(topics, conditions, limits, choices, signals, bit(settings, setting, on));
    }

    static boolean isSet(int bits, int index) {
        return (bits & (1 << index)) != 0;
    }

    private static int bit(int bits, int index, boolean on) {
        return on ? bits | (1 << index) : bits & ~(1 << index);
    }

    private static int[] withBit(int[] sets, int at, int index, boolean on) {
        var next = sets.clone();
        next[at] = bit(sets[at], index, on);
        return next;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marks that
                && Arrays.equals(topics, that.topics)
                && Arrays.equals(conditions, that.conditions)
                && Arrays.equals(limits, that.limits)
                && Arrays.equals(choices, that.choices)
                && signals == that.signals
                && settings == that.settings;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {
            Arrays.hashCode(topics),
            Arrays.hashCode(conditions),
            Arrays.hashCode(limits),
            Arrays.hashCode(choices),
            signals,
            settings
        });
    }

    @Override
    public String toString() {
        return Change.REDACTED;
    }
}
