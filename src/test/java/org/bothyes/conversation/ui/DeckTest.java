// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bothyes.conversation.ui.Deck.Block;
import org.bothyes.conversation.ui.Deck.Card;
import org.bothyes.overlap.Dice;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.OverlapRule;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.Script.Moment;
import org.bothyes.shell.Texts;
import org.bothyes.shell.TextsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cards to talk by: made of the overlap alone, the same places on both screens, and something to say on each. */
class DeckTest {

    private static final int CASES = 300;

    private final Pack pack = PackLibrary.load(null).packs().getFirst();
    private final Texts texts = TextsForTests.texts();

    private Deck deck(Overlap overlap, Role reader) {
        return Deck.of(overlap, reader, texts);
    }

    @ParameterizedTest
    @EnumSource
    void for_equal_overlaps_it_is_equal_whatever_the_partner_answered(Role reader) {
        var dice = new Dice(pack, 11);
        for (var i = 0; i < CASES; i++) {
            var mine = dice.sheet();
            var theirs = dice.sheet();
            assertThat(deck(overlap(reader, mine, dice.sameForPartner(mine, theirs)), reader))
                    .as("case %d", i)
                    .isEqualTo(deck(overlap(reader, mine, theirs), reader));
        }
    }

    private static Overlap overlap(Role reader, Sheet mine, Sheet theirs) {
        return reader == Role.ONE ? OverlapRule.of(mine, theirs) : OverlapRule.of(theirs, mine);
    }

    @Test
    void both_have_the_same_cards_at_the_same_places() {
        var dice = new Dice(pack, 12);
        for (var i = 0; i < CASES; i++) {
            var overlap = OverlapRule.of(dice.sheet(), dice.sheet());
            var one = deck(overlap, Role.ONE).cards();
            var two = deck(overlap, Role.TWO).cards();
            assertThat(two.stream().map(DeckTest::told))
                    .containsExactlyElementsOf(one.stream().map(DeckTest::told).toList());
            assertThat(one.stream().map(Card::place)).isSorted().doesNotHaveDuplicates();
        }
    }

    /** What a card says to both in the same words. */
    private static List<Object> told(Card card) {
        return List.of(
                card.place(),
                card.kind(),
                card.side().map(side -> side.topic().value()).orElse(""),
                card.blocks().stream().map(Block::title).toList());
    }

    @Test
    void there_is_a_card_for_each_shared_thing_and_three_to_end_with() {
        var overlap = OverlapRule.of(Sheet.fullest(pack), Sheet.fullest(pack));
        var cards = deck(overlap, Role.ONE).cards();
        assertThat(cards).hasSize(pack.sides().size() + 3);
        assertThat(cards.stream().skip(pack.sides().size()).map(Card::kind))
                .containsExactly("check-ins", "signals", "end");
    }

    @Test
    void each_has_a_question_and_lines_to_say_and_to_hear_a_no_by() {
        var dice = new Dice(pack, 13);
        var toTalk = Stream.of(Moment.RAISE, Moment.ROOM, Moment.REASONS)
                .flatMap(moment -> pack.scripts(moment).stream())
                .map(pack.words()::line)
                .toList();
        for (var i = 0; i < CASES; i++) {
            for (var card :
                    deck(OverlapRule.of(dice.sheet(), dice.sheet()), Role.TWO).cards()) {
                if (card.side().isPresent()) {
                    var lines = card.blocks().stream().map(Block::lines).toList();
                    assertThat(lines.getFirst()).hasSize(1);
                    assertThat(lines.get(1)).hasSize(2);
                    assertThat(lines.getLast()).hasSize(1);
                    if (!card.kind().equals("like")) {
                        assertThat(toTalk).containsAll(lines.get(1));
                    }
                }
            }
        }
    }

    @Test
    void where_a_card_has_gone_the_next_lies_open_and_the_last_never_goes() {
        var deck = deck(OverlapRule.of(Sheet.fullest(pack), Sheet.fullest(pack)), Role.ONE);
        var less = deck.without(Set.of(0, 1));
        assertThat(less.at(0).place()).isEqualTo(2);
        assertThat(less.before(less.at(2))).isEmpty();
        assertThat(less.after(less.at(2)).orElseThrow().place()).isEqualTo(3);
        var places = new HashSet<Integer>();
        for (var i = 0; i < pack.sides().size(); i++) {
            places.add(i);
        }
        assertThat(deck.without(places).at(0).kind()).isEqualTo("check-ins");
        assertThat(deck.at(1_000).kind()).isEqualTo("end");
        assertThat(deck.titles(Set.of(0))).containsExactly(deck.at(0).title());
    }
}
