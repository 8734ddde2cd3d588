// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static org.bothyes.usecases.Written.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bothyes.door.Site;
import org.bothyes.pack.Topic;

/**
 * Somebody who answers one question after the other and remembers what was said to be saved. Where anything fails, they
 * come back with their PIN, as often as it takes, and go on.
 */
final class SavingPhone {

    private static final int ANSWERS = 4;

    private final Phone phone;
    /** What each topic may say: what was last said to be saved, and what was tried since. */
    private final Map<Topic, Set<Integer>> mayBe = new HashMap<>();

    private final AtomicInteger saved = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private int next;
    private Duration longest = Duration.ZERO;

    SavingPhone(Site site) {
        phone = new Phone(site);
        phone.enters("/start", "pack=guide" + Site.CHOSEN, "code");
        phone.presses(text("code.kept"));
        phone.presses(text("invite.go-on")).reads(text("ready.title"));
    }

    /** How often it was said that something was saved. */
    int saved() {
        return saved.get();
    }

    /** How often something went wrong, and nothing was said. */
    int failed() {
        return failed.get();
    }

    /** The longest time between two that were saved. */
    Duration longest() {
        return longest;
    }

    /** Answers until it is enough. */
    void answers(AtomicBoolean enough) {
        var last = System.nanoTime();
        for (; !enough.get(); next++) {
            var place = next % Written.PLAIN_TOPICS.size();
            var topic = Written.PLAIN_TOPICS.get(place);
            var answer = 1 + (next / Written.PLAIN_TOPICS.size() + place) % ANSWERS; // another one each time
            try {
                phone.goes(Written.room(topic));
                mayBe.computeIfAbsent(topic, _ -> new HashSet<>(Set.of(0))).add(answer);
                phone.picks(0, answer);
                phone.reads(text("step.saved"));
                mayBe.put(topic, new HashSet<>(Set.of(answer)));
                saved.incrementAndGet();
                var now = System.nanoTime();
                longest = Duration.ofNanos(Math.max(longest.toNanos(), now - last));
                last = now;
            } catch (RuntimeException | AssertionError e) {
                failed.incrementAndGet();
                comesBack();
            }
        }
    }

    private void comesBack() {
        for (var back = false; !back; ) {
            try {
                phone.vanishes();
                phone.enters("/unlock", "pin=271828", "");
                back = true;
            } catch (RuntimeException | AssertionError e) {
                failed.incrementAndGet();
            }
        }
    }

    /** Looks at everything again, and hands back what reads otherwise than it was said to. */
    List<String> lost() {
        comesBack();
        var lost = new ArrayList<String>();
        mayBe.forEach((topic, answers) -> {
            phone.goes(Written.room(topic));
            if (!answers.contains(phone.picked(0))) {
                lost.add(topic.id().value());
            }
        });
        return lost;
    }
}
