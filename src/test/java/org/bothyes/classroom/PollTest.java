// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a room says comes to the wall rounded, at once and once, and of nobody. */
class PollTest {

    private final Lesson lesson = Written.lesson();
    private final Poll poll = new Poll(lesson, "BCDF", "key");
    private final String question = lesson.votes().getFirst().id();

    @BeforeEach
    void theFirstQuestionIsPut() {
        poll.goOn();
    }

    /** So many phones say the first thing, and so many the second. */
    private void vote(int first, int second) {
        for (var i = 0; i < first + second; i++) {
            var phone = "phone " + poll.phones();
            assertThat(poll.join(phone)).isTrue();
            poll.vote(phone, question, i < first ? 0 : 1);
        }
    }

    @Test
    void seven_votes_show_nothing_and_eight_do() {
        vote(4, 3);
        poll.goOn();
        assertThat(poll.isShown()).isTrue();
        assertThat(poll.bars()).isEmpty();
        poll.askAgain();
        for (var i = 0; i < 7; i++) {
            poll.vote("phone " + i, question, 0);
        }
        vote(0, 1);
        poll.goOn();
        assertThat(poll.bars()).startsWith(9, 1);
    }

    @ParameterizedTest
    @CsvSource({"8, 0, 9, 1", "200, 0, 9, 1", "0, 8, 1, 9", "5, 3, 6, 4", "100, 100, 5, 5", "99, 1, 9, 1", "13, 7, 7, 4"
    })
    void a_bar_is_rounded_and_nobody_learns_that_all_agree(int first, int second, int one, int other) {
        vote(first, second);
        poll.goOn();
        assertThat(poll.bars()).startsWith(one, other);
    }

    @Test
    void nothing_is_shown_before_the_educator_does_and_nothing_changes_after() {
        vote(6, 2);
        assertThat(poll.bars()).isEmpty();
        poll.goOn();
        var bars = poll.bars();
        vote(0, 50);
        poll.vote("phone 0", question, 1);
        assertThat(poll.bars()).isEqualTo(bars);
        assertThat(poll.votes()).isEqualTo(8);
        assertThat(poll.said("phone 0")).contains(0);
    }

    @Test
    void a_phone_has_one_vote_and_may_change_it() {
        vote(1, 0);
        poll.vote("phone 0", question, 1);
        poll.vote("phone 0", question, 1);
        assertThat(poll.votes()).isEqualTo(1);
        assertThat(poll.said("phone 0")).contains(1);
    }

    @Test
    void what_fits_nothing_is_passed_over() {
        vote(1, 0);
        poll.vote("stranger", question, 1);
        poll.vote("phone 0", "no such", 1);
        poll.vote("phone 0", question, 99);
        poll.vote("phone 0", question, -1);
        assertThat(poll.votes()).isEqualTo(1);
        assertThat(poll.said("phone 0")).contains(0);
    }

    @Test
    void asking_again_forgets_what_was_said_and_so_does_the_next_question() {
        vote(8, 0);
        poll.goOn();
        poll.askAgain();
        assertThat(poll.votes()).isZero();
        assertThat(poll.isShown()).isFalse();
        assertThat(poll.bars()).isEmpty();
        vote(8, 0);
        poll.goOn();
        poll.goOn();
        assertThat(poll.votes()).isZero();
        assertThat(poll.said("phone 0")).isEmpty();
    }

    @Test
    void every_question_comes_once_and_then_it_is_over() {
        var asked = new ArrayList<String>();
        while (!poll.isOver()) {
            poll.question().ifPresent(vote -> asked.add(vote.id()));
            poll.goOn();
            poll.goOn();
        }
        assertThat(asked).isEqualTo(lesson.votes().stream().map(Lesson.Vote::id).toList());
        poll.goOn();
        assertThat(poll.isOver()).isTrue();
        assertThat(poll.question()).isEmpty();
    }

    @Test
    void a_vote_is_told_to_the_stage_and_to_no_phone() {
        var stage = new AtomicInteger();
        var phone = new AtomicInteger();
        poll.tellStage(stage::incrementAndGet);
        poll.tellPhone(phone::incrementAndGet);
        vote(1, 0);
        assertThat(stage).hasValue(2); // that it joined, and that it voted
        assertThat(phone).hasValue(0);
        poll.goOn();
        assertThat(stage).hasValue(3);
        assertThat(phone).hasValue(1);
    }

    @Test
    void a_room_is_full_at_some_time() {
        vote(Poll.MOST_PHONES, 0);
        assertThat(poll.join("one more")).isFalse();
        assertThat(poll.phones()).isEqualTo(Poll.MOST_PHONES);
    }
}
