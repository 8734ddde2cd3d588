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
 * @param until when it is over, by the last that both could see; {@link #UNSEEN} if there is nothing yet that both could see
 * @param untilFor for each, when their wishes are over, as long as nobody has done anything that both could see. What one
 *     does in private moves nothing that the other could notice
 * @param ready since when who is ready
 * @param place of the card that lies open
 * @param stopped whether one of the two has stopped
 * @param wishes of each for cards, by place
 */
record Evening(
        int round,
        Instant until,
        Map<Role, Instant> untilFor,
        Map<Role, Instant> ready,
        int place,
        boolean stopped,
        Map<Role, Map<Integer, Wish>> wishes) {

    static final Instant UNSEEN = Instant.EPOCH;

    private static final String NONE = "-";

    static Evening fresh(int round) {
        return new Evening(round, UNSEEN, Map.of(), Map.of(), 0, false, Map.of());
    }

    Evening ready(Role role, Optional<Instant> since) {
        return new Evening(round, until, untilFor, with(ready, role, since), place, stopped, wishes);
    }

    Evening at(int next) {
        return new Evening(round, until, untilFor, ready, next, stopped, wishes);
    }

    Evening stop() {
        return new Evening(round, until, untilFor, ready, place, true, wishes);
    }

    /** The deck from its first card and with no wishes. */
    Evening again() {
        return new Evening(round, until, untilFor, ready, 0, false, Map.of());
    }

    Evening wish(Role role, int card, Wish wish) {
        var more = new HashMap<>(of(role));
        more.put(card, wish);
        return wishes(role, Map.copyOf(more));
    }

    private Evening wishes(Role role, Map<Integer, Wish> own) {
        var all = with(wishes, role, Optional.of(own));
        return new Evening(round, until, untilFor, ready, place, stopped, all);
    }

    /** What is left of it at this time. */
    Evening asOf(Instant now) {
        if (until.isAfter(now)) {
            return this;
        }
        var left = fresh(round);
        if (until.equals(UNSEEN)) {
            for (var role : Role.values()) {
                var over = untilFor.getOrDefault(role, UNSEEN);
                left = over.isAfter(now) ? left.wishes(role, of(role)).until(role, over) : left;
            }
        }
        return left;
    }

    /** It lasts until then, since somebody did what both could see. */
    Evening until(Instant over) {
        return new Evening(round, over, Map.of(), ready, place, stopped, wishes);
    }

    /** This partner's wishes last until then, unless both could see something, which counts for all. */
    Evening until(Role role, Instant over) {
        return until.equals(UNSEEN)
                ? new Evening(round, until, with(untilFor, role, Optional.of(over)), ready, place, stopped, wishes)
                : this;
    }

    private static <T> Map<Role, T> with(Map<Role, T> all, Role role, Optional<T> one) {
        var next = new EnumMap<Role, T>(Role.class);
        next.putAll(all);
        next.remove(role);
        one.ifPresent(it -> next.put(role, it));
        return Collections.unmodifiableMap(next);
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
        return Stream.of(
                        round + " " + place + " " + stopped + " " + until.getEpochSecond(),
                        line(Role.ONE),
                        line(Role.TWO))
                .collect(Collectors.joining("\n"))
                .getBytes(US_ASCII);
    }

    private String line(Role role) {
        var since = Optional.ofNullable(ready.get(role)).map(at -> "" + at.toEpochMilli());
        return since.orElse(NONE) + " " + places(role, Wish.KEEP) + " " + places(role, Wish.NOT_TODAY) + " "
                + untilFor.getOrDefault(role, UNSEEN).getEpochSecond();
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
        var deck = lines[0].split(" ", -1);
        var evening = fresh(Integer.parseInt(deck[0])).at(Integer.parseInt(deck[1]));
        evening = Boolean.parseBoolean(deck[2]) ? evening.stop() : evening;
        evening = evening.with(Role.ONE, lines[1]).with(Role.TWO, lines[2]);
        return time(deck).map(evening::until).orElse(evening);
    }

    private Evening with(Role role, String line) {
        var words = line.split(" ", -1);
        var next =
                words[0].equals(NONE) ? this : ready(role, Optional.of(Instant.ofEpochMilli(Long.parseLong(words[0]))));
        for (var place : places(words[1])) {
            next = next.wish(role, place, Wish.KEEP);
        }
        for (var place : places(words[2])) {
            next = next.wish(role, place, Wish.NOT_TODAY);
        }
        var own = time(words);
        return own.isPresent() ? next.until(role, own.get()) : next;
    }

    /** The last of four words. An evening that an earlier version wrote has three, and is over. */
    private static Optional<Instant> time(String[] words) {
        return Stream.of(words)
                .skip(3)
                .map(Long::parseLong)
                .map(Instant::ofEpochSecond)
                .filter(time -> time.isAfter(UNSEEN))
                .findFirst();
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
