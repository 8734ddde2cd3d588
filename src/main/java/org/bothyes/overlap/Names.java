// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What all things of one kind in a pack are called, in pack order, as it stands in {@link MarksText}. */
final class Names {

    static final int UNKNOWN = -1;

    private final byte[][] all;

    private Names(Stream<String> names) {
        all = names.map(name -> name.getBytes(UTF_8)).toArray(byte[][]::new);
    }

    static Names of(Stream<String> names) {
        return new Names(names);
    }

    int length(int index) {
        return all[index].length;
    }

    String name(int index) {
        return new String(all[index], UTF_8);
    }

    /** The names of those whose bits are set, with spaces between. */
    String named(int bits) {
        return IntStream.range(0, all.length)
                .filter(i -> Marks.isSet(bits, i))
                .mapToObj(this::name)
                .collect(joining(" "));
    }

    /**
     * The index of the name that stands here in a text, up to a space, the end of the line or of all; {@link #UNKNOWN} if
     * it is none of them.
     *
     * @param expected the index to try first, and those after it next: what stands in pack order is found at once
     */
    int find(byte[] text, int at, int expected) {
        for (var i = expected; i < all.length; i++) {
            if (stands(text, at, all[i])) {
                return i;
            }
        }
        for (var i = 0; i < Math.min(expected, all.length); i++) {
            if (stands(text, at, all[i])) {
                return i;
            }
        }
        return UNKNOWN;
    }

    private static boolean stands(byte[] text, int at, byte[] name) {
        var end = at + name.length;
        return end <= text.length
                && MarksReader.endsWord(text, end)
                && Arrays.equals(text, at, end, name, 0, name.length);
    }
}
