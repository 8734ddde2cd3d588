// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Dice;
import org.bothyes.overlap.OverlapRule;
import org.bothyes.overlap.Safer;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Pack;
import org.bothyes.pack.Setting;
import org.bothyes.vault.Pin;

/**
 * Pairs of histories of partner two that lead to the same overlap with partner one: what one meets must not tell them
 * apart. The proofs of the non-interference promise live them in rows, on the wire and in a browser.
 */
final class Histories {

    private static final Pin WRONG = Pin.typed("314159");

    private Histories() {}

    /** What partner two does; the time is the same afterwards. */
    interface History {

        /** From joining to the seal. */
        void live(Stand at, Conversations.Welcome two);

        /** The moment in which two finishes. */
        default void finish(Stand at, Partner two) {
            at.rounds().seal(two);
        }

        /** After both have finished, before one has opened the list. */
        default void afterwards(Stand at, Conversations.Welcome two) {}

        /** While one has the list open. */
        default void later(Stand at, Conversations.Welcome two) {}

        /** While one has the deck open. */
        default void talking(Stand at, Conversations.Welcome two) {}
    }

    /**
     * Two histories that one must not be able to tell apart.
     *
     * @param ones what one says
     */
    record Pair(String name, Sheet ones, History one, History other) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** By hand, each with something that two could do and one could come to notice. */
    static Stream<Pair> byHand(Pack pack) {
        var all = allOf(pack, Comfort.YES);
        return Stream.of(
                pair("one edit, or a hundred", all, say(Comfort.YES), (at, two) -> {
                    for (var i = 0; i < 100; i++) {
                        at.answer(two.partner(), i % 40, Comfort.values()[i % 5]);
                    }
                    at.answerAll(two.partner(), Comfort.BLANK);
                    say(Comfort.YES).live(at, two);
                }),
                pair("all blank, or all no", all, say(Comfort.BLANK), all(Comfort.NO)),
                pair("all no, or all later", all, all(Comfort.NO), all(Comfort.LATER)),
                pair("nothing in common, or finished without sharing", all, all(Comfort.LATER), new History() {
                    @Override
                    public void live(Stand at, Conversations.Welcome two) {
                        at.answerAll(two.partner(), Comfort.YES);
                    }

                    @Override
                    public void finish(Stand at, Partner two) {
                        at.rounds().sealNothing(two);
                    }
                }),
                pair(
                        "everything refused, or nothing said by one",
                        allOf(pack, Comfort.NO),
                        all(Comfort.YES),
                        all(Comfort.NO)),
                pair("sealed, or sealed and taken back and sealed", all, say(Comfort.YES), (at, two) -> {
                    say(Comfort.YES).live(at, two);
                    for (var i = 0; i < 5; i++) {
                        at.rounds().seal(two.partner());
                        at.rounds().takeBack(two.partner());
                    }
                }),
                pair("finished without sharing and thought better of it, or not", all, say(Comfort.YES), (at, two) -> {
                    at.rounds().sealNothing(two.partner());
                    at.rounds().takeBack(two.partner());
                    say(Comfort.YES).live(at, two);
                }),
                pair("never came back, or twenty times", all, say(Comfort.YES), (at, two) -> {
                    for (var i = 0; i < 20; i++) {
                        var back = at.back(two.code()).orElseThrow();
                        at.answering().at(back, "signals", true);
                        at.rounds().stage(back);
                    }
                    say(Comfort.YES).live(at, two);
                }),
                pair("no wrong PIN, or seven", all, say(Comfort.YES), (at, two) -> {
                    say(Comfort.YES).live(at, two);
                    for (var i = 0; i < 7; i++) {
                        at.unlocking().unlock(two.code(), WRONG);
                    }
                }),
                pair("stayed at the first step, or went to the last", all, say(Comfort.YES), (at, two) -> {
                    say(Comfort.YES).live(at, two);
                    at.answering().at(two.partner(), "check", true);
                }),
                pair(
                        "answered forwards, or backwards",
                        all,
                        (at, two) -> inOrder(at, two, false),
                        (at, two) -> inOrder(at, two, true)),
                pair("a condition on what is not shared, or none", all, say(Comfort.YES), (at, two) -> {
                    say(Comfort.YES).live(at, two);
                    for (var side : at.pack().sides().subList(5, 12)) {
                        for (var condition : at.pack().conditions()) {
                            if (condition.fits(at.pack().topic(side.topic()))) {
                                say(at, two, new Change.Conditioned(side, condition, true));
                            }
                        }
                    }
                }),
                pair("loose rules beside nothing shared, or none", all, all(Comfort.NO), (at, two) -> {
                    all(Comfort.NO).live(at, two);
                    for (var limit : at.pack().limits()) {
                        say(at, two, new Change.Limited(limit, limit.rows().size() - 1));
                    }
                    for (var signal : at.pack().signals()) {
                        say(at, two, new Change.Signalled(signal, true));
                    }
                }),
                pair(
                        "the loosest rules, or the strictest, where one's are the strictest",
                        all,
                        (at, two) -> {
                            say(Comfort.YES).live(at, two);
                            for (var limit : at.pack().limits()) {
                                say(
                                        at,
                                        two,
                                        new Change.Limited(limit, limit.rows().size() - 1));
                            }
                        },
                        say(Comfort.YES)),
                pair("ticked what one has not, or not", all, say(Comfort.YES), (at, two) -> {
                    say(Comfort.YES).live(at, two);
                    for (var side : at.pack().choiceSides()) {
                        at.pack()
                                .choice(side.choice().value())
                                .orElseThrow()
                                .items()
                                .forEach(item -> say(at, two, new Change.Ticked(side, item, true)));
                    }
                }),
                pair("not pictured, or no", all, all(Comfort.NO), (at, two) -> {
                    at.answerAll(two.partner(), Comfort.NO);
                    say(at, two, new Change.Pictured(Setting.values()[0], true));
                }),
                pair("pictured this and that, or nothing in particular", all, say(Comfort.YES), (at, two) -> {
                    for (var setting : Setting.values()) {
                        say(at, two, new Change.Pictured(setting, true));
                        say(at, two, new Change.Pictured(setting, false));
                    }
                    say(Comfort.YES).live(at, two);
                }),
                pair("one press, or many, and knocking at closed doors", all, say(Comfort.YES), new History() {
                    @Override
                    public void live(Stand at, Conversations.Welcome two) {
                        say(Comfort.YES).live(at, two);
                    }

                    @Override
                    public void finish(Stand at, Partner two) {
                        for (var i = 0; i < 5; i++) {
                            at.rounds().seal(two);
                            assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.answer(two, 0, Comfort.NO));
                            assertThatExceptionOfType(NotNow.class)
                                    .isThrownBy(() -> at.sharing().open(two));
                        }
                    }
                }),
                pair("opened second, or first and often", all, say(Comfort.YES), afterwards((at, two) -> {
                    for (var i = 0; i < 5; i++) {
                        at.sharing().open(two.partner());
                    }
                    at.rounds().seal(two.partner());
                    at.rounds().takeBack(two.partner());
                    at.counting().sweep();
                })),
                pair(
                        "asked for a new round and thought better of it, or not",
                        all,
                        say(Comfort.YES),
                        later((at, two) -> {
                            at.newRound().ask(two.partner());
                            at.newRound().takeBack(two.partner());
                        })),
                pair("asks for a new round, or does not", all, say(Comfort.YES), later((at, two) -> at.newRound()
                        .ask(two.partner()))),
                pair("made safer what was safe, or did not", all, say(Comfort.YES), later((at, two) -> {
                    at.sharing()
                            .safer(
                                    two.partner(),
                                    new Safer.TakeOff(at.pack().sides().get(9)));
                    at.sharing()
                            .safer(
                                    two.partner(),
                                    new Safer.Tighten(at.pack().limits().getFirst(), 0));
                })),
                pair("read it once, or looked again and again", all, say(Comfort.YES), later((at, two) -> {
                    for (var i = 0; i < 10; i++) {
                        at.sharing().open(at.back(two.code()).orElseThrow());
                        at.ending().at(two.partner());
                        at.newRound().asked(two.partner());
                    }
                })),
                pair(
                        "a wish for a card, or none",
                        all,
                        say(Comfort.YES),
                        later(Histories::wishesForTheCard, Histories::wishesForTheCard)));
    }

    /** By chance, the same ones for the same number: sheets, edits, their order, and what happens beside them. */
    static Stream<Pair> byChance(Pack pack, int many) {
        return LongStream.range(0, many).mapToObj(seed -> {
            var dice = new Dice(pack, seed);
            var ones = dice.sheet();
            var two = dice.sheet();
            var other = dice.sameForPartner(ones, two);
            assertThat(OverlapRule.of(ones, other)).isEqualTo(OverlapRule.of(ones, two));
            return pair(
                    "by chance " + seed,
                    ones,
                    (at, w) -> busily(at, w, two, seed),
                    (at, w) -> busily(at, w, other, ~seed));
        });
    }

    /** Comes to a sheet by a way of its own. */
    private static void busily(Stand at, Conversations.Welcome two, Sheet sheet, long seed) {
        var random = new Random(seed);
        for (var i = random.nextInt(30); i > 0; i--) {
            at.answer(two.partner(), random.nextInt(at.pack().sides().size()), Comfort.values()[random.nextInt(5)]);
            switch (random.nextInt(8)) {
                case 0 -> at.back(two.code());
                case 1 -> at.unlocking().unlock(two.code(), WRONG);
                case 2 -> at.answering().at(two.partner(), "signals", random.nextBoolean());
                case 3 -> {
                    at.rounds().seal(two.partner());
                    at.rounds().takeBack(two.partner());
                }
                default -> at.rounds().stage(two.partner());
            }
        }
        at.say(two.partner(), sheet, random);
    }

    private static Pair pair(String name, Sheet ones, History one, History other) {
        return new Pair(name, ones, one, other);
    }

    static History say(Comfort comfort) {
        return (at, two) -> at.answer(two.partner(), 0, comfort);
    }

    private static void say(Stand at, Conversations.Welcome two, Change change) {
        at.answering().answer(two.partner(), List.of(change));
    }

    static History all(Comfort comfort) {
        return (at, two) -> at.answerAll(two.partner(), comfort);
    }

    private static void inOrder(Stand at, Conversations.Welcome two, boolean backwards) {
        var sides = new ArrayList<>(at.pack().sides());
        if (backwards) {
            Collections.reverse(sides);
        }
        sides.stream()
                .limit(400)
                .forEach(side ->
                        at.answer(two.partner(), side.index(), side.index() % 3 == 0 ? Comfort.YES : Comfort.NO));
    }

    private static Sheet allOf(Pack pack, Comfort comfort) {
        var sheet = Sheet.blank(pack);
        for (var side : pack.sides()) {
            sheet = sheet.with(new Change.Answered(side, comfort));
        }
        return sheet;
    }

    /** Says yes to one thing, and does something after both have finished. */
    private static History afterwards(Doing doing) {
        return new History() {
            @Override
            public void live(Stand at, Conversations.Welcome two) {
                say(Comfort.YES).live(at, two);
            }

            @Override
            public void afterwards(Stand at, Conversations.Welcome two) {
                doing.at(at, two);
            }
        };
    }

    /** Says yes to one thing, and does something while one reads the list. */
    private static History later(Doing doing) {
        return later(doing, (at, two) -> {});
    }

    /** The same, and something more while one has the deck open. */
    private static History later(Doing reading, Doing talking) {
        return new History() {
            @Override
            public void live(Stand at, Conversations.Welcome two) {
                say(Comfort.YES).live(at, two);
            }

            @Override
            public void later(Stand at, Conversations.Welcome two) {
                reading.at(at, two);
            }

            @Override
            public void talking(Stand at, Conversations.Welcome two) {
                talking.at(at, two);
            }
        };
    }

    private static void wishesForTheCard(Stand at, Conversations.Welcome two) {
        var talk = at.app().getBean(Talk.class);
        talk.wish(two.partner(), 0, Talk.Wish.KEEP);
        talk.wish(two.partner(), 0, Talk.Wish.NOT_TODAY);
    }

    private interface Doing {
        void at(Stand at, Conversations.Welcome two);
    }
}
