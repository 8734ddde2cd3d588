// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bothyes.overlap.Comfort;
import org.bothyes.vault.Secret;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while somebody answers: whatever was acknowledged is there afterwards. */
class KillTest {

    private static final Pattern SAID = Pattern.compile("(code|stored|kept) ");
    /** Sides of topics that are answered in turn, each with a comfort of its own a lap. */
    private static final int SIDES = 60;

    @TempDir
    Path folder;

    private final List<Duration> back = new ArrayList<>();

    /** Answers for ever, and prints each acknowledgement once the call has returned. Its own process. */
    static final class Answerer {
        public static void main(String[] args) {
            var at = Stand.withoutPages(Path.of(args[0]));
            Killed.tell(Killed.BACK);
            var partner = args.length > 1
                    ? at.back(Secret.parse(args[1]).orElseThrow()).orElseThrow()
                    : begin(at);
            Killed.tell("stored " + stored(at, partner));
            for (var i = 0; ; i++) {
                at.answer(partner, i % SIDES, comfort(i));
                Killed.tell("kept " + i);
            }
        }

        private static Partner begin(Stand at) {
            var welcome = at.start();
            Killed.tell("code " + welcome.code().code());
            return welcome.partner();
        }
    }

    private static Comfort comfort(int i) {
        return Comfort.values()[1 + (i / SIDES) % 4];
    }

    /** Every answer as it is stored, a digit each. */
    private static String stored(Stand at, Partner partner) {
        return IntStream.range(0, SIDES)
                .mapToObj(side -> String.valueOf(at.comfort(partner, side).ordinal()))
                .collect(Collectors.joining());
    }

    @Test
    @Timeout(120)
    void nothing_acknowledged_is_lost_when_the_process_is_killed() throws Exception {
        killed(5);
    }

    @Test
    @Tag("faults")
    @Timeout(3600)
    void nothing_acknowledged_is_lost_over_fifty_kills() throws Exception {
        killed(50);
        Killed.assertBackInTime(back);
    }

    private void killed(int kills) throws Exception {
        var random = new Random(7);
        var code = "";
        var last = -1;
        var acknowledged = 0;
        for (var kill = 0; kill < kills; kill++) {
            var after = 40 + random.nextInt(400);
            var arguments = Stream.of(folder.toString(), code).filter(word -> !word.isEmpty());
            var killed = Killed.run(
                    Answerer.class,
                    SAID,
                    lines -> lines.size() == after,
                    random.nextInt(3_000_000),
                    arguments.toArray(String[]::new));
            back.add(killed.back());
            var lines = killed.lines();
            if (code.isEmpty()) {
                code = lines.removeFirst().substring("code ".length());
            }
            checkStored(lines.removeFirst().substring("stored ".length()), last);
            last = Integer.parseInt(lines.getLast().substring("kept ".length()));
            acknowledged += last + 1;
        }
        try (var at = Stand.withoutPages(folder)) {
            checkStored(stored(at, at.back(Secret.parse(code).orElseThrow()).orElseThrow()), last);
        }
        Figures.tell(kills + " kills while answering: 0 of " + acknowledged + " acknowledged answers lost; back within "
                + Figures.longest(back));
    }

    private static void checkStored(String stored, int last) {
        for (var i = Math.max(0, last - SIDES + 1); i <= last; i++) {
            var found = Comfort.values()[stored.charAt(i % SIDES) - '0'];
            // The one answer that was on its way when the end came may be there, unacknowledged.
            if (i % SIDES == (last + 1) % SIDES) {
                assertThat(found).isIn(comfort(i), comfort(last + 1));
            } else {
                assertThat(found).isEqualTo(comfort(i));
            }
        }
    }
}
