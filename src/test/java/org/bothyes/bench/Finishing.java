// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import static org.bothyes.usecases.Written.text;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.bothyes.door.Relay;
import org.bothyes.usecases.Cluster;
import org.bothyes.usecases.Running;

/**
 * From the last "I'm done", which counts at once here, to "You have both finished" on both screens: what 95 of 100 wait,
 * on one node and on two.
 */
final class Finishing implements Part {

    private static final int[] ROUND_TRIPS = {0, 50, 150};
    private static final int ROUNDS = 5;
    /** Couples, until the server's compiler has seen enough: it works on the same core. */
    private static final int RUN_IN = 120;

    private static final int WARM_UP = 10;
    private static final int COUPLES = 40;
    private static final int AIM = 60;
    private static final String ONE_OF_THEM = "both on one of the two";
    private static final int AIM_OF_A_NODE_MORE = 5;

    @Override
    public void measure(Table table) throws Exception {
        try (var running = Running.asItIsRun()) {
            finish(running.port(), running.port(), RUN_IN);
            for (var trip : ROUND_TRIPS) {
                try (var way = new Relay(running.port(), Duration.ofMillis(trip))) {
                    finish(way.port(), way.port(), WARM_UP);
                    var line = table.line("both finished on both screens, " + trip + " ms there and back, p95, ms");
                    for (var round = 0; round < ROUNDS; round++) {
                        line.ours(finish(way.port(), way.port(), COUPLES));
                    }
                    line.atMost(trip + AIM).print();
                }
            }
        }
        try (var cluster = new Cluster(Files.createTempDirectory("both-yes"), List.of())) {
            var a = cluster.node("a").port();
            var b = cluster.node("b").port();
            finish(a, b, RUN_IN);
            finish(a, a, RUN_IN);
            var line = table.line("the same, each on another of two nodes, p95, ms");
            for (var round = 0; round < ROUNDS; round++) {
                line.ours(finish(a, b, COUPLES)).of(ONE_OF_THEM, finish(a, a, COUPLES));
            }
            line.atMostMore(AIM_OF_A_NODE_MORE, ONE_OF_THEM).print();
        }
    }

    private static double finish(int portOne, int portTwo, int couples) {
        var nanos = new Histogram(3);
        Pair.meet(portOne, portTwo, couples).forEach(pair -> {
            pair.one().goes("check").presses(text("check.seal"));
            pair.two().goes("check");
            var clicked = System.nanoTime();
            pair.two().presses(text("check.seal")).reads(text("finished.title"));
            pair.one().reads(text("finished.title"));
            nanos.recordValue(System.nanoTime() - clicked);
            pair.close();
        });
        return nanos.getValueAtPercentile(95) / 1e6;
    }
}
