// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Safer;
import org.bothyes.overlap.Shared;
import org.bothyes.pack.Topic;
import org.bothyes.vault.Secret;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the midst of whatever couples do: what was acknowledged holds, and nothing is half done. */
class KillAllAlongTest {

    private static final Pattern SAID = Pattern.compile("(doing|done) ");
    /** Nanoseconds, and about as long as one deed takes, so that kills fall all over it. */
    private static final int LONGEST_DELAY = 10_000_000;

    @TempDir
    Path folder;

    private final List<Duration> back = new ArrayList<>();

    /** What a couple does, one after the other. */
    private enum Deed {
        BEGIN,
        SAVE,
        SEAL,
        FINISH,
        OPEN,
        MAKE_SAFER,
        ASK_ANEW,
        BEGIN_ANEW,
        ERASE;

        private static final List<Deed> BY_A_KNOWN_COUPLE =
                Arrays.stream(values()).skip(1).toList();

        void by(Stand.Couple couple, Stand at) {
            switch (this) {
                case BEGIN -> at.answerAll(couple.two(), Comfort.YES);
                case SAVE -> at.answerAll(couple.one(), Comfort.YES);
                case SEAL -> at.rounds().seal(couple.one());
                case FINISH -> at.rounds().seal(couple.two());
                case OPEN -> at.sharing().open(couple.two());
                case MAKE_SAFER -> at.sharing().safer(couple.one(), new Safer.TakeOff(side(at)));
                case ASK_ANEW -> at.newRound().ask(couple.one());
                case BEGIN_ANEW -> at.newRound().ask(couple.two());
                case ERASE -> at.ending().erase(couple.two());
            }
        }
    }

    private static Topic.Side side(Stand at) {
        return at.pack().sides().getFirst();
    }

    /** Seals count at once, and a new round can be asked for at once. */
    private static Stand start(Path folder) {
        return Stand.withoutPages(folder, "both-yes.seal-counts=0s", "both-yes.new-round-after=0s");
    }

    /** Goes with one couple after the other from the beginning to the end. Its own process. */
    static final class Couples {
        public static void main(String[] args) {
            var at = start(Path.of(args[0]));
            Killed.tell(Killed.BACK);
            while (true) {
                var couple = at.couple();
                var code = couple.a().code().code().replace(" ", "");
                Deed.BEGIN.by(couple, at);
                Killed.tell("done " + Deed.BEGIN + " " + code);
                for (var deed : Deed.BY_A_KNOWN_COUPLE) {
                    Killed.tell("doing " + deed + " " + code);
                    deed.by(couple, at);
                    Killed.tell("done " + deed + " " + code);
                }
            }
        }
    }

    @Test
    @Timeout(150)
    void what_was_acknowledged_holds_and_nothing_is_half_done() throws Exception {
        killed(4);
    }

    @Test
    @Tag("faults")
    @Timeout(3600)
    void what_was_acknowledged_holds_over_fifty_kills_in_the_midst_of_everything() throws Exception {
        assertThat(killed(50)).containsOnlyKeys(Deed.BY_A_KNOWN_COUPLE);
        Killed.assertBackInTime(back);
    }

    /** Kills so many times, looks at what is there, and hands back how many kills fell in the midst of what. */
    private Map<Deed, Integer> killed(int kills) throws Exception {
        var random = new Random(11);
        var hits = new EnumMap<Deed, Integer>(Deed.class);
        var couples = new LinkedHashMap<String, Acknowledged>();
        for (var kill = 0; kill < kills; kill++) {
            var aim = "doing " + rarest(hits, random) + " ";
            var couple = 1 + random.nextInt(3);
            var killed = Killed.run(
                    Couples.class,
                    SAID,
                    lines -> lines.getLast().startsWith(aim)
                            && lines.stream()
                                            .filter(line -> line.startsWith(aim))
                                            .count()
                                    == couple,
                    random.nextInt(LONGEST_DELAY),
                    folder.toString());
            back.add(killed.back());
            killed.lines().forEach(line -> hear(line, couples));
            if (killed.lines().getLast().startsWith("doing ")) {
                hits.merge(Deed.valueOf(killed.lines().getLast().split(" ", 3)[1]), 1, Integer::sum);
            }
        }
        try (var at = start(folder)) {
            var half = half(at);
            assertThat(half).isEmpty();
            var elsewhere = new ArrayList<String>();
            couples.forEach((code, acknowledged) -> {
                var stands = stands(at, Secret.parse(code).orElseThrow());
                if (stands.compareTo(acknowledged.done()) < 0 || stands.compareTo(acknowledged.begun()) > 0) {
                    elsewhere.add(acknowledged + ", and stands at " + stands);
                }
            });
            Figures.tell(kills + " kills in the midst of " + hits + ": " + elsewhere.size() + " of " + couples.size()
                    + " couples elsewhere than they were told, " + half.size() + " half done; back within "
                    + Figures.longest(back));
            assertThat(elsewhere).isEmpty();
        }
        return hits;
    }

    private static Deed rarest(Map<Deed, Integer> hits, Random random) {
        var all = new ArrayList<>(Deed.BY_A_KNOWN_COUPLE);
        Collections.shuffle(all, random);
        return Collections.min(all, Comparator.comparing(deed -> hits.getOrDefault(deed, 0)));
    }

    /** How far a couple is known to have come, and how far it can have come at the most. */
    private record Acknowledged(Deed done, Deed begun) {}

    private static void hear(String line, Map<String, Acknowledged> couples) {
        var said = line.split(" ", 3);
        var deed = Deed.valueOf(said[1]);
        couples.merge(
                said[2],
                new Acknowledged(deed, deed),
                (before, now) -> said[0].equals("done") ? now : new Acknowledged(before.done(), deed));
    }

    /** Where a couple stands, by nothing but what is stored. */
    private static Deed stands(Stand at, Secret code) {
        var back = at.back(code);
        if (back.isEmpty()) {
            return Deed.ERASE;
        }
        var one = back.get();
        var isOff = at.sharing().list(one).map(list -> list.shared(Role.ONE, side(at))
                .equals(Shared.NOTHING));
        if (isOff.isEmpty()) {
            return switch (at.rounds().stage(one)) {
                case Stage.BothFinished _ -> Deed.FINISH;
                case Stage.Counting _ -> Deed.SEAL;
                default -> at.comfort(one, 0) == Comfort.YES ? Deed.SAVE : Deed.BEGIN;
            };
        }
        if (!isOff.get()) {
            return Deed.OPEN;
        }
        if (at.rounds().number(one) > 1) {
            return Deed.BEGIN_ANEW;
        }
        return at.newRound().asked(one) ? Deed.ASK_ANEW : Deed.MAKE_SAFER;
    }

    /** What is neither before nor after something: none of these can be reached whole. */
    private static List<Object> half(Stand at) {
        return at.jdbc().sql("""
                        with newest as (select conversation_id, max(number) as number from round group by conversation_id)
                        select c.id from conversation c left join newest n on n.conversation_id = c.id where
                        n.number is null
                        or 0 = (select count(*) from partner p where p.conversation_id = c.id)
                        or 2 = (select count(*) from partner p where p.conversation_id = c.id and p.asks_round)
                        or exists (select 1 from round r where r.conversation_id = c.id
                            and r.number < n.number and r.overlap is null)
                        or exists (select 1 from partner p, round r where p.conversation_id = c.id
                            and r.conversation_id = c.id and r.number = n.number and (
                                r.overlap is not null and (p.draft is not null or p.sealed is not null)
                                or r.overlap is null and r.number = 1 and p.draft is null
                                or r.overlap is null and (p.sealed is null) <> (p.sealed_at is null)
                                or r.number > 1 and p.asks_round))
                        union all
                        select id from partner where conversation_id not in (select id from conversation)
                        union all
                        select id from round where conversation_id not in (select id from conversation)
                        """).query((row, number) -> row.getObject(1)).list();
    }
}
