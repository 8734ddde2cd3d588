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
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bothyes.bench.Table;
import org.bothyes.overlap.Comfort;
import org.bothyes.storage.Work;
import org.bothyes.usecases.DebianPostgres;
import org.bothyes.usecases.Running;
import org.bothyes.vault.Vault;

/**
 * What one PostgreSQL and one node bear, for {@code docs/scale.md} too: bytes a couple, durable answers a second with few
 * and with many couples stored, what a hint to other nodes costs, and what the chores read.
 */
public final class ScaleBench {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final String STATEMENT = "pgbench with the same statement";
    private static final String TRANSACTION = "pgbench with the whole transaction";
    private static final String WITH_FEW = "with " + FEW + " couples stored";
    private static final int WAITING = 10_000;
    private static final int LOOKS = 20;

    /** Nobody can change what is sealed without opening it: the number of the round and the row are read before. */
    private static final String READ_BEFORE = """
            select r.number from round r join conversation c on c.id = r.conversation_id
            where c.id = (select conversation_id from partner where id = :id) and c.expires_at > now()
            order by r.number desc limit 1;
            select * from partner where id = :id for update;
            """;

    private final Table table;
    private final DebianPostgres postgres;
    private final Path folder;
    private final Stand at;
    private final List<Stand.Couple> couples;

    private ScaleBench(Table table, DebianPostgres postgres, Path folder, Stand at) {
        this.table = table;
        this.postgres = postgres;
        this.folder = folder;
        this.at = at;
        this.couples = IntStream.range(0, CLIENTS).mapToObj(i -> at.couple()).toList();
        couples.forEach(couple -> at.answerAll(couple.one(), Comfort.YES));
        couples.forEach(couple -> at.answerAll(couple.two(), Comfort.YES));
    }

    /** Takes the port of no other. */
    public static void measure(Table table) throws Exception {
        var folder = Files.createTempDirectory("both-yes-scale");
        try (var postgres = new DebianPostgres(folder, Running.freePort());
                var at = Stand.withoutPages(
                        folder.resolve("data"),
                        "BOTH_YES_DB_URL=" + postgres.url() + "?socketTimeout=0", // laying down many takes its time
                        "BOTH_YES_DB_USER=bothyes",
                        "both-yes.seal-counts=0s")) {
            new ScaleBench(table, postgres, folder, at).measure();
        }
    }

    private void measure() throws Exception {
        var wait = table.line("an answer of " + CLIENTS + " at once, " + MANY + " couples stored, p95, ms");
        lay(FEW);
        during(LENGTH, this::answer);
        for (var round = 0; round < ROUNDS; round++) {
            wait.of(WITH_FEW, millis(during(LENGTH, this::answer), 95));
        }
        lay(MANY);
        var stored = table.line("stored a couple that answers, KB").ours(bytes() / 1024.0 / conversations());
        var answers = table.line("durable answers a second, " + CLIENTS + " at once");
        var statement = script("");
        var transaction = script(READ_BEFORE);
        during(LENGTH, this::answer);
        for (var round = 0; round < ROUNDS; round++) {
            var nanos = during(LENGTH, this::answer);
            wait.ours(millis(nanos, 95));
            answers.ours(nanos.size() / (double) LENGTH.toSeconds());
            answers.of(STATEMENT, postgres.pgbench(statement, CLIENTS, LENGTH));
            answers.of(TRANSACTION, postgres.pgbench(transaction, CLIENTS, LENGTH));
        }
        wait.atMost(1.2, WITH_FEW).print();
        answers.atLeast(0.5, STATEMENT).atLeast(0.5, TRANSACTION).print();
        stored.atMost(20).print();
        wal();
        rings();
        chores();
        share();
        table.line("stored a couple that shares, KB")
                .ours(bytes() / 1024.0 / conversations())
                .atMost(20)
                .print();
    }

    private void answer(Stand.Couple couple) {
        at.answer(couple.one(), 0, Comfort.OPEN);
    }

    /** What an answer comes down to: a whole box into a row of one's own, and its version. */
    private Path script(String before) throws IOException {
        var box = new byte[Vault.BOX];
        new Random(1).nextBytes(box);
        var ids = couples.stream()
                .map(couple -> "'" + couple.two().id() + "'::uuid")
                .collect(Collectors.joining(", ", "(array[", "])[:client_id + 1]"));
        var update = "update partner set draft = '\\x" + HexFormat.of().formatHex(box)
                + "', version = version + 1 where id = :id;\n";
        var all = before.isEmpty() ? update : "begin;\n" + before + update + "commit;\n";
        return Files.writeString(Files.createTempFile(folder, "answer", ".sql"), all.replace(":id", ids));
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

    /** Everybody at once, again and again. */
    private void load(String what, Consumer<Stand.Couple> doing) throws Exception {
        during(LENGTH, doing);
        var line = table.line(what + ", a second");
        for (var round = 0; round < ROUNDS; round++) {
            line.ours(during(LENGTH, doing).size() / (double) LENGTH.toSeconds());
        }
        line.print();
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
        Collections.sort(all);
        return all;
    }

    private void wal() {
        at.jdbc().sql("checkpoint").update();
        var before = number("select pg_current_wal_lsn() - '0/0'");
        for (var i = 0; i < FEW; i++) {
            at.answer(couples.getFirst().one(), 0, i % 2 == 0 ? Comfort.YES : Comfort.OPEN);
        }
        table.line("bytes of WAL an answer")
                .ours((number("select pg_current_wal_lsn() - '0/0'") - before) / (double) FEW)
                .print();
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
        table.line("clean-up of what ends in five minutes, ms")
                .ours((System.nanoTime() - from) / 1e6)
                .print();
    }

    private void time(String what, Runnable looking) {
        var line = table.line(what + ", ms");
        for (var i = 0; i < LOOKS; i++) {
            var from = System.nanoTime();
            looking.run();
            line.ours((System.nanoTime() - from) / 1e6);
        }
        line.print();
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

    private static double millis(List<Long> sorted, int percent) {
        return sorted.get(sorted.size() * percent / 100) / 1e6;
    }
}
