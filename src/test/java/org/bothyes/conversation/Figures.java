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
        return String.format(Locale.ENGLISH, "%.1f s", Collections.max(times).toMillis() / 1000.0);
    }
}
