// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs of this machine. */
public final class Commands {

    private Commands() {}

    /** Runs one to its end, which has to be a good one. What it says is kept where the logs of servers are. */
    public static void run(List<String> words) {
        try {
            var ended = start(words).waitFor();
            if (ended != 0) {
                throw new IllegalStateException(words.getFirst() + " ended with " + ended + "; see " + log());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something that serves, on the core that is kept for servers where one is. */
    public static Process serve(List<String> words) {
        return start(onServersCore(words));
    }

    /** These words of a command, so that it runs on the core that {@code bench/run} keeps for servers, if it runs. */
    static List<String> onServersCore(List<String> words) {
        var all = new ArrayList<String>();
        Optional.ofNullable(System.getProperty("both-yes.servers-core"))
                .ifPresent(core -> all.addAll(List.of("taskset", "-c", core)));
        all.addAll(words);
        return all;
    }

    public static Process start(List<String> words) {
        try {
            Running.LEFT_BEHIND.toFile().mkdirs();
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log() {
        return Running.LEFT_BEHIND.resolve("commands.log");
    }
}
