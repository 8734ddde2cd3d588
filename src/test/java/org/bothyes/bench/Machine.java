// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** What it was measured on. */
final class Machine {

    private static final int WRITES = 2000;

    private Machine() {}

    /** In lines of Markdown. */
    static List<String> describe() throws IOException {
        return List.of(
                "- " + LocalDate.now(ZoneOffset.UTC) + ", " + first("/proc/cpuinfo", "model name") + ", "
                        + Files.readString(Path.of("/sys/devices/system/cpu/online"))
                                .strip() + " online, "
                        + first("/proc/meminfo", "MemTotal"),
                "- Linux " + System.getProperty("os.version") + ", Java " + Runtime.version() + ", load "
                        + Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0] + " before it began",
                String.format(Locale.ENGLISH, "- 4 KiB to this disk and flushed: median %.2f ms", flush(50)));
    }

    private static String first(String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file), UTF_8)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    /** Milliseconds in which so many of 100 writes of what an answer takes are on the disk: no answer can be faster. */
    static double flush(double percentile) throws IOException {
        var file = Files.createTempFile(Path.of("target"), "flush", "");
        var nanos = new Histogram(3);
        try (var open = new RandomAccessFile(file.toFile(), "rw").getChannel()) {
            for (var i = 0; i < WRITES; i++) {
                var from = System.nanoTime();
                open.write(ByteBuffer.allocate(4096));
                open.force(false);
                nanos.recordValue(System.nanoTime() - from);
            }
        } finally {
            Files.delete(file);
        }
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
