// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bothyes.overlap.Comfort;
import org.bothyes.usecases.DebianPostgres;

/**
 * What one PostgreSQL and one node bear, for {@code docs/scale.md}: bytes a couple, durable answers a second with few and
 * with many couples stored, what a hint to other nodes costs, and what the chores read. Prints a table and asserts
 * nothing. Started by {@code bench/scale}; its first argument is how many couples, otherwise 100,000.
 */
final class ScaleBench {

    private static final int FEW = 1_000;
    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration LENGTH = Duration.ofSeconds(15);
    private static final int WAITING = 10_000;
    private static final int LOOKS = 20;

    private final Stand at;
    private final List<Stand.Couple> couples;

    private ScaleBench(Stand at) {
        this.at = at;
        this.couples = IntStream.range(0, CLIENTS).mapToObj(i -> at.couple()).toList();
        couples.forEach(couple -> at.answerAll(couple.one(), Comfort.YES));
        couples.forEach(couple -> at.answerAll(couple.two(), Comfort.YES));
    }

    public static void main(String[] arguments) throws Exception {
        var many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var folder = Files.createTempDirectory("both-yes-scale");
        try (var postgres = new DebianPostgres(folder, 25432)) {
            try (var at = start(folder, postgres.url())) {
                new ScaleBench(at).run(many);
            }
        }
    }

    private static Stand start(Path folder, String url) {
        return Stand.withoutPages(
                folder.resolve("data"),
                "BOTH_YES_DB_URL=" + url,
                "BOTH_YES_DB_USER=bothyes",
                "both-yes.seal-counts=0s");
    }

    private void run(int many) throws Exception {
        print("what", "median", "95th", "a second");
        lay(FEW);
        answers("answer, " + FEW + " couples stored");
        lay(many);
        print("bytes a couple that answers", bytes() / conversations(), "", "");
        answers("answer, " + conversations() + " couples stored");
        wal();
        rings();
        chores();
        share();
        print("bytes a couple that shares", bytes() / conversations(), "", "");
    }

    /** As many conversations as it takes: the same rows again under other ids, each box with its own bytes. */
    private void lay(int many) {
        at.jdbc()
                .sql("""
                create temporary table next as select id as old, gen_random_uuid() as id
                from (select c.id from conversation c, generate_series(1, ?) order by c.id limit ?) as copies
                """)
                .params(many / CLIENTS + 1, Math.max(0, many - conversations()))
                .update();
        at.jdbc().sql("""
                insert into conversation (id, version, pack, expires_at, wrong_tries, together)
                select n.id, 0, pack, expires_at, 0, together from next n join conversation c on c.id = n.old
                """).update();
        at.jdbc().sql("""
                insert into partner (id, version, conversation_id, role, lookup, consent, draft, pub, keys, wrong_pins)
                select gen_random_uuid(), 0, n.id, role, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
                    consent, uuid_send(n.id) || substring(draft from 17), pub, keys, 0
                from next n join partner p on p.conversation_id = n.old
                """).update();
        at.jdbc().sql("""
                insert into round (id, version, conversation_id, number) select gen_random_uuid(), 0, id, 1 from next
                """).update();
        at.jdbc().sql("drop table next").update();
        at.jdbc().sql("vacuum analyze").update();
    }

    private long conversations() {
        return number("select count(*) from conversation");
    }

    private long bytes() {
        return number("select sum(pg_total_relation_size(oid)) from pg_class where relname in"
                + " ('conversation', 'partner', 'round', 'evening')");
    }

    private long number(String query) {
        return at.jdbc().sql(query).query(Long.class).single();
    }

    private void answers(String what) throws Exception {
        load(what, couple -> at.answer(couple.one(), 0, Comfort.OPEN));
    }

    /** Everybody at once, again and again. */
    private void load(String what, Consumer<Stand.Couple> doing) throws Exception {
        during(WARM_UP, doing);
        var nanos = during(LENGTH, doing);
        Collections.sort(nanos);
        print(what, millis(nanos, 50), millis(nanos, 95), nanos.size() / LENGTH.toSeconds());
    }

    private List<Long> during(Duration length, Consumer<Stand.Couple> doing) throws Exception {
        var until = System.nanoTime() + length.toNanos();
        var all = new ArrayList<Long>();
        Stand.together(couples.stream()
                        .<Callable<List<Long>>>map(couple -> () -> {
                            var nanos = new ArrayList<Long>();
                            while (System.nanoTime() < until) {
                                var from = System.nanoTime();
                                doing.accept(couple);
                                nanos.add(System.nanoTime() - from);
                            }
                            return nanos;
                        })
                        .toList())
                .forEach(all::addAll);
        return all;
    }

    private void wal() {
        at.jdbc().sql("checkpoint").update();
        var before = number("select pg_current_wal_lsn() - '0/0'");
        for (var i = 0; i < FEW; i++) {
            at.answer(couples.getFirst().one(), 0, i % 2 == 0 ? Comfort.YES : Comfort.OPEN);
        }
        print("bytes of WAL an answer", (number("select pg_current_wal_lsn() - '0/0'") - before) / FEW, "", "");
    }

    private void rings() throws Exception {
        var work = at.app().getBean(Work.class);
        load(
                "counting the bell's number, no hint",
                couple -> work.in(() -> at.jdbc()
                        .sql("update conversation set rung = rung + 1 where id = ?")
                        .param(couple.one().conversation())
                        .update()));
        load(
                "the same with a hint to other nodes",
                couple -> work.in(() -> {
                    at.bell().note(couple.one().conversation());
                    return null;
                }));
    }

    private void chores() throws IOException {
        var rows = at.app().getBean(RoundRows.class);
        time("look for seals that come to count, the first time", () -> rows.counting(Instant.EPOCH));
        time("the same, since the last look", () -> rows.counting(Instant.now().minus(Duration.ofMinutes(4))));
        at.jdbc()
                .sql("select id from conversation limit ?")
                .param(WAITING)
                .query(UUID.class)
                .list()
                .forEach(id -> at.bell()
                        .await(
                                new Partner(
                                        id,
                                        id,
                                        couples.getFirst().one().role(),
                                        at.pack(),
                                        false,
                                        couples.getFirst().one().keys()),
                                () -> {}));
        time("look for all of " + WAITING + " that wait on a node", at.bell()::lookAtAll);
        at.jdbc()
                .sql("update conversation set expires_at = ? where id in (select id from conversation limit ?)")
                .params(at.now().minusSeconds(1).atOffset(ZoneOffset.UTC), conversations() / 30 / 288 + 1)
                .update();
        var from = System.nanoTime();
        at.cleanUp();
        print("clean-up of what ends in five minutes", millis(List.of(System.nanoTime() - from), 50), "", "");
    }

    private static void time(String what, Runnable looking) {
        var nanos = new ArrayList<Long>();
        for (var i = 0; i < LOOKS; i++) {
            var from = System.nanoTime();
            looking.run();
            nanos.add(System.nanoTime() - from);
        }
        Collections.sort(nanos);
        print(what, millis(nanos, 50), millis(nanos, 95), "");
    }

    /** As if all had opened their lists: what a box of a list takes, and drafts gone. */
    private void share() {
        at.jdbc()
                .sql("update round r set overlap = (select draft from partner p where p.conversation_id ="
                        + " r.conversation_id and p.role = 'ONE'), both_at = now()")
                .update();
        at.jdbc().sql("update partner set draft = null").update();
        at.jdbc().sql("vacuum full").update();
    }

    private static String millis(List<Long> sorted, int percent) {
        return String.format(
                Locale.ENGLISH,
                "%.2f ms",
                sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6);
    }

    private static void print(String what, Object median, Object most, Object second) {
        System.out.printf("| %-60s | %12s | %10s | %8s |%n", what, median, most, second);
    }
}
