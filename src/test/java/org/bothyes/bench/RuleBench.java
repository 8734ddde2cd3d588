// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.OverlapRule;
import org.bothyes.overlap.Sheet;
import org.bothyes.usecases.Written;
import org.bothyes.vault.InstanceKey;
import org.bothyes.vault.Keys;
import org.bothyes.vault.Label;
import org.bothyes.vault.Pin;
import org.bothyes.vault.Secret;
import org.bothyes.vault.Vault;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The rule over two sheets of the guide's pack, on which all is answered, by itself and with the boxes that they are in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RuleBench {

    /** Everything that each can pick or tick: sides of topics, limits, and what there is to choose. */
    private static final int ITEMS = Written.PACK.sides().size()
            + Written.PACK.limits().size()
            + Written.PACK.choices().stream()
                    .mapToInt(choice -> choice.sides().size() * choice.items().size())
                    .sum();

    /** Nanoseconds. */
    private static final int AIM_OF_AN_ITEM = 2;

    private static final int AIM_WITH_BOXES = 10_000;
    private static final String WORDS = "acorn river";

    private final Sheet one = Sheet.fullest(Written.PACK);
    private final Sheet two = Sheet.fullest(Written.PACK);
    private final byte[] bytes = new byte[ITEMS];
    private final byte[] others = new byte[ITEMS];
    private final Label label = new Label("sheet", new UUID(1, 1), 1, "ONE", "guide");
    private final Vault vault;
    private final Keys keys;
    private final byte[] theirs;
    private final byte[] boxOfOne;
    private final byte[] boxOfTwo;
    private final Secret token;
    private final byte[] wrapped;

    /** With keys and boxes of its own, as of two who are fresh. */
    public RuleBench() {
        var random = new SecureRandom();
        try {
            var folder = Files.createTempDirectory("both-yes");
            vault = new Vault(InstanceKey.create(folder.resolve("key"), random), random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        token = Secret.random(random);
        var made = vault.make(token, WORDS, label);
        keys = made.keys();
        wrapped = made.wrapped();
        theirs = vault.make(Secret.random(random), Pin.typed("271828"), label).pub();
        boxOfOne = vault.closeBetween(keys, theirs, label, one.write());
        boxOfTwo = vault.closeBetween(keys, theirs, label, two.write());
    }

    static void measure(Table table) throws RunnerException {
        var rule = table.line("overlap of two sheets, an item, ns");
        var boxes = table.line("overlap of two sheets with unsealing, ns");
        var first = table.line("the first box that a tab opens, with agreeing on a key, ns");
        var options = new OptionsBuilder()
                .include(RuleBench.class.getName())
                .verbosity(VerboseMode.SILENT)
                .build();
        for (var result : new Runner(options).run()) {
            var name = result.getParams().getBenchmark().replaceFirst(".*\\.", "");
            result.getBenchmarkResults()
                    .forEach(fork -> fork.getIterationResults().forEach(iteration -> {
                        var nanos = iteration.getPrimaryResult().getScore();
                        switch (name) {
                            case "rule" -> rule.ours(nanos / ITEMS);
                            case "floor" -> rule.of("floor: the lower of two bytes", nanos / ITEMS);
                            case "opened" -> boxes.ours(nanos);
                            case "first" -> first.ours(nanos);
                            default -> boxes.of("floor: opening alone", nanos);
                        }
                    }));
        }
        rule.atMost(AIM_OF_AN_ITEM).print();
        boxes.atMost(AIM_WITH_BOXES).print();
        first.print();
    }

    /** The rule alone. */
    @Benchmark
    public Overlap rule() {
        return OverlapRule.of(one, two);
    }

    /** What the rule would take if it was nothing but this. */
    @Benchmark
    public byte[] floor() {
        var lower = new byte[ITEMS];
        for (var i = 0; i < ITEMS; i++) {
            lower[i] = (byte) Math.min(bytes[i], others[i]);
        }
        return lower;
    }

    /** As it is done when both have finished, in a tab that has sealed: both boxes opened and read, and the rule. */
    @Benchmark
    public Overlap opened() {
        return OverlapRule.of(
                Sheet.read(Written.PACK, vault.openBetween(keys, theirs, label, boxOfOne)),
                Sheet.read(Written.PACK, vault.openBetween(keys, theirs, label, boxOfTwo)));
    }

    /** Both boxes opened and nothing read. */
    @Benchmark
    public int boxes() {
        return vault.openBetween(keys, theirs, label, boxOfOne).length
                + vault.openBetween(keys, theirs, label, boxOfTwo).length;
    }

    /** One box opened with keys that were just brought back and have not met the other's yet. */
    @Benchmark
    public int first() {
        return vault.openBetween(vault.unlock(token, WORDS, label, wrapped), theirs, label, boxOfOne).length;
    }
}
