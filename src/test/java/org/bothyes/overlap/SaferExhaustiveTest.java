// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Role.ONE;
import static org.bothyes.overlap.Role.TWO;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.TinyPack;
import org.bothyes.pack.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every list there can be over the small pack, and everything that can make it safer. */
class SaferExhaustiveTest {

    private static final int PAIRS = 300;
    private static final List<Boolean> ON_OR_OFF = List.of(false, true);

    /** 3 results on each of 3 sides, 1 condition, 2 limits of which one depends, 2 ticks, 1 signal; and nothing. */
    private static final int EVERY_LIST = (18 * 2 + 8) * 3 * 4 * 2 + 1;

    private final Pack tiny = TinyPack.pack();
    private final Pack guide = PackLibrary.load(null).packs().getFirst();
    private final Set<Overlap> lists = everyList();

    @ParameterizedTest
    @EnumSource
    void every_list_only_shrinks_to_one_that_answers_can_give_too(Role by) {
        assertThat(lists).hasSize(EVERY_LIST);
        for (var list : lists) {
            for (var change : SaferTest.everyChange(tiny)) {
                var safer = list.safer(by, change);
                assertThat(lists.contains(safer)).isTrue();
                assertThat(SaferTest.isWithin(safer, list)).isTrue();
                assertThat(safer.safer(by, change)).isEqualTo(safer);
            }
        }
    }

    @Test
    void it_does_not_matter_which_of_two_comes_first() {
        var changes = SaferTest.everyChange(tiny);
        for (var list : lists) {
            for (var one : changes) {
                var first = list.safer(ONE, one);
                for (var two : changes) {
                    assertThat(first.safer(TWO, two))
                            .isEqualTo(list.safer(TWO, two).safer(ONE, one));
                }
            }
        }
    }

    @Test
    void who_starts_again_from_a_list_gets_that_list() {
        for (var list : lists) {
            assertThat(OverlapRule.of(Sheet.from(list, ONE), Sheet.from(list, TWO)))
                    .isEqualTo(list);
        }
    }

    /** So nobody can tell a list made safer from answers, and the order of answering and making safer is all the same. */
    @ParameterizedTest
    @ValueSource(longs = {6, 70, 800, 9_000})
    void over_the_guide_a_safer_list_is_what_a_safer_answer_would_have_given(long seed) {
        var dice = new Dice(guide, seed);
        var random = new Random(seed);
        var changes = SaferTest.everyChange(guide);
        for (var i = 0; i < PAIRS; i++) {
            var one = dice.sheet();
            var two = dice.sheet();
            var list = OverlapRule.of(one, two);
            for (var j = 0; j < 20; j++) {
                var change = changes.get(random.nextInt(changes.size()));
                var what = "seed %d, pair %d, change %d".formatted(seed, i, j);
                assertThat(list.safer(ONE, change).write())
                        .as(what)
                        .isEqualTo(OverlapRule.of(one.safer(change), two).write());
                assertThat(list.safer(TWO, change)).as(what).isEqualTo(OverlapRule.of(one, two.safer(change)));
            }
        }
    }

    /** Every list that two sheets over the tiny pack can give. */
    private Set<Overlap> everyList() {
        var couples = List.of(new Couple(Sheet.blank(tiny), Sheet.blank(tiny)));
        for (var side : tiny.sides()) {
            var across = tiny.sides().get(side.mirror());
            couples = each(
                    couples,
                    List.of(Comfort.NO, Comfort.OPEN, Comfort.YES),
                    comfort -> couple -> new Couple(
                            couple.one.with(new Change.Answered(side, comfort)),
                            couple.two.with(new Change.Answered(across, comfort))));
        }
        couples = each(
                couples,
                ON_OR_OFF,
                on -> couple -> new Couple(
                        couple.one.with(new Change.Conditioned(
                                beside(), tiny.conditions().getFirst(), on)),
                        couple.two));
        for (var limit : tiny.limits()) {
            couples = each(
                    couples,
                    List.of(0, 1),
                    row -> couple -> new Couple(
                            couple.one.with(new Change.Limited(limit, row)),
                            couple.two.with(new Change.Limited(limit, 1))));
        }
        for (var side : tiny.choiceSides()) {
            var item = tiny.choice(side.choice().value()).orElseThrow().items().getFirst();
            var across = tiny.choiceSides().get(side.mirror());
            couples = each(
                    couples,
                    ON_OR_OFF,
                    on -> couple -> new Couple(
                            couple.one.with(new Change.Ticked(side, item, on)),
                            couple.two.with(new Change.Ticked(across, item, true))));
        }
        couples = each(
                couples,
                ON_OR_OFF,
                on -> couple -> new Couple(
                        couple.one.with(new Change.Signalled(tiny.signals().getFirst(), on)), couple.two));
        var every = new HashSet<Overlap>();
        for (var couple : couples) {
            every.add(OverlapRule.of(couple.one, couple.two));
        }
        return every;
    }

    private record Couple(Sheet one, Sheet two) {}

    private static <T> List<Couple> each(
            List<Couple> couples, List<T> values, Function<T, UnaryOperator<Couple>> saying) {
        return couples.stream()
                .flatMap(couple ->
                        values.stream().map(value -> saying.apply(value).apply(couple)))
                .toList();
    }

    private Topic.Side beside() {
        return tiny.topic("side-by-side").orElseThrow().sides().getFirst();
    }
}
