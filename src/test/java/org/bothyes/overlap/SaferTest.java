// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.TinyPack;
import org.junit.jupiter.api.Test;

/** Whatever is made safer, the list only shrinks, and reads like one that was never more. */
class SaferTest {

    private static final Pack GUIDE = PackLibrary.load(null).packs().getFirst();
    private static final Pack TINY = TinyPack.pack();
    private final Dice tiny = new Dice(TINY, 7);
    private final Dice guide = new Dice(GUIDE, 7);

    /** Everything that either could do to a list, on it or not. */
    static List<Safer> everyChange(Pack pack) {
        var changes = new ArrayList<Safer>(List.of(new Safer.Everything()));
        for (var side : pack.sides()) {
            changes.add(new Safer.TakeOff(side));
            changes.add(new Safer.OnlyTalk(side));
            pack.conditions().forEach(condition -> changes.add(new Safer.OnlyWith(side, condition)));
        }
        for (var limit : pack.limits()) {
            for (var row = -1; row <= limit.rows().size(); row++) {
                changes.add(new Safer.Tighten(limit, row));
            }
        }
        for (var side : pack.choiceSides()) {
            pack.choice(side.choice().value())
                    .orElseThrow()
                    .items()
                    .forEach(item -> changes.add(new Safer.Untick(side, item)));
        }
        pack.signals().forEach(signal -> changes.add(new Safer.AddSignal(signal)));
        return changes;
    }

    private Sheet anySheet(Pack pack) {
        return (pack == TINY ? tiny : guide).sheet();
    }

    /** Whether nothing in one list is looser than in the other, for either of the two. */
    static boolean isWithin(Overlap safer, Overlap list) {
        var pack = list.pack();
        if (safer.isNothing()) {
            return safer.equals(Overlap.nothing(pack));
        }
        for (var side : pack.sides()) {
            var less = safer.shared(Role.ONE, side);
            if (less.compareTo(list.shared(Role.ONE, side)) > 0
                    || (less != Shared.NOTHING
                            && !safer.conditions(Role.ONE, side).containsAll(list.conditions(Role.ONE, side)))) {
                return false;
            }
        }
        for (var limit : pack.limits()) {
            if (limit.rows().indexOf(safer.row(limit)) > limit.rows().indexOf(list.row(limit))) {
                return false;
            }
        }
        for (var side : pack.choiceSides()) {
            if (!list.items(Role.ONE, side).containsAll(safer.items(Role.ONE, side))) {
                return false;
            }
        }
        return safer.signals().containsAll(list.signals());
    }

    private void checkEveryChange(Pack pack, int lists) {
        var changes = everyChange(pack);
        for (var i = 0; i < lists; i++) {
            var list = OverlapRule.of(anySheet(pack), anySheet(pack));
            for (var role : Role.values()) {
                for (var change : changes) {
                    var safer = list.safer(role, change);
                    assertThat(isWithin(safer, list)).as("only shrinks").isTrue();
                    assertThat(safer.safer(role, change)).as("once is enough").isEqualTo(safer);
                    assertThat(remade(safer))
                            .as("could have been the rule's own")
                            .isEqualTo(safer);
                    assertThat(Overlap.read(pack, safer.write())).isEqualTo(safer);
                }
            }
        }
    }

    /** What the rule makes of two sheets that say just this list: a safer list looks like answers, not like a change. */
    private static Overlap remade(Overlap list) {
        return OverlapRule.of(Sheet.from(list, Role.ONE), Sheet.from(list, Role.TWO));
    }

    @Test
    void every_change_only_shrinks_a_list_of_the_small_pack_and_looks_like_answers() {
        checkEveryChange(TINY, 2000);
    }

    @Test
    void every_change_only_shrinks_a_list_of_the_guide_and_looks_like_answers() {
        checkEveryChange(GUIDE, 3);
    }

    @Test
    void two_changes_come_out_the_same_in_either_order() {
        var changes = everyChange(TINY);
        for (var i = 0; i < 60; i++) {
            var list = OverlapRule.of(anySheet(TINY), anySheet(TINY));
            for (var one : changes) {
                for (var two : changes) {
                    assertThat(list.safer(Role.ONE, one).safer(Role.TWO, two))
                            .isEqualTo(list.safer(Role.TWO, two).safer(Role.ONE, one));
                }
            }
        }
    }

    @Test
    void a_way_round_is_taken_off_as_its_teller_reads_it() {
        var side = GUIDE.sides().stream()
                .filter(s -> s.index() != s.mirror())
                .findFirst()
                .orElseThrow();
        var all = OverlapRule.of(Sheet.fullest(GUIDE), Sheet.fullest(GUIDE));
        var safer = all.safer(Role.TWO, new Safer.TakeOff(side));
        assertThat(safer.shared(Role.TWO, side)).isEqualTo(Shared.NOTHING);
        assertThat(safer.shared(Role.ONE, side)).isEqualTo(Shared.LIKE);
        assertThat(safer.shared(Role.ONE, GUIDE.sides().get(side.mirror()))).isEqualTo(Shared.NOTHING);
    }

    @Test
    void a_new_round_begins_with_exactly_what_both_share() {
        for (var i = 0; i < 500; i++) {
            var list = OverlapRule.of(anySheet(GUIDE), anySheet(GUIDE));
            assertThat(remade(list)).isEqualTo(list);
        }
    }

    @Test
    void nothing_of_a_change_prints() {
        assertThat(everyChange(TINY).stream().filter(change -> !(change instanceof Safer.Everything)))
                .allSatisfy(change -> assertThat(change).hasToString("[redacted]"));
    }
}
