// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The table that {@code bench/run} prints, as Markdown, each line as soon as it is known: the median of several rounds and
 * from where to where they go, for us, for floors and for peers. It is kept in {@code target/benchmarks.md} besides.
 */
public final class Table {

    private static final Path FILE = Path.of("target", "benchmarks.md");
    static final String US = "Both Yes";

    Table() {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of text. */
    void say(String line) {
        System.out.println(line);
        try {
            Files.writeString(FILE, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void head() {
        say("");
        row("what", "whose", "median", "rounds", "aim");
        row("---", "---", "---:", "---", "---");
    }

    private void row(String... cells) {
        say("| " + String.join(" | ", cells) + " |");
    }

    /** Something to measure, by its name with its unit. */
    public Line line(String what) {
        return new Line(what);
    }

    /** One thing that is measured, for everybody beside each other. */
    public final class Line {

        private final String what;
        private final Map<String, List<Double>> figures = new LinkedHashMap<>();
        private final List<String> aims = new ArrayList<>();

        private Line(String what) {
            this.what = what;
        }

        /** What one more round has found for us. */
        public Line ours(double figure) {
            return of(US, figure);
        }

        /** The same for a floor or a peer. */
        public Line of(String whose, double figure) {
            figures.computeIfAbsent(whose, _ -> new ArrayList<>()).add(figure);
            return this;
        }

        /** We aim at this or less. */
        public Line atMost(double aim) {
            return aim("≤ " + figure(aim), ours() <= aim);
        }

        /** We aim at this or more. */
        public Line atLeast(double aim) {
            return aim("≥ " + figure(aim), ours() >= aim);
        }

        /** We aim at this part of what a floor or a peer has, or less; nothing is said where it was not measured. */
        public Line atMost(double part, String whose) {
            return figures.containsKey(whose) ? part("≤ ", part, whose, ours() <= part * median(whose)) : this;
        }

        /** The same, or more. */
        public Line atLeast(double part, String whose) {
            return figures.containsKey(whose) ? part("≥ ", part, whose, ours() >= part * median(whose)) : this;
        }

        /** We aim at what a peer has, and so much more at most. */
        public Line atMostMore(double more, String whose) {
            return aim("≤ " + whose + " + " + figure(more), ours() <= median(whose) + more);
        }

        private Line part(String sign, double part, String whose, boolean isMet) {
            var ratio = String.format(Locale.ENGLISH, "%s%s × %s, is %.2f", sign, part, whose, ours() / median(whose));
            return aim(ratio, isMet);
        }

        private Line aim(String words, boolean isMet) {
            aims.add(words + (isMet ? ": met" : ": **missed**"));
            return this;
        }

        private double ours() {
            return median(US);
        }

        private double median(String whose) {
            var sorted =
                    Objects.requireNonNull(figures.get(whose)).stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }

        /** Puts it into the table. */
        public void print() {
            figures.forEach((whose, all) -> row(
                    what,
                    whose,
                    figure(median(whose)),
                    all.size() == 1 ? "1" : rounds(all),
                    whose.equals(US) ? String.join("; ", aims) : ""));
        }

        private static String rounds(List<Double> all) {
            var sorted = all.stream().sorted().toList();
            return all.size() + ", " + figure(sorted.getFirst()) + " to " + figure(sorted.getLast());
        }
    }

    /** Three digits, or all of a whole number. */
    private static String figure(double value) {
        var decimals = value >= 100 || value == Math.rint(value) ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ENGLISH, "%,." + decimals + "f", value);
    }
}
