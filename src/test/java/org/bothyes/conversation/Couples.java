// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.bothyes.overlap.Sheets.open;
import static org.bothyes.overlap.Sheets.picked;
import static org.bothyes.overlap.Sheets.row;
import static org.bothyes.overlap.Sheets.sheet;
import static org.bothyes.overlap.Sheets.yes;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.bothyes.overlap.Sheets.Said;

/**
 * Couples who have answered, finished and opened their list, laid into the folder of a server that is yet to start. To
 * walk there in a browser takes most of a minute; that way has tests of its own.
 */
public final class Couples {

    private Couples() {}

    /** What both come back with; their PIN is that of everybody. */
    public record Codes(String one, String two) {}

    /** @param ago how long ago each has opened its list; some minutes at least, so that nothing lies ahead */
    public static List<Codes> laidInto(Path folder, List<Duration> ago) {
        try (var stand = Stand.withoutPages(folder)) {
            return ago.stream().map(time -> couple(stand, time)).toList();
        }
    }

    /** How many conversations are in a folder whose server has ended. */
    public static int keptIn(Path folder) {
        try (var stand = Stand.withoutPages(folder)) {
            return stand.jdbc()
                    .sql("select count(*) from conversation")
                    .query(Integer.class)
                    .single();
        }
    }

    private static Codes couple(Stand stand, Duration ago) {
        stand.clock().set(Instant.now().minus(ago));
        var couple = stand.couple();
        says(stand, couple.one(), yes("no-goal"));
        says(stand, couple.two(), open("no-goal"));
        stand.shared(couple);
        return new Codes(couple.a().code().code(), couple.b().code().code());
    }

    private static void says(Stand stand, Partner partner, Said noGoal) {
        var said = sheet(
                stand.pack(),
                yes("soft-light"),
                yes("darkness"),
                noGoal,
                open("side-by-side"),
                row("filming", "each-time"),
                picked("red"));
        stand.say(partner, said, new Random(1));
    }
}
