// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bothyes.overlap.Role;
import org.springframework.stereotype.Component;

/**
 * The deck of two who talk, each on a screen of their own: the same card on both, whoever turns it. In memory only, and
 * gone with the evening. Of a wish for a card the partner learns nothing until both have one, and then no more than
 * whether both would keep it.
 */
@Component
public class Talk {

    /** How long a deck lasts that nobody touches. */
    static final Duration EVENING = Duration.ofHours(12);
    /** More of them push out those not touched for longest, so that a flood can't fill the memory. */
    private static final long MOST = 100_000;

    private final Cache<UUID, Deck> decks =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(EVENING).build();
    private final Rounds rounds;
    private final Bell bell;

    Talk(Rounds rounds, Bell bell) {
        this.rounds = rounds;
        this.bell = bell;
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
    }

    /** One round's deck. */
    private record Deck(int round, int place, boolean stopped, Map<Role, Map<Integer, Wish>> wishes) {

        static Deck fresh(int round) {
            return new Deck(round, 0, false, Map.of());
        }

        Deck at(int next) {
            return new Deck(round, next, stopped, wishes);
        }

        Deck stop() {
            return new Deck(round, place, true, wishes);
        }

        Map<Integer, Wish> of(Role role) {
            return wishes.getOrDefault(role, Map.of());
        }

        Deck wish(Role role, int card, Wish wish) {
            var more = new HashMap<>(of(role));
            more.put(card, wish);
            var all = new EnumMap<Role, Map<Integer, Wish>>(Role.class);
            all.putAll(wishes);
            all.put(role, Map.copyOf(more));
            return new Deck(round, place, stopped, all);
        }

        boolean isSettled(int card) {
            return of(Role.ONE).containsKey(card) && of(Role.TWO).containsKey(card);
        }

        Seen seen(Role role) {
            var kept = new HashSet<Integer>();
            var gone = new HashSet<Integer>();
            for (var card : of(Role.ONE).keySet()) {
                if (isSettled(card)) {
                    var both =
                            of(Role.ONE).get(card) == Wish.KEEP && of(Role.TWO).get(card) == Wish.KEEP;
                    (both ? kept : gone).add(card);
                }
            }
            return new Seen(place, stopped, of(role), Set.copyOf(kept), Set.copyOf(gone));
        }
    }

    /** @throws NotNow if the conversation has ended */
    public Seen seen(Partner partner) {
        return deck(partner).seen(partner.role());
    }

    /** Turns from one card to another; nothing happens if another lies open by now, since both may tap at once. */
    public void turn(Partner partner, int from, int to) {
        change(partner, deck -> deck.place() == from && !deck.stopped() ? deck.at(to) : deck);
    }

    /** Wishes something for a card. It can be changed until the partner has a wish for it, too. */
    public void wish(Partner partner, int card, Wish wish) {
        change(partner, deck -> deck.isSettled(card) ? deck : deck.wish(partner.role(), card, wish));
    }

    /** Stops, on both screens. */
    public void stop(Partner partner) {
        change(partner, Deck::stop);
    }

    /** Begins anew, from the first card and with no wishes. */
    public void again(Partner partner) {
        change(partner, deck -> deck.stopped() ? Deck.fresh(deck.round()) : deck);
    }

    /** Forgets the deck of a conversation that was erased. */
    void forget(UUID conversation) {
        decks.invalidate(conversation);
    }

    private Deck deck(Partner partner) {
        var round = rounds.number(partner);
        return decks.asMap()
                .compute(
                        partner.conversation(),
                        (id, now) -> now == null || now.round() != round ? Deck.fresh(round) : now);
    }

    /** The bell rings only for what the partner may see: a wish alone must not reach their screen by its ringing. */
    private void change(Partner partner, UnaryOperator<Deck> change) {
        var before = deck(partner);
        var after = decks.asMap().computeIfPresent(partner.conversation(), (id, now) -> change.apply(now));
        var other = partner.role().other();
        if (after != null && !after.seen(other).equals(before.seen(other))) {
            bell.ring(partner.conversation());
        }
    }
}
