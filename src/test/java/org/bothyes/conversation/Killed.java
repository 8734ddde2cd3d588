// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process of its own that prints what it was acknowledged, and was killed in the middle.
 *
 * @param lines every whole line that was printed before the end, of those that count
 * @param back how long it took from its start until it could be used
 */
record Killed(List<String> lines, Duration back) {

    /** What a process prints once it can be used. */
    static final String BACK = "back";

    /** What was promised to whoever waits for it. Far more than it takes. */
    private static final Duration LONGEST_WAY_BACK = Duration.ofSeconds(20);

    static void assertBackInTime(Collection<Duration> back) {
        assertThat(back).allSatisfy(time -> assertThat(time).isPositive().isLessThan(LONGEST_WAY_BACK));
    }

    /** Says a line to who started this process. Where nobody listens any more, there is nobody to kill it, either. */
    static void tell(String line) {
        System.out.println(line);
        if (System.out.checkError()) {
            Runtime.getRuntime().halt(1);
        }
    }

    /**
     * Starts a process and kills it.
     *
     * @param said the lines that count
     * @param now tells from the lines so far whether its moment has come
     * @param nanos how long after that it is killed
     */
    static Killed run(Class<?> main, Pattern said, Predicate<List<String>> now, long nanos, String... arguments)
            throws Exception {
        var from = System.nanoTime();
        var process = start(main, arguments);
        var lines = new ArrayList<String>();
        var back = Duration.ZERO;
        var killed = false;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals(BACK)) {
                    back = Duration.ofNanos(System.nanoTime() - from);
                } else if (said.matcher(line).lookingAt()) {
                    lines.add(line);
                    if (!killed && now.test(lines)) {
                        spin(nanos);
                        process.toHandle().destroyForcibly(); // leaves what was printed to be read
                        killed = true;
                    }
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(killed).as("it was killed and did not end by itself").isTrue();
        return new Killed(lines, back);
    }

    private static Process start(Class<?> main, String... arguments) throws Exception {
        var command = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dspring.devtools.restart.enabled=false",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        return new ProcessBuilder(
                        Stream.concat(command, Arrays.stream(arguments)).toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A wait far shorter than any timer is fine: what is to be hit takes a millisecond. */
    private static void spin(long nanos) {
        var until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
