// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Role.ONE;
import static org.bothyes.overlap.Role.TWO;

import org.bothyes.overlap.RuleTable.Answers;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide's own pack is too large to try every pair, so chance picks them, the same ones every time. */
class OverlapRandomTest {

    private static final int PAIRS = 6_250;
    private static final int CHANGES = 4;
    private static final int SLOW_PAIRS = 1_000;

    private final Pack pack = PackLibrary.load(null).packs().getFirst();

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000})
    void what_a_partner_must_not_be_able_to_tell_changes_nothing(long seed) {
        var dice = new Dice(pack, seed);
        int nothing = 0;
        int other = 0;
        for (int i = 0; i < PAIRS; i++) {
            var partner = dice.sheet();
            var sheet = i % 10 == 0 ? dice.sharingNothingWith(partner) : dice.sheet();
            var overlap = OverlapRule.of(partner, sheet);
            var turned = OverlapRule.of(sheet, partner);
            var bytes = overlap.write();
            for (int j = 0; j < CHANGES; j++) {
                var same = dice.sameForPartner(partner, sheet);
                var what = "seed %d, pair %d, change %d".formatted(seed, i, j);
                assertThat(OverlapRule.of(partner, same)).as(what).isEqualTo(overlap);
                assertThat(OverlapRule.of(partner, same).write()).as(what).isEqualTo(bytes);
                assertThat(OverlapRule.of(same, partner)).as(what).isEqualTo(turned);
                other += sheet.equals(same) ? 0 : 1;
            }
            nothing += overlap.isNothing() ? 1 : 0;
        }
        assertThat(nothing).as("pairs that share nothing").isBetween(PAIRS / 10, PAIRS / 2);
        assertThat(other).as("sheets that did change").isGreaterThan(PAIRS * CHANGES * 99 / 100);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 60, 700, 8_000})
    void every_pair_follows_the_table(long seed) {
        var dice = new Dice(pack, seed);
        for (int i = 0; i < SLOW_PAIRS; i++) {
            var one = dice.sheet();
            var two = dice.sheet();
            var overlap = OverlapRule.of(one, two);
            var again = Overlap.read(pack, overlap.write());
            var seenByOne = RuleTable.seen(Answers.of(one), Answers.of(two));
            var seenByTwo = RuleTable.seen(Answers.of(two), Answers.of(one));
            assertThat(Seen.of(overlap, ONE)).as("seed %d, pair %d", seed, i).isEqualTo(seenByOne);
            assertThat(Seen.of(overlap, TWO)).as("seed %d, pair %d", seed, i).isEqualTo(seenByTwo);
            assertThat(Seen.of(again, ONE)).as("seed %d, pair %d", seed, i).isEqualTo(seenByOne);
            assertThat(Seen.of(again, TWO)).as("seed %d, pair %d", seed, i).isEqualTo(seenByTwo);
            assertThat(Seen.of(OverlapRule.of(two, one), ONE))
                    .as("seed %d, pair %d", seed, i)
                    .isEqualTo(seenByTwo);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 1_100, 12_000})
    void pairs_that_share_no_topic_all_get_the_same_bytes(long seed) {
        var dice = new Dice(pack, seed);
        var nothing = Overlap.nothing(pack).write();
        for (int i = 0; i < SLOW_PAIRS; i++) {
            var one = dice.sheet();
            var overlap = OverlapRule.of(one, dice.sharingNothingWith(one));
            assertThat(overlap.isNothing()).as("seed %d, pair %d", seed, i).isTrue();
            assertThat(overlap.write()).as("seed %d, pair %d", seed, i).isEqualTo(nothing);
        }
    }
}
