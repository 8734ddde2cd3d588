// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bothyes.overlap.Comfort;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The clock is a day behind, or more than a year ahead, while conversations of every kind are alive. */
@Tag("faults")
class ClockJumpsTest {

    private static final int OF_EACH = 25;
    private static final List<String> TABLES = List.of("conversation", "partner", "round");

    @TempDir
    Path folder;

    /** How far a couple has come. */
    private enum Kind {
        ANSWERS,
        ONE_HAS_SEALED,
        BOTH_HAVE_FINISHED,
        HAS_A_LIST,
        ONE_ASKS_ANEW,
        IS_IN_A_NEW_ROUND,
        /** The last, since the others take time. */
        SEALS_DO_NOT_COUNT_YET
    }

    @Test
    @Timeout(600)
    void a_day_back_and_four_hundred_ahead_delete_nothing_and_bring_nothing_back() throws Exception {
        try (var at = Stand.withoutPages(folder, Crowd.QUICK, "both-yes.new-round-after=0s")) {
            var gone = Crowd.couples(at, OF_EACH);
            at.tick("P30D");
            assertThat(at.cleanUp()).isTrue();
            var erased = Crowd.couples(at, OF_EACH);
            erased.forEach(couple -> at.ending().erase(couple.two()));
            gone.addAll(erased);
            var living = living(at);
            var before = everything(at);
            var stages = stages(at, living);
            assertThat(at.cleansUp()).isTrue();

            at.tick("P-1DT-1S");
            assertThat(deletedIn(at, 1)).isZero();
            assertThat(living.get(Kind.BOTH_HAVE_FINISHED)).allSatisfy(couple -> {
                assertThat(at.rounds().stage(couple.one())).isInstanceOf(Stage.BothFinished.class);
                assertThat(at.rounds().takeBack(couple.two()))
                        .as("a seal stays counted")
                        .isFalse();
            });
            assertGone(at, gone);
            at.tick("P1DT1S");
            assertThat(everything(at)).isEqualTo(before);
            assertThat(stages(at, living)).isEqualTo(stages);

            at.tick("P400D");
            assertThat(deletedIn(at, 3)).isZero();
            assertGone(at, gone);
            at.tick("P-400D");
            assertThat(everything(at)).hasSameSizeAs(before);
            assertThat(at.cleansUp()).isTrue();
            assertGoesOn(at, living);
            Figures.tell(
                    "the clock 1 day behind and 400 days ahead over %d living conversations: 0 deleted, 0 of %d that were gone brought back, 0 of %d counted seals uncounted; all went on when it was right again"
                            .formatted(OF_EACH * Kind.values().length, gone.size(), 2 * OF_EACH));
        }
    }

    /** Some of every kind. */
    private static Map<Kind, List<Stand.Couple>> living(Stand at) throws Exception {
        var living = new EnumMap<Kind, List<Stand.Couple>>(Kind.class);
        for (var kind : Kind.values()) {
            living.put(kind, Crowd.couples(at, OF_EACH));
            for (var couple : living.get(kind)) {
                at.answer(couple.one(), 0, Comfort.YES);
                at.answer(couple.two(), 0, Comfort.YES);
            }
        }
        living.forEach((kind, couples) -> couples.forEach(couple -> seal(at, kind, couple)));
        return living;
    }

    private static void seal(Stand at, Kind kind, Stand.Couple couple) {
        if (kind == Kind.ANSWERS) {
            return;
        }
        at.rounds().seal(couple.one());
        if (kind == Kind.ONE_HAS_SEALED) {
            return;
        }
        at.rounds().seal(couple.two());
        if (kind == Kind.SEALS_DO_NOT_COUNT_YET) {
            return;
        }
        at.tick("PT2M");
        at.counting().sweep();
        if (kind == Kind.BOTH_HAVE_FINISHED) {
            return;
        }
        at.sharing().open(couple.one());
        if (kind != Kind.HAS_A_LIST) {
            at.newRound().ask(couple.one());
        }
        if (kind == Kind.IS_IN_A_NEW_ROUND) {
            at.newRound().ask(couple.two());
        }
    }

    /** @return how many rows fewer there are after so many tries to clean up, a day apart */
    private static int deletedIn(Stand at, int days) {
        var before = everything(at).size();
        for (var day = 0; day < days; day++) {
            assertThat(at.cleansUp()).as("the clean-up dares nothing").isFalse();
            at.tick("P1D");
            at.counting().sweep();
        }
        at.tick("P-" + days + "D");
        return before - everything(at).size();
    }

    /** Every row as it is stored. */
    private static List<String> everything(Stand at) {
        var rows = new ArrayList<String>();
        for (var table : TABLES) {
            at.jdbc()
                    .sql("select * from " + table + " order by id")
                    .query((row, number) -> {
                        var values = new ArrayList<String>();
                        for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                            var bytes = row.getObject(column) instanceof byte[] box ? box : null;
                            values.add(
                                    bytes == null
                                            ? row.getString(column)
                                            : HexFormat.of().formatHex(bytes));
                        }
                        return table + values;
                    })
                    .list()
                    .forEach(rows::add);
        }
        return rows;
    }

    private static Map<Kind, List<Stage>> stages(Stand at, Map<Kind, List<Stand.Couple>> living) {
        var stages = new EnumMap<Kind, List<Stage>>(Kind.class);
        living.forEach((kind, couples) -> stages.put(
                kind,
                couples.stream().map(couple -> at.rounds().stage(couple.one())).toList()));
        return stages;
    }

    private static void assertGone(Stand at, List<Stand.Couple> gone) {
        assertThat(gone).allSatisfy(couple -> {
            assertThat(at.back(couple.a().code())).isEmpty();
            assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Ended());
        });
    }

    /** From wherever they stand, everybody comes back, and to a list. */
    private static void assertGoesOn(Stand at, Map<Kind, List<Stand.Couple>> living) {
        var all = new ArrayList<Stand.Couple>();
        living.values().forEach(all::addAll);
        for (var couple : all) {
            var one = at.back(couple.a().code()).orElseThrow();
            var two = at.back(couple.b().code()).orElseThrow();
            at.rounds().seal(one);
            at.rounds().seal(two);
            at.tick("PT2M");
            assertThat(at.sharing().open(one).isNothing()).isFalse();
            assertThat(at.sharing().open(two)).isEqualTo(at.sharing().open(one));
        }
    }
}
