// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import static org.bothyes.usecases.Written.text;

import java.net.http.HttpClient;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bothyes.door.Site;
import org.bothyes.pack.Topic;
import org.bothyes.usecases.Phone;
import org.bothyes.usecases.Written;

/** Two who have met, each on a phone, and stand before the first question. */
record Pair(Phone one, Phone two) {

    private static final int ANSWERS = 4;
    private static final int AT_ONCE = 4;

    /** One for all: a client has threads of its own, and hundreds would have too many. */
    private static final HttpClient CLIENT =
            Site.browser().executor(Executors.newVirtualThreadPerTaskExecutor()).build();

    /**
     * @param portOne where the one finds the server, or a way to it
     * @param portTwo where the other does
     */
    static Pair meet(int portOne, int portTwo) {
        var one = phone(portOne).enters("/start", "pack=guide" + Site.CHOSEN, "code");
        one.presses(text("code.kept"));
        var link = one.takes("invite-link");
        var form = Site.form("code", link.substring(link.indexOf('#') + 1), "words", one.takes("invite-words"));
        one.presses(text("invite.go-on")).reads(text("ready.title"));
        var two = phone(portTwo).enters("/join", form + Site.CHOSEN, "code");
        two.presses(text("code.kept")).reads(text("ready.title"));
        return new Pair(one, two);
    }

    /** Many, a few at a time, since what meeting takes is mostly the way. */
    static List<Pair> meet(int portOne, int portTwo, int many) {
        try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            return hands.invokeAll(Collections.nCopies(many, (Callable<Pair>) () -> meet(portOne, portTwo))).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Phone phone(int port) {
        return new Phone(new Site("http://localhost:" + port, CLIENT));
    }

    /** Which comes after so many others, over and over. */
    static Topic topic(int place) {
        return Written.PLAIN_TOPICS.get(place % Written.PLAIN_TOPICS.size());
    }

    /** Opens the question that comes after so many others. */
    static void opens(Phone phone, int place) {
        phone.goes(Written.room(topic(place)));
    }

    /** Answers it, otherwise than the last time, and has read that this is saved. */
    static void answers(Phone phone, int place) {
        phone.picks(0, 1 + (place + place / Written.PLAIN_TOPICS.size()) % ANSWERS)
                .reads(text("step.saved"));
    }

    /** As a page says every minute; the server takes one that does not for gone. */
    void areStillThere() {
        one.isStillThere();
        two.isStillThere();
    }

    void close() {
        one.close();
        two.close();
    }
}
