// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.usecases.Written.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bothyes.door.Site;
import org.bothyes.pack.Topic;
import org.bothyes.pack.Way;

/**
 * Two who live one conversation after the other, from its start until they erase it, a tap at a time and each on a phone.
 * Whatever they have said they look for again, on the page where they said it and on the list.
 */
final class TwoPhones {

    /** Answers as they stand on a page: yes, open to it, later, no. */
    private static final int ANSWERS = 4;

    private static final int SHARED = 4;
    private static final int OTHERS = 6;
    private static final int IN_THE_NEW_ROUND = 2;
    /** Taps, about a minute of them. */
    private static final int HEARTBEAT = 30;
    /** One phone in so many runs out of power. */
    private static final int DYING = 8;

    private static final String CODE = "return-code";

    private final int port;
    private final Random random;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private int taps;
    private int conversations;
    private int readBack;
    private Person ann;
    private Person bob;

    TwoPhones(int port, long seed) {
        this.port = port;
        this.random = new Random(seed);
        this.ann = new Person(new Phone(new Site(port)));
        this.bob = new Person(new Phone(new Site(port)));
    }

    /** One of the two, what they said, and what they come back with. */
    private static final class Person {
        private final Map<Topic, Integer> said = new HashMap<>();
        private Phone phone;
        private String code = "";

        Person(Phone phone) {
            this.phone = phone;
        }
    }

    int taps() {
        return taps;
    }

    int conversations() {
        return conversations;
    }

    /** How many answers were looked for, and found as they were given. */
    int readBack() {
        return readBack;
    }

    /** Does what comes next. Where that fails, both begin anew with the next step. */
    void step() {
        if (steps.isEmpty()) {
            plan();
        }
        try {
            steps.remove().run();
            taps++;
            if (taps % HEARTBEAT == 0) {
                ann.phone.isStillThere();
                bob.phone.isStillThere();
            }
        } catch (Throwable e) {
            steps.clear();
            List.of(ann, bob).forEach(person -> person.phone.close());
            throw e;
        }
    }

    /** Whether a conversation is under way. */
    boolean isUnderWay() {
        return !steps.isEmpty();
    }

    private void plan() {
        ann = new Person(new Phone(new Site(port)));
        bob = new Person(new Phone(new Site(port)));
        meet();
        var drawn = drawn(SHARED + OTHERS + IN_THE_NEW_ROUND);
        var topics = drawn.subList(0, SHARED + OTHERS);
        var shared = topics.subList(0, SHARED);
        bothAnswer(shared, topics.subList(SHARED, topics.size()));
        comeBack(bob);
        List.of(ann, bob).forEach(person -> topics.forEach(topic -> looksAgain(person, topic)));
        seal();
        open(shared);
        makeSafer(shared.getFirst());
        talk();
        askAnew();
        bothAnswer(drawn.subList(topics.size(), drawn.size()), List.of());
        seal();
        open(shared.subList(1, SHARED));
        erase();
    }

    private void then(Runnable step) {
        steps.add(step);
    }

    private List<Topic> drawn(int many) {
        var some = new ArrayList<>(Written.PLAIN_TOPICS);
        Collections.shuffle(some, random);
        return some.subList(0, many);
    }

    private void meet() {
        then(() -> ann.phone.enters("/start", "pack=guide" + Site.CHOSEN, "code"));
        then(() -> keepsTheCode(ann));
        then(() -> {
            var link = ann.phone.takes("invite-link");
            var form =
                    Site.form("code", link.substring(link.indexOf('#') + 1), "words", ann.phone.takes("invite-words"));
            bob.phone.enters("/join", form + Site.CHOSEN, "code");
        });
        then(() -> ann.phone.presses(text("invite.go-on")).reads(text("ready.title")));
        then(() -> keepsTheCode(bob));
        then(() -> bob.phone.reads(text("ready.title")).presses(text("step.next")));
    }

    private static void keepsTheCode(Person person) {
        person.code = person.phone.takes(CODE);
        person.phone.presses(text("code.kept"));
    }

    private void bothAnswer(List<Topic> alike, List<Topic> anyhow) {
        for (var topic : alike) {
            answers(ann, topic, 1);
            answers(bob, topic, 1);
        }
        for (var topic : anyhow) {
            answers(ann, topic, 1 + random.nextInt(ANSWERS));
            answers(bob, topic, 1 + random.nextInt(ANSWERS));
        }
    }

    private void answers(Person person, Topic topic, int answer) {
        then(() -> person.phone.goes(Written.room(topic)));
        then(() -> {
            person.phone.picks(0, answer).reads(text("step.saved"));
            person.said.put(topic, answer);
        });
        then(() -> person.phone.presses(text("step.next")));
    }

    /** In the same browser by the PIN; or, where the phone died, on another by the code. */
    private void comeBack(Person person) {
        if (random.nextInt(DYING) == 0) {
            then(() -> person.phone.vanishes());
            then(() -> {
                person.phone = new Phone(new Site(port));
                person.phone.enters("/return", Site.form("code", person.code, "pin", "271828"), "");
            });
        } else {
            then(() -> person.phone.closesThePage().enters("/unlock", "pin=271828", ""));
        }
    }

    private void looksAgain(Person person, Topic topic) {
        then(() -> {
            person.phone.goes(Written.room(topic));
            assertThat(person.phone.picked(0)).as(topic.id().value()).isEqualTo(person.said.get(topic));
            readBack++;
        });
    }

    private void seal() {
        for (var person : List.of(ann, bob)) {
            then(() -> person.phone.goes("check"));
            then(() -> person.phone.presses(text("check.seal")));
        }
    }

    /** Who has sealed first hears by the bell that both have finished. */
    private void open(List<Topic> shared) {
        for (var person : List.of(ann, bob)) {
            then(() -> person.phone.reads(text("finished.title")).presses(text("finished.open")));
            then(() -> {
                person.phone.reads(text("shared.title"));
                shared.forEach(topic -> person.phone.reads(name(topic)));
                readBack += shared.size();
            });
        }
    }

    private static String name(Topic topic) {
        return Written.way(topic.id().value(), Way.TOGETHER);
    }

    /** One takes it off, and it goes from the other's screen. */
    private void makeSafer(Topic topic) {
        then(() -> ann.phone.unfolds(name(topic)).reads(text("safer.off")));
        then(() -> ann.phone.presses(text("safer.off")).misses(name(topic)));
        then(() -> bob.phone.misses(name(topic)));
    }

    private void talk() {
        for (var person : List.of(ann, bob)) {
            then(() -> person.phone.presses(text("talk.title")));
            then(() -> person.phone.presses(text("talk.each")).reads(text("talk.ask")));
        }
        then(() -> ann.phone.presses(text("talk.keep")));
        then(() -> bob.phone.presses(text("talk.keep")).reads(text("talk.kept")));
        then(() -> ann.phone.reads(text("talk.kept")).presses(text("step.next")));
        then(() -> bob.phone.misses(text("talk.kept")).presses(text("step.next")));
        then(() -> ann.phone.reads(bob.phone.heading()).presses(text("talk.pause")));
        then(() -> bob.phone.reads(text("talk.stopped.title")));
    }

    private void askAnew() {
        for (var person : List.of(ann, bob)) {
            then(() -> person.phone.goes("new-round"));
            then(() -> person.phone.presses(text("round.ask")));
        }
        for (var person : List.of(ann, bob)) {
            then(() -> person.phone.reads(text("round.begun.title")).presses(text("round.begun.go")));
        }
    }

    private void erase() {
        then(() -> bob.phone.goes("erase"));
        then(() -> bob.phone.presses(text("erase.now")).reads(text("ended.title")));
        then(() -> ann.phone.reads(text("ended.title")));
        then(() -> {
            ann.phone.close();
            bob.phone.close();
            conversations++;
        });
    }
}
