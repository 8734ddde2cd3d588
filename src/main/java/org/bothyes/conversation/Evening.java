// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bothyes.conversation.Talk.Seen;
import org.bothyes.conversation.Talk.Wish;
import org.bothyes.overlap.Role;

/**
 * What two do together in one evening: who is ready to open the list, and the deck they talk by.
 *
 * @param round it is all about this round; with the next one it begins anew
 * @param ready since when who is ready
 * @param place of the card that lies open
 * @param stopped whether one of the two has stopped
 * @param wishes of each for cards, by place
 */
record Evening(int round, Map<Role, Instant> ready, int place, boolean stopped, Map<Role, Map<Integer, Wish>> wishes) {

    private static final String NONE = "-";

    static Evening fresh(int round) {
        return new Evening(round, Map.of(), 0, false, Map.of());
    }

    Evening ready(Role role, Optional<Instant> since) {
        var next = new EnumMap<Role, Instant>(Role.class);
        next.putAll(ready);
        next.remove(role);
        since.ifPresent(at -> next.put(role, at));
        return new Evening(round, Collections.unmodifiableMap(next), place, stopped, wishes);
    }

    Evening at(int next) {
        return new Evening(round, ready, next, stopped, wishes);
    }

    Evening stop() {
        return new Evening(round, ready, place, true, wishes);
    }

    /** The deck from its first card and with no wishes. */
    Evening again() {
        return new Evening(round, ready, 0, false, Map.of());
    }

    Evening wish(Role role, int card, Wish wish) {
        var more = new HashMap<>(of(role));
        more.put(card, wish);
        var all = new EnumMap<Role, Map<Integer, Wish>>(Role.class);
        all.putAll(wishes);
        all.put(role, Map.copyOf(more));
        return new Evening(round, ready, place, stopped, Collections.unmodifiableMap(all));
    }

    private Map<Integer, Wish> of(Role role) {
        return wishes.getOrDefault(role, Map.of());
    }

    boolean isSettled(int card) {
        return of(Role.ONE).containsKey(card) && of(Role.TWO).containsKey(card);
    }

    /** The deck as one of the two may see it. */
    Seen seen(Role role) {
        var kept = new HashSet<Integer>();
        var gone = new HashSet<Integer>();
        for (var card : of(Role.ONE).keySet()) {
            if (isSettled(card)) {
                var both = of(Role.ONE).get(card) == Wish.KEEP && of(Role.TWO).get(card) == Wish.KEEP;
                (both ? kept : gone).add(card);
            }
        }
        return new Seen(place, stopped, of(role), Set.copyOf(kept), Set.copyOf(gone));
    }

    /** Three lines: the deck, and one for each of the two. */
    byte[] write() {
        return Stream.of(round + " " + place + " " + stopped, line(Role.ONE), line(Role.TWO))
                .collect(Collectors.joining("\n"))
                .getBytes(US_ASCII);
    }

    private String line(Role role) {
        var since = Optional.ofNullable(ready.get(role)).map(at -> "" + at.toEpochMilli());
        return since.orElse(NONE) + " " + places(role, Wish.KEEP) + " " + places(role, Wish.NOT_TODAY);
    }

    private String places(Role role, Wish wish) {
        var places = of(role).entrySet().stream()
                .filter(entry -> entry.getValue() == wish)
                .map(entry -> "" + entry.getKey())
                .sorted()
                .collect(Collectors.joining(","));
        return places.isEmpty() ? NONE : places;
    }

    static Evening read(byte[] written) {
        var lines = new String(written, US_ASCII).split("\n", 3);
        var deck = lines[0].split(" ", 3);
        var evening = fresh(Integer.parseInt(deck[0])).at(Integer.parseInt(deck[1]));
        evening = Boolean.parseBoolean(deck[2]) ? evening.stop() : evening;
        return evening.with(Role.ONE, lines[1]).with(Role.TWO, lines[2]);
    }

    private Evening with(Role role, String line) {
        var words = line.split(" ", 3);
        var next =
                words[0].equals(NONE) ? this : ready(role, Optional.of(Instant.ofEpochMilli(Long.parseLong(words[0]))));
        for (var place : places(words[1])) {
            next = next.wish(role, place, Wish.KEEP);
        }
        for (var place : places(words[2])) {
            next = next.wish(role, place, Wish.NOT_TODAY);
        }
        return next;
    }

    private static Collection<Integer> places(String written) {
        return written.equals(NONE)
                ? Set.of()
                : Stream.of(written.split(",", -1)).map(Integer::valueOf).toList();
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
