// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.IntStream;
import org.bothyes.conversation.TickingClock;
import org.junit.jupiter.api.Test;

/** A room that votes is found by its code, and gone by itself. */
class PollsTest {

    private final TickingClock clock = new TickingClock();
    private final Polls polls = new Polls(new SecureRandom(), clock);

    @Test
    void a_code_has_four_letters_that_nobody_takes_for_others_and_make_no_word() {
        var codes = IntStream.range(0, 200)
                .mapToObj(_ -> polls.open(Written.lesson()).code())
                .toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[BCDFGHJKMPRTVWXZ]{4}"));
    }

    @Test
    void a_room_that_somebody_looks_at_stays_and_one_that_nobody_uses_is_gone_after_three_hours() {
        var used = polls.open(Written.lesson());
        var unused = polls.open(Written.lesson());
        for (var hour = 0; hour < 3; hour++) {
            clock.tick(Duration.ofMinutes(59));
            assertThat(polls.withCode(used.code())).contains(used);
        }
        clock.tick(Duration.ofMinutes(4));
        assertThat(polls.withCode(unused.code())).isEmpty();
        assertThat(polls.withCode(used.code())).contains(used);
    }

    @Test
    void a_key_opens_its_own_room_alone() {
        var one = polls.open(Written.lesson());
        var other = polls.open(Written.lesson());
        assertThat(polls.withKey(new Ticket(one.code(), one.key()))).contains(one);
        assertThat(polls.withKey(new Ticket(one.code(), other.key()))).isEmpty();
        assertThat(polls.withKey(new Ticket(one.code(), ""))).isEmpty();
        polls.end(one);
        assertThat(polls.withKey(new Ticket(one.code(), one.key()))).isEmpty();
    }
}
