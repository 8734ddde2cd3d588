// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bothyes.conversation.Talk;
import org.bothyes.conversation.Talk.Wish;
import org.bothyes.conversation.ui.Deck.Card;

/** What lies on the table of two who talk: all that their page can show. */
sealed interface Table {

    /** How to talk, before a card is turned. */
    record How() implements Table {}

    /** One of the two has stopped. */
    record Stopped() implements Table {}

    /**
     * A card lies open.
     *
     * @param at the place that was turned to; its own card may have gone
     * @param each whether each has a screen, and so is asked for a wish
     * @param wish of the reader for this card
     * @param isKept whether both would keep it
     * @param kept the names of all that both would keep, on the last card
     */
    record Open(
            int at,
            Card card,
            Optional<Card> before,
            Optional<Card> after,
            boolean each,
            Optional<Wish> wish,
            boolean isKept,
            List<String> kept)
            implements Table {

        /** Whether all but the wish, and what came of it, is as it was. */
        boolean differsByAWish(Open was) {
            return card.equals(was.card)
                    && before.equals(was.before)
                    && after.equals(was.after)
                    && at == was.at
                    && kept.equals(was.kept);
        }
    }

    /** Before one screen. */
    static Open oneScreen(Deck deck, int at) {
        return open(deck, at, false, Optional.empty(), Set.of());
    }

    /** On a screen each. */
    static Table each(Deck all, Talk.Seen seen) {
        var deck = all.without(seen.gone());
        var wish = seen.wish(deck.at(seen.place()).place());
        return seen.stopped() ? new Stopped() : open(deck, seen.place(), true, wish, seen.kept());
    }

    private static Open open(Deck deck, int at, boolean each, Optional<Wish> wish, Set<Integer> kept) {
        var card = deck.at(at);
        var after = deck.after(card);
        return new Open(
                at,
                card,
                deck.before(card),
                after,
                each,
                wish,
                kept.contains(card.place()),
                after.isEmpty() ? deck.titles(kept) : List.of());
    }
}
