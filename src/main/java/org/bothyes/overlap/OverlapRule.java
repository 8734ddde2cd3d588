// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import org.bothyes.pack.Pack;

/**
 * The overlap rule. For every side of every topic the lower of the two comforts; for every limit the more protective
 * row; of choices what both ticked; of conditions and signals what either asked for. Where no topic is shared, nothing
 * else is computed: that page is the same for everybody.
 */
public final class OverlapRule {

    private OverlapRule() {}

    /**
     * What two partners share.
     *
     * @param one the sheet of the partner who started
     * @param two the sheet of the partner who joined
     * @throws IllegalArgumentException if the sheets are not over the same pack
     */
    public static Overlap of(Sheet one, Sheet two) {
        if (one.pack() != two.pack()) {
            throw new IllegalArgumentException("two sheets of one pack are needed");
        }
        return of(one.pack(), one.counting(), two.counting());
    }

    private static Overlap of(Pack pack, Marks one, Marks two) {
        var mine = one.topics();
        var theirs = two.topics();
        var mineOnlyWith = one.conditions();
        var theirsOnlyWith = two.conditions();
        var shared = new byte[mine.length];
        var conditions = new int[mine.length];
        var any = false;
        for (var here = 0; here < mine.length; here++) {
            var there = pack.mirror(here);
            var both = lower(mine[here], theirs[there]);
            if (both > 0) {
                shared[here] = both;
                conditions[here] = mineOnlyWith[here] | theirsOnlyWith[there];
                any = true;
            }
        }
        return any
                ? new Overlap(
                        pack,
                        new Marks(
                                shared,
                                conditions,
                                limits(pack, one, two),
                                choices(pack, one, two),
                                one.signals() | two.signals(),
                                0))
                : Overlap.nothing(pack);
    }

    /** {@code OPEN} is the least that is shared: what is below it, a partner never learns. */
    private static byte lower(byte mine, byte theirs) {
        return (byte) Math.max(0, Math.min(mine, theirs) - Comfort.LATER.ordinal());
    }

    private static byte[] limits(Pack pack, Marks one, Marks two) {
        var rows = new byte[one.limits().length];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = (byte) Math.max(0, Math.min(one.limits()[i], two.limits()[i]));
        }
        for (var limit : pack.dependentLimits()) {
            if (!limit.matters(id -> rows[pack.limit(id).index()] > 0)) {
                rows[limit.index()] = 0;
            }
        }
        return rows;
    }

    private static int[] choices(Pack pack, Marks one, Marks two) {
        var both = new int[one.choices().length];
        for (var here = 0; here < both.length; here++) {
            both[here] = one.choices()[here] & two.choices()[pack.choiceMirror(here)];
        }
        return both;
    }
}
