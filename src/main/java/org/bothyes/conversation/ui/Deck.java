// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.bothyes.conversation.ui.SharedPage.Group;
import org.bothyes.conversation.ui.SharedPage.Thing;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.Role;
import org.bothyes.pack.Script;
import org.bothyes.pack.Topic;
import org.bothyes.shell.Texts;

/**
 * The cards to talk by, in pack order: one for each shared thing, then the check-ins and the signals. Made of an overlap
 * and nothing else. A card has the same place on both screens, and keeps it when others go.
 */
record Deck(List<Card> cards) {

    /** How many questions to ask each other there are of each kind, in the bundle. */
    private static final int QUESTIONS = 4;
    /** So that a card fits on a phone. */
    private static final int LINES = 2;

    /**
     * One card.
     *
     * @param side what it is about; empty for those that end the deck
     * @param kind how both stand to it, as a key of the bundle
     * @param facts what goes with it: the topic, the conditions, the rule
     */
    record Card(
            int place, Optional<Topic.Side> side, String kind, String title, List<String> facts, List<Block> blocks) {}

    /** Texts under one heading. */
    record Block(String title, boolean spoken, List<String> lines) {}

    static Deck of(Overlap overlap, Role reader, Texts texts) {
        return new Maker(overlap, reader, SharedPage.of(overlap, reader, texts), texts).deck();
    }

    Deck without(Set<Integer> places) {
        return new Deck(
                cards.stream().filter(card -> !places.contains(card.place())).toList());
    }

    /** The card at this place or, where it has gone, the next. The last never goes. */
    Card at(int place) {
        return cards.stream().filter(card -> card.place() >= place).findFirst().orElse(cards.getLast());
    }

    Optional<Card> after(Card card) {
        return cards.stream().filter(other -> other.place() > card.place()).findFirst();
    }

    Optional<Card> before(Card card) {
        return cards.reversed().stream()
                .filter(other -> other.place() < card.place())
                .findFirst();
    }

    /** The names of those at these places. */
    List<String> titles(Set<Integer> places) {
        return cards.stream()
                .filter(card -> places.contains(card.place()))
                .map(Card::title)
                .toList();
    }

    private record Maker(Overlap overlap, Role reader, SharedPage page, Texts texts) {

        Deck deck() {
            var cards = new ArrayList<Card>();
            Stream.of(cards("like", page.like()), cards("talk", page.talk()), cards("ruled", page.ruled()))
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingInt(Card::place))
                    .forEach(cards::add);
            var last = overlap.pack().sides().size();
            cards.add(checkIns(last));
            cards.add(signals(last + 1));
            cards.add(new Card(last + 2, Optional.empty(), "end", texts.get("talk.end.title"), List.of(), List.of()));
            return new Deck(List.copyOf(cards));
        }

        private List<Card> cards(String kind, List<Group> groups) {
            return groups.stream()
                    .flatMap(group -> group.things().stream())
                    .map(thing -> card(kind, thing))
                    .toList();
        }

        /** Where it lies is counted as partner one was asked, so that it is the same for both. */
        private Card card(String kind, Thing thing) {
            ToIntFunction<Topic.Side> counted = reader == Role.ONE ? Topic.Side::index : Topic.Side::mirror;
            var place = counted.applyAsInt(thing.side());
            var facts = new ArrayList<String>();
            thing.topic().ifPresent(facts::add);
            if (!thing.onlyWith().isEmpty()) {
                facts.add(texts.get("shared.only-with", thing.onlyWith()));
            }
            rule(thing.side()).ifPresent(facts::add);
            var question = texts.get("talk.ask." + (kind.equals("like") ? "like" : "talk") + "." + place % QUESTIONS);
            return new Card(
                    place,
                    Optional.of(thing.side()),
                    kind,
                    thing.name(),
                    facts,
                    List.of(
                            new Block(texts.get("talk.ask"), true, List.of(question)),
                            new Block(
                                    texts.get("talk.say"),
                                    true,
                                    thing.lines().stream().limit(LINES).toList()),
                            new Block(texts.get("talk.hear"), true, hearing(place))));
        }

        private Optional<String> rule(Topic.Side side) {
            var pack = overlap.pack();
            return pack.topic(side.topic())
                    .needs()
                    .map(need -> pack.limit(need.limit()))
                    .map(limit -> pack.words().rule(limit, overlap.row(limit)));
        }

        /** One line for hearing a no, another on each card. */
        private List<String> hearing(int place) {
            var pack = overlap.pack();
            var all = pack.scripts(Script.Moment.HEAR_NO).stream()
                    .filter(script -> script.ties().isEmpty())
                    .toList();
            return all.isEmpty() ? List.of() : List.of(pack.words().line(all.get(place % all.size())));
        }

        private Card checkIns(int place) {
            var blocks = page.checkIns().stream()
                    .map(lines -> new Block(lines.moment(), true, lines.lines()))
                    .toList();
            return new Card(
                    place,
                    Optional.empty(),
                    "check-ins",
                    texts.get("talk.check-ins.title"),
                    List.of(texts.get("talk.check-ins.lead")),
                    blocks);
        }

        private Card signals(int place) {
            var blocks = page.signals().stream()
                    .filter(signal -> !signal.what().isEmpty())
                    .map(signal -> new Block(signal.name(), false, List.of(signal.what())))
                    .toList();
            return new Card(
                    place,
                    Optional.empty(),
                    "signals",
                    texts.get("talk.signals.title"),
                    List.of(texts.get("talk.signals.lead"), texts.get("signals.always")),
                    blocks);
        }
    }
}
