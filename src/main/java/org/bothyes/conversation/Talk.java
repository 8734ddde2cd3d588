// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The deck of two who talk, each on a screen of their own: the same card on both, whoever turns it, and
 * gone with the evening. Of a wish for a card the partner learns nothing until both have one, and then no more than
 * whether both would keep it.
 */
@Component
public class Talk {

    private final Evenings evenings;

    Talk(Evenings evenings) {
        this.evenings = evenings;
    }

    /** What somebody would like to do with a card. "Not any more" is no wish: it is {@link Sharing#safer done}. */
    public enum Wish {
        KEEP,
        NOT_TODAY
    }

    /**
     * The deck as one of the two may see it.
     *
     * @param place of the card that lies open, counted over all that the pack could share, from 0
     * @param stopped whether one of the two has stopped; who is not told
     * @param wishes of this partner, by place
     * @param kept what both would keep
     * @param gone what both have a wish for and not both would keep
     */
    public record Seen(int place, boolean stopped, Map<Integer, Wish> wishes, Set<Integer> kept, Set<Integer> gone) {

        public Optional<Wish> wish(int card) {
            return Optional.ofNullable(wishes.get(card));
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @throws NotNow if the conversation has ended */
    public Seen seen(Partner partner) {
        return evenings.of(partner).seen(partner.role());
    }

    /** Turns from one card to another; nothing happens if another lies open by now, since both may tap at once. */
    public void turn(Partner partner, int from, int to) {
        evenings.change(partner, deck -> deck.place() == from && !deck.stopped() ? deck.at(to) : deck);
    }

    /** Wishes something for a card. It can be changed until the partner has a wish for it, too. */
    public void wish(Partner partner, int card, Wish wish) {
        evenings.change(partner, deck -> deck.isSettled(card) ? deck : deck.wish(partner.role(), card, wish));
    }

    /** Stops, on both screens. */
    public void stop(Partner partner) {
        evenings.change(partner, Evening::stop);
    }

    /** Begins anew, from the first card and with no wishes. */
    public void again(Partner partner) {
        evenings.change(partner, deck -> deck.stopped() ? deck.again() : deck);
    }
}
