// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What a test has counted, told in a line. {@code bin/verify --faults} prints the lines at its end. */
public final class Figures {

    private static final Path FILE = Path.of("target", "figures.txt");

    private Figures() {}

    public static void tell(String line) throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The longest of them, in seconds. */
    public static String longest(Collection<Duration> times) {
        return seconds(Collections.max(times));
    }

    public static String seconds(Duration time) {
        return String.format(Locale.ENGLISH, "%.1f s", time.toMillis() / 1000.0);
    }

    /** What half of them keep below, what 95 of 100 do, and the longest. */
    public static String spread(Collection<Duration> times) {
        var sorted = times.stream().sorted().toList();
        return "median " + at(sorted, 50) + ", 95th " + at(sorted, 95) + ", longest " + at(sorted, 100) + " ms";
    }

    private static String at(List<Duration> sorted, int percent) {
        var time = sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        return String.format(Locale.ENGLISH, "%.1f", time.toNanos() / 1e6);
    }
}
