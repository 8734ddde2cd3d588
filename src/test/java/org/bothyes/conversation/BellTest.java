// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.bothyes.Application;
import org.bothyes.overlap.Comfort;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The bell by the real clock: here another thread has to come by itself. */
@Tag(OnPostgres.TAG)
@SpringBootTest(
        classes = Application.class,
        properties = {"BOTH_YES_DATA=./target/data/${random.uuid}", "both-yes.seal-counts=700ms"})
class BellTest {

    private final Stand at;

    @Autowired
    BellTest(ApplicationContext app) {
        at = Stand.in(app);
        assertThat(app.getBean(Clock.class)).isNotInstanceOf(TickingClock.class);
    }

    @Test
    void it_rings_once_and_only_when_both_have_finished() {
        var rings = new AtomicInteger();
        var one = at.start().partner();
        at.bell().await(one, rings::incrementAndGet);

        var invitation = at.invitation(one);
        var two = at.conversations()
                .join(invitation.token().code(), invitation.words(), Stand.PIN)
                .orElseThrow()
                .partner();
        at.answerAll(two, Comfort.YES);
        at.rounds().seal(two);
        await().during(Duration.ofMillis(900)).atMost(Duration.ofSeconds(2)).until(() -> rings.get() == 0);
        at.rounds().takeBack(two);
        at.rounds().seal(one);
        at.rounds().seal(two);
        assertThat(at.rounds().takeBack(two)).isTrue();
        await().during(Duration.ofMillis(900)).atMost(Duration.ofSeconds(2)).until(() -> rings.get() == 0);

        at.rounds().seal(two);
        await().atMost(Duration.ofMillis(1700)).until(() -> rings.get() == 1);
        at.rounds().seal(two);
        at.rounds().takeBack(two);
        at.sharing().open(two);
        assertThat(rings).hasValue(1);
    }

    @Test
    void it_rings_for_everybody_but_who_stopped_waiting_even_if_one_screen_fails() {
        var couple = at.couple();
        var rings = new AtomicInteger();
        var stopped = new AtomicInteger();
        for (var i = 0; i < 5; i++) {
            at.bell().await(couple.one(), () -> {
                throw new IllegalStateException("a screen that has gone");
            });
            at.bell().await(couple.two(), rings::incrementAndGet);
        }
        at.bell().await(couple.one(), stopped::incrementAndGet).run();
        at.ring(couple.one());
        assertThat(rings).hasValue(5);
        assertThat(stopped).hasValue(0);
    }

    @Test
    void what_it_could_not_tell_is_told_with_the_next_look() {
        var one = at.couple().one();
        var rings = new AtomicInteger();
        at.bell().await(one, rings::incrementAndGet);
        at.jdbc()
                .sql("update conversation set rung = rung + 1 where id = ?")
                .param(one.conversation())
                .update();
        at.counting().sweep();
        assertThat(rings).hasValue(1);
    }

    @Test
    void every_tab_of_a_browser_locks_even_if_a_screen_of_one_has_gone() {
        var partner = at.start().partner();
        var tabs = new Tabs();
        var told = new AtomicInteger();
        for (var i = 0; i < 3; i++) {
            var tab = tabs.find(tabs.open(partner, null, new SecureRandom(), Instant.now()))
                    .orElseThrow();
            tab.whenLocked(() -> {
                throw new IllegalStateException("a screen that has gone");
            });
            tab.whenLocked(told::incrementAndGet);
        }
        tabs.lockAll();
        assertThat(told).hasValue(3);
    }
}
