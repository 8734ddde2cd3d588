// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.bothyes.usecases.Running;

/**
 * So many couples at once that each click every three seconds, on one core and with 2 GiB of heap, and whether they are
 * answered or not: what waits for the click before it waits all the same. Every other click is an answer, and the rest
 * open a question, which is remembered; so each writes a row once, and these are counted, since an answer that looks well
 * may be none.
 */
final class ManyCouples implements Part {

    private static final int COUPLES = 400;
    private static final int ROUNDS = 5;
    /** Rounds, until the compiler has seen enough: it works on the same core. */
    private static final int WARM_UP = 10;

    private static final Duration BETWEEN_CLICKS = Duration.ofSeconds(3);
    private static final long CLICKS_A_MINUTE = Duration.ofMinutes(1).dividedBy(BETWEEN_CLICKS);
    /** In a round, an even number. */
    private static final int CLICKS = 6;
    /** Milliseconds. */
    private static final int AIM = 100;

    private final List<Pair> pairs = new ArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private int clicks;

    @Override
    public void measure(Table table) throws Exception {
        var folder = Files.createTempDirectory("both-yes");
        try (var running = Running.lookedInto(folder, "-Xmx2g")) {
            pairs.addAll(Pair.meet(running.port(), running.port(), COUPLES));
            for (var round = 0; round < WARM_UP; round++) {
                during();
            }
            var wait = table.line(COUPLES + " couples at once, click to answer, p95, ms");
            var work = table.line(COUPLES + " couples at once, of the core for a click, ms");
            var rows = versions(folder);
            answered.set(0);
            faults.clear();
            for (var round = 0; round < ROUNDS; round++) {
                var cpu = running.cpu();
                wait.ours(during().getValueAtPercentile(95) / 1e6);
                work.ours(running.cpu().minus(cpu).toNanos() / 1e6 / COUPLES / CLICKS);
            }
            wait.atMost(AIM).print();
            work.print();
            table.line(COUPLES + " couples at once, clicks answered and not in the rows")
                    .ours((double) answered.get() - (versions(folder) - rows))
                    .atMost(0)
                    .print();
            table.line(COUPLES + " couples at once, faults")
                    .ours(faults.size())
                    .atMost(0)
                    .print();
        }
        faults.stream().distinct().limit(5).forEach(System.err::println);
    }

    /** How long a click took from the moment when it was due, in nanoseconds. */
    private ConcurrentHistogram during() {
        var nanos = new ConcurrentHistogram(3);
        var start = System.nanoTime();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < pairs.size(); i++) {
                var pair = pairs.get(i);
                var first = start + BETWEEN_CLICKS.toNanos() * i / pairs.size();
                hands.execute(() -> {
                    for (var click = 0; click < CLICKS; click++) {
                        var due = first + click * BETWEEN_CLICKS.toNanos();
                        clicks(pair, clicks + click, due);
                        nanos.recordValue(System.nanoTime() - due);
                        if ((clicks + click) % CLICKS_A_MINUTE == 0) {
                            pair.areStillThere();
                        }
                    }
                });
            }
        }
        clicks += CLICKS;
        return nanos;
    }

    /** The two take turns, each with a question and its answer. */
    private void clicks(Pair pair, int click, long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        var phone = click / 2 % 2 == 0 ? pair.one() : pair.two();
        try {
            if (click % 2 == 0) {
                Pair.opens(phone, click / 4);
            } else {
                Pair.answers(phone, click / 4);
            }
            answered.incrementAndGet();
        } catch (RuntimeException | AssertionError e) {
            faults.add(e.toString());
        }
    }

    /** How often partners' rows have been written. */
    private static long versions(Path folder) throws SQLException {
        try (var database = DriverManager.getConnection(Running.database(folder), "sa", "");
                var rows = database.createStatement().executeQuery("select sum(version) from partner")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
