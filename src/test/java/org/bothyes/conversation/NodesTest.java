// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bothyes.conversation.Talk.Wish;
import org.bothyes.door.Relay;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Safer;
import org.bothyes.storage.InstanceKeyFault;
import org.bothyes.storage.Once;
import org.bothyes.vault.InstanceKey;
import org.bothyes.vault.Pin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Two nodes on one PostgreSQL: one of a couple is on the one, and the other on the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class NodesTest {

    /** What is heard with this has come as a hint. */
    private static final String NEVER_BY_ITSELF = "both-yes.looks-every=1h";

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private EmbeddedPostgres postgres;
    private Stand here;
    private Stand there;
    private Stand.Couple couple;
    /** Who is on the other node, with keys of their own there. */
    private Partner two;

    @BeforeAll
    void two_nodes() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("pg"))
                .start();
        here = node(NEVER_BY_ITSELF);
        there = node(NEVER_BY_ITSELF);
    }

    @AfterAll
    void close() throws Exception {
        here.close();
        there.close();
        postgres.close();
    }

    private String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    private Stand node(String... settings) {
        return nodeAt(url(), settings);
    }

    private static Stand nodeAt(String database, String... settings) {
        var all = Stream.concat(
                Stream.of(
                        "spring.datasource.url=" + database,
                        "spring.datasource.username=postgres",
                        "both-yes.seal-counts=0s",
                        "both-yes.new-round-after=0s"),
                Stream.of(settings));
        return Stand.withoutPages(folder.resolve("data"), all.toArray(String[]::new));
    }

    @BeforeEach
    void a_couple() {
        couple = here.couple();
        here.answerAll(couple.one(), Comfort.YES);
        two = there.back(couple.b().code()).orElseThrow();
        there.answerAll(two, Comfort.YES);
    }

    /** What is done here is heard there, once. */
    private void isHeardThere(Stand by, Runnable doing) {
        var rings = new AtomicInteger();
        var stop = by.bell().await(two, rings::incrementAndGet);
        doing.run();
        await().atMost(LONG).until(() -> rings.get() > 0);
        stop.run();
        assertThat(rings).hasValue(1);
    }

    private void bothFinish() {
        there.rounds().seal(two);
        here.rounds().seal(couple.one());
    }

    @Test
    void when_both_have_finished_both_nodes_know() {
        there.rounds().seal(two);
        isHeardThere(there, () -> here.rounds().seal(couple.one()));
        assertThat(there.rounds().stage(two)).isInstanceOf(Stage.BothFinished.class);
    }

    @Test
    void a_safer_list_a_new_round_and_the_end_are_heard_too() {
        bothFinish();
        here.sharing().open(couple.one());
        var side = here.pack().sides().getFirst();
        isHeardThere(there, () -> here.sharing().safer(couple.one(), new Safer.TakeOff(side)));
        there.newRound().ask(two);
        isHeardThere(there, () -> here.newRound().ask(couple.one()));
        assertThat(there.rounds().number(two)).isEqualTo(2);
        isHeardThere(there, () -> here.ending().erase(couple.one()));
        assertThat(there.rounds().stage(two)).isEqualTo(new Stage.Ended());
    }

    @Test
    void the_deck_is_one_for_both_and_so_is_opening_together() {
        bothFinish();
        isHeardThere(there, () -> here.together().ready(couple.one()));
        assertThat(there.together().whoIsReady(two)).containsExactly(Role.ONE);
        there.together().ready(two);
        assertThat(here.together().areBoth(couple.one())).isTrue();
        there.sharing().open(two);
        isHeardThere(there, () -> here.talk().turn(couple.one(), 0, 3));
        assertThat(there.talk().seen(two).place()).isEqualTo(3);
        here.talk().wish(couple.one(), 3, Wish.KEEP);
        assertThat(there.talk().seen(two).kept()).isEmpty();
        there.talk().wish(two, 3, Wish.KEEP);
        assertThat(here.talk().seen(couple.one()).kept()).containsExactly(3);
    }

    @Test
    void two_taps_on_two_nodes_at_once_turn_the_card_once_and_lose_no_wish() throws Exception {
        bothFinish();
        for (var card = 0; card < 20; card++) {
            var at = card;
            Stand.together(() -> turns(here, couple.one(), at), () -> turns(there, two, at));
        }
        assertThat(here.talk().seen(couple.one()).place()).isEqualTo(20);
        assertThat(here.talk().seen(couple.one()).kept())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).boxed().toList());
    }

    private static boolean turns(Stand at, Partner partner, int card) {
        at.talk().turn(partner, card, card + 1);
        at.talk().wish(partner, card, Wish.KEEP);
        return true;
    }

    @Test
    void an_answer_a_seal_alone_and_a_wish_alone_are_heard_by_nobody() {
        var heard = new AtomicInteger();
        var stop = there.bell().await(two, heard::incrementAndGet);
        here.answerAll(couple.one(), Comfort.OPEN);
        here.rounds().seal(couple.one());
        here.rounds().takeBack(couple.one());
        here.talk().wish(couple.one(), 0, Wish.KEEP);
        // What comes after all of these has come, and nothing before it.
        here.ring(couple.one());
        await().atMost(LONG).until(() -> heard.get() > 0);
        stop.run();
        assertThat(heard).hasValue(1);
        assertThat(rung(couple)).isEqualTo(1);
    }

    @Test
    void who_rings_hears_it_once_although_the_hint_comes_back() {
        var heard = new AtomicInteger();
        var stop = here.bell().await(couple.one(), heard::incrementAndGet);
        here.ring(couple.one());
        assertThat(heard).hasValue(1);
        there.ring(couple.one());
        await().atMost(LONG).until(() -> heard.get() > 1);
        stop.run();
        assertThat(heard).hasValue(2);
    }

    @Test
    void a_node_that_hears_no_hints_looks_by_itself() {
        try (var looking = node("both-yes.looks-every=200ms")) {
            isHeardThere(looking, () -> here.jdbc()
                    .sql("update conversation set rung = rung + 1 where id = ?")
                    .param(two.conversation())
                    .update());
        }
    }

    private int rung(Stand.Couple couple) {
        return here.jdbc()
                .sql("select rung from conversation where id = ?")
                .param(couple.one().conversation())
                .query(Integer.class)
                .single();
    }

    @Test
    void a_line_that_was_cut_is_made_anew_and_what_was_missed_is_heard() {
        for (var i = 0; i < 3; i++) {
            isHeardThere(there, () -> {
                cutAllLines();
                here.ring(couple.one());
            });
        }
        await().atMost(LONG).until(() -> lines() == 2);
    }

    private void cutAllLines() {
        here.jdbc()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where query = ?")
                .param("listen " + Listener.CHANNEL)
                .query()
                .listOfRows();
    }

    private int lines() {
        return here.jdbc()
                .sql("select count(*) from pg_stat_activity where query = ?")
                .param("listen " + Listener.CHANNEL)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_database_that_is_gone_without_a_word_is_given_up_and_found_again(CapturedOutput said) {
        try (var network = new Relay(postgres.getPort(), Duration.ZERO);
                var impatient = nodeAt(
                        url().replace(":" + postgres.getPort(), ":" + network.port()) + "&sslmode=disable",
                        "spring.datasource.hikari.data-source-properties.socketTimeout=1",
                        "both-yes.looks-every=200ms")) {
            var mine = impatient.back(couple.b().code()).orElseThrow();
            network.goesDead();
            assertThat(catchThrowable(() -> impatient.answer(mine, 1, Comfort.OPEN)))
                    .isInstanceOfAny(DataAccessException.class, TransactionException.class);
            await().atMost(LONG).until(() -> said.getOut().contains("Other nodes can't be heard now"));
            var before = network.unanswered();
            await().atMost(LONG).until(() -> network.unanswered() > before + 2);
            network.isWell();
            await().atMost(LONG).ignoreExceptions().until(() -> impatient.comfort(mine, 1) == Comfort.YES);
            isHeardThere(impatient, () -> here.ring(couple.one()));
        }
    }

    @Test
    void what_anybody_says_on_the_channel_is_borne() {
        here.jdbc()
                .sql("select pg_notify('" + Listener.CHANNEL + "', 'not an id')")
                .query()
                .listOfRows();
        isHeardThere(there, () -> here.ring(couple.one()));
    }

    @Test
    void wrong_pins_are_counted_over_all_nodes() {
        var wrong = Pin.typed("314159");
        for (var i = 0; i < Patience.FREE; i++) {
            var at = i % 2 == 0 ? here : there;
            assertThat(at.unlocking().unlock(couple.b().code(), wrong)).isEqualTo(new Unlocking.Outcome.Wrong());
        }
        for (var at : List.of(here, there)) {
            assertThat(at.unlocking().unlock(couple.b().code(), Stand.PIN)).isEqualTo(new Unlocking.Outcome.Wait(1));
        }
    }

    @Test
    void what_is_cleaned_up_is_cleaned_up_by_one_node() {
        var ran = new AtomicInteger();
        for (var at : List.of(here, there, here)) {
            at.app()
                    .getBean(Once.class)
                    .within("a test", Duration.ofMinutes(2), Duration.ofMinutes(5), ran::incrementAndGet);
        }
        assertThat(ran).hasValue(1);
        for (var at : List.of(here, there)) {
            at.app().getBean(Once.class).within("another", Duration.ZERO, LONG, ran::incrementAndGet);
        }
        assertThat(ran).as("and by another the next time").hasValue(3);
    }

    @Test
    void a_node_with_another_key_does_not_start() throws Exception {
        var other = folder.resolve("other.key");
        InstanceKey.create(other, new SecureRandom());
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> node("both-yes.key=" + other).close())
                .havingRootCause()
                .isInstanceOf(InstanceKeyFault.class)
                .withMessageContaining("belongs to another database");
    }
}
