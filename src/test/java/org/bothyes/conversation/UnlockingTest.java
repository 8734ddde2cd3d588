// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bothyes.conversation.Unlocking.Outcome;
import org.bothyes.overlap.Comfort;
import org.bothyes.vault.Busy;
import org.bothyes.vault.Pin;
import org.bothyes.vault.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Coming back needs code and PIN; a wrong PIN makes wait, never erases, and the partner never notices. */
@WholeApplication
class UnlockingTest {

    private static final Pin WRONG = Pin.typed("161803");
    /** More than are let in at once, and may wait. */
    private static final int CROWD = 60;

    private final Stand at;
    private Stand.Couple couple;

    @Autowired
    UnlockingTest(ApplicationContext app) {
        at = Stand.in(app);
        couple = at.couple();
    }

    @BeforeEach
    void a_couple() {
        couple = at.couple();
    }

    private Outcome tries(Pin pin) {
        return at.unlocking().unlock(couple.a().code(), pin);
    }

    private void triesInVain(int times) {
        for (var i = 0; i < times; i++) {
            assertThat(tries(WRONG)).isEqualTo(new Outcome.Wrong());
        }
    }

    @Test
    void four_wrong_pins_in_a_row_cost_nothing_and_the_right_one_makes_them_forgotten() {
        for (var round = 0; round < 2; round++) {
            triesInVain(4);
            assertThat(tries(Stand.PIN)).isInstanceOf(Outcome.In.class);
        }
    }

    @Test
    void from_the_fifth_on_it_takes_longer_each_time_and_at_most_a_day() {
        triesInVain(4);
        for (var minutes : new long[] {1, 5, 15, 60, 240, 1440, 1440}) {
            triesInVain(1);
            assertThat(tries(WRONG)).isEqualTo(new Outcome.Wait(minutes));
            assertThat(tries(Stand.PIN)).as("the right one waits too").isEqualTo(new Outcome.Wait(minutes));
            at.tick("PT" + (minutes * 60 - 1) + "S");
            assertThat(tries(Stand.PIN)).isEqualTo(new Outcome.Wait(1));
            at.tick("PT1S");
        }
        assertThat(tries(Stand.PIN)).isInstanceOf(Outcome.In.class);
    }

    @Test
    void a_try_that_was_not_made_since_too_many_came_in_at_once_costs_nothing() {
        var over = new AtomicBoolean();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < CROWD; i++) {
                crowd.execute(() -> {
                    while (!over.get()) {
                        isTurnedAway(Secret.random(new SecureRandom()));
                    }
                });
            }
            do {
                hasTriedInVain(5);
            } while (!isTurnedAway(couple.a().code()));
            over.set(true);
        }
        assertThat(tries(Stand.PIN)).isInstanceOf(Outcome.In.class);
    }

    private boolean isTurnedAway(Secret code) {
        try {
            at.unlocking().unlock(code, Stand.PIN);
            return false;
        } catch (Busy e) {
            return true;
        }
    }

    /** And has waited since. */
    private void hasTriedInVain(int times) {
        at.jdbc()
                .sql("update partner set wrong_pins = ?, waits_until = null where id = ?")
                .params(times, couple.one().id())
                .update();
    }

    @Test
    void wrong_pins_erase_nothing() {
        at.answer(couple.one(), 3, Comfort.OPEN);
        triesInVain(5);
        at.tick("PT1M");
        assertThat(at.comfort(at.back(couple.a().code()).orElseThrow(), 3)).isEqualTo(Comfort.OPEN);
    }

    @Test
    void many_tries_at_once_are_each_counted_before_they_are_made() throws Exception {
        var outcomes = Stand.together(
                () -> tries(WRONG), () -> tries(WRONG), () -> tries(WRONG), () -> tries(WRONG), () -> tries(WRONG));
        assertThat(outcomes).doesNotHaveAnyElementsOfTypes(Outcome.In.class);
        assertThat(tries(Stand.PIN)).isEqualTo(new Outcome.Wait(1));
    }

    @Test
    void the_partner_and_all_that_both_have_in_common_stay_untouched() {
        var before = besidesOne();
        triesInVain(5);
        tries(WRONG);
        assertThat(besidesOne()).isEqualTo(before);
    }

    private List<List<Map<String, @Nullable Object>>> besidesOne() {
        return List.of(
                rows("select version, expires_at from conversation where id = ?"),
                rows("select version, wrong_pins, waits_until from partner where role = 'TWO' and conversation_id = ?"),
                rows("select version, both_at from round where conversation_id = ?"));
    }

    private List<Map<String, @Nullable Object>> rows(String query) {
        return at.jdbc().sql(query).param(couple.one().conversation()).query().listOfRows();
    }

    @Test
    void each_code_needs_its_own_pin_and_each_pin_its_own_code() {
        var other = at.conversations().start(at.pack(), Pin.typed("a long passphrase"), false);
        assertThat(at.unlocking().unlock(other.code(), Stand.PIN)).isEqualTo(new Outcome.Wrong());
        assertThat(tries(Pin.typed("a long passphrase"))).isEqualTo(new Outcome.Wrong());
        assertThat(at.unlocking().unlock(other.code(), Pin.typed("  a long passphrase ")))
                .isInstanceOf(Outcome.In.class);
    }

    @Test
    void an_unknown_code_a_wrong_pin_and_an_ended_conversation_are_told_alike() {
        var unknown = at.unlocking().unlock(Secret.random(new SecureRandom()), Stand.PIN);
        var wrong = tries(WRONG);
        at.tick("P30DT1S");
        var ended = tries(Stand.PIN);
        assertThat(List.of(unknown, wrong, ended)).containsOnly(new Outcome.Wrong());
    }

    @Test
    void keys_wrapped_for_one_role_or_conversation_open_nothing_in_another_row() {
        var other = at.couple();
        at.jdbc()
                .sql("update partner set keys = (select keys from partner where id = ?) where id = ?")
                .param(other.one().id())
                .param(couple.one().id())
                .update();
        assertThat(tries(Stand.PIN)).isEqualTo(new Outcome.Wrong());
    }
}
