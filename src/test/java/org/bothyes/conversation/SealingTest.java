// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.OverlapRule;
import org.bothyes.overlap.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WholeApplication
class SealingTest {

    private final Stand at;
    private Stand.Couple couple;

    @Autowired
    SealingTest(ApplicationContext app) {
        at = Stand.in(app);
        couple = at.couple();
    }

    @BeforeEach
    void pair() {
        couple = at.couple();
    }

    private Stage one() {
        return at.rounds().stage(couple.one());
    }

    private Stage two() {
        return at.rounds().stage(couple.two());
    }

    @Test
    void a_seal_counts_two_minutes_after_it_was_given() {
        var given = at.now().truncatedTo(ChronoUnit.MILLIS);
        at.rounds().seal(couple.one());
        assertThat(one()).isEqualTo(new Stage.Counting(given.plus(Duration.ofMinutes(2))));
        assertThat(two()).isEqualTo(new Stage.Answering());
    }

    @Test
    void both_have_finished_two_minutes_after_the_second_seal_and_not_a_moment_before() {
        at.rounds().seal(couple.one());
        at.tick("PT1H");
        at.rounds().seal(couple.two());
        at.tick("PT1M59.999S");
        assertThat(one()).isInstanceOf(Stage.Counting.class);
        assertThat(two()).isInstanceOf(Stage.Counting.class);
        at.tick("PT0.001S");
        assertThat(one()).isInstanceOf(Stage.BothFinished.class).isEqualTo(two());
    }

    @Test
    void sealing_twice_is_sealing_once() {
        at.rounds().seal(couple.one());
        var first = one();
        at.tick("PT1M");
        at.rounds().seal(couple.one());
        assertThat(one()).isEqualTo(first);
        assertThat(at.sealed(couple.one())).isEqualTo(at.sheet(couple.one()));
    }

    /** On another screen: what she says last, and what shares least, is what counts, and when does not change. */
    @Test
    void who_has_sealed_can_still_finish_without_sharing_until_both_count() {
        at.answerAll(couple.one(), Comfort.YES);
        at.rounds().seal(couple.one());
        var first = one();
        at.rounds().seal(couple.two());
        at.tick("PT1M59.999S");
        at.rounds().sealNothing(couple.one());
        assertThat(one()).isEqualTo(first);
        assertThat(at.sealed(couple.one())).isEqualTo(Sheet.blank(at.pack()));
        at.rounds().seal(couple.one());
        assertThat(at.sealed(couple.one())).isEqualTo(Sheet.blank(at.pack()));
        at.tick("PT0.001S");
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.rounds().sealNothing(couple.one()));
        assertThat(two()).isInstanceOf(Stage.BothFinished.class);
        assertThat(at.sharing().open(couple.two()))
                .isEqualTo(OverlapRule.of(Sheet.blank(at.pack()), Sheet.blank(at.pack())));
    }

    @Test
    void what_a_screen_did_not_show_is_not_sealed() {
        var shown = at.sheet(couple.one());
        at.answer(couple.one(), 0, Comfort.YES);
        assertThatExceptionOfType(SaidSince.class).isThrownBy(() -> at.rounds().seal(couple.one(), shown));
        assertThat(one()).isEqualTo(new Stage.Answering());
    }

    @Test
    void who_seals_first_can_take_it_back_for_as_long_as_the_other_answers() {
        at.rounds().seal(couple.one());
        at.tick("P3D");
        assertThat(at.rounds().takeBack(couple.one())).isTrue();
        assertThat(one()).isEqualTo(new Stage.Answering());
        at.answer(couple.one(), 0, Comfort.NO);
        at.rounds().seal(couple.two());
        at.tick("PT5M");
        assertThat(two()).isInstanceOf(Stage.Counting.class);
    }

    @Test
    void both_can_take_it_back_until_both_count_also_who_sealed_second() {
        at.rounds().seal(couple.one());
        at.tick("PT10M");
        at.rounds().seal(couple.two());
        at.tick("PT1M59.999S");
        assertThat(at.rounds().takeBack(couple.two())).isTrue();
        at.rounds().seal(couple.two());
        at.tick("PT1M59.999S");
        assertThat(at.rounds().takeBack(couple.one())).isTrue();
        at.tick("PT1H");
        assertThat(one()).isEqualTo(new Stage.Answering());
        assertThat(two()).isInstanceOf(Stage.Counting.class);
    }

    @Test
    void nobody_can_take_it_back_once_both_count_even_before_it_is_noted() {
        at.rounds().seal(couple.one());
        at.rounds().seal(couple.two());
        at.tick("PT2M");
        assertThat(at.rounds().takeBack(couple.one())).isFalse();
        assertThat(at.rounds().takeBack(couple.two())).isFalse();
        assertThat(one()).isInstanceOf(Stage.BothFinished.class);
    }

    @Test
    void a_seal_taken_back_leaves_no_sheet_behind() {
        at.rounds().seal(couple.one());
        at.rounds().takeBack(couple.one());
        assertThat(at.jdbc()
                        .sql(
                                "select count(*) from partner where conversation_id = ? and (sealed is not null or sealed_at is not null)")
                        .param(couple.one().conversation())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void opening_is_refused_before_both_count() {
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.sharing().open(couple.one()));
        at.rounds().seal(couple.one());
        at.rounds().seal(couple.two());
        at.tick("PT1M59.999S");
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.sharing().open(couple.two()));
        assertThat(at.sealed(couple.one())).isNotNull();
    }

    @Test
    void both_open_the_same_at_the_same_time_and_neither_sheet_nor_draft_is_left() throws Exception {
        for (var i = 0; i < 20; i++) {
            pair();
            at.answer(couple.one(), 0, Comfort.YES);
            at.answerAll(couple.two(), Comfort.OPEN);
            at.finish(couple);
            var opened = Stand.<Overlap>together(
                    () -> at.sharing().open(couple.one()), () -> at.sharing().open(couple.two()));
            assertThat(opened.getFirst()).isEqualTo(opened.getLast());
            assertThat(opened.getFirst().isNothing()).isFalse();
            assertThat(partners()).hasSize(2).allSatisfy(row -> {
                assertThat(row.get("DRAFT")).isNull();
                assertThat(row.get("SEALED")).isNull();
            });
        }
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.answering().draft(couple.one()));
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> at.answer(couple.one(), 0, Comfort.NO));
    }

    @Test
    void finishing_without_sharing_shares_nothing_whatever_the_other_said() {
        for (var said : Comfort.values()) {
            pair();
            at.answerAll(couple.one(), Comfort.YES);
            at.answerAll(couple.two(), said);
            at.rounds().sealNothing(couple.one());
            assertThat(at.comfort(couple.one(), 0)).isEqualTo(Comfort.YES);
            at.rounds().seal(couple.two());
            at.tick("PT2M");
            var shared = at.sharing().open(couple.two());
            assertThat(shared.isNothing()).isTrue();
            assertThat(shared).isEqualTo(Overlap.nothing(at.pack()));
        }
    }

    @Test
    void finishing_without_sharing_leaves_a_row_that_looks_like_any_other() {
        at.answerAll(couple.one(), Comfort.YES);
        at.answerAll(couple.two(), Comfort.YES);
        at.rounds().sealNothing(couple.one());
        at.rounds().seal(couple.two());
        var rows = partners();
        assertThat(rows).hasSize(2);
        assertThat(looks(rows.getFirst())).isEqualTo(looks(rows.getLast()));
    }

    /** Everything of a row that shows without opening a box. */
    private static Map<String, @Nullable Object> looks(Map<String, @Nullable Object> row) {
        var looks = new TreeMap<String, @Nullable Object>(row);
        looks.keySet().removeIf(name -> Set.of("id", "role").contains(name.toLowerCase(Locale.ROOT)));
        looks.replaceAll((name, value) -> value instanceof byte[] box ? box.length : String.valueOf(value));
        return looks;
    }

    @Test
    void every_date_counts_from_the_minute_in_which_both_came_to_count() {
        at.rounds().seal(couple.one());
        at.tick("P3DT7M11S");
        var second = at.now();
        at.rounds().seal(couple.two());
        at.tick("P1D");
        at.counting().sweep();

        var both = second.plus(Duration.ofMinutes(2)).truncatedTo(ChronoUnit.MINUTES);
        assertThat(time("select both_at from round where conversation_id = ?")).isEqualTo(both);
        assertThat(time("select expires_at from conversation where id = ?")).isEqualTo(both.plus(Duration.ofDays(30)));
        assertThat(one()).isEqualTo(new Stage.BothFinished(both.plus(Duration.ofDays(30)), 1));
    }

    @Test
    void opening_changes_no_time() {
        at.finish(couple);
        var before = times();
        at.tick("P2DT3H");
        at.sharing().open(couple.two());
        at.tick("PT3H");
        at.sharing().open(couple.one());
        assertThat(times()).isEqualTo(before);
    }

    @Test
    void opening_before_it_is_noted_gives_the_same_times() {
        at.rounds().seal(couple.one());
        at.rounds().seal(couple.two());
        at.tick("PT2M");
        var ends = one();
        at.tick("P2D");
        at.sharing().open(couple.one());
        assertThat(one()).isEqualTo(ends);
        assertThat(two()).isEqualTo(ends);
    }

    private String times() {
        return at.jdbc()
                .sql("""
                        select c.expires_at, r.both_at, p.sealed_at from conversation c
                        join round r on r.conversation_id = c.id join partner p on p.conversation_id = c.id
                        where c.id = ? order by p.role""")
                .param(couple.one().conversation())
                .query()
                .listOfRows()
                .toString();
    }

    private Instant time(String query) {
        return at.jdbc()
                .sql(query)
                .param(couple.one().conversation())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private List<Map<String, @Nullable Object>> partners() {
        return at.jdbc()
                .sql(
                        "select version, role, consent, octet_length(lookup) as lookup, draft, sealed, sealed_at from partner"
                                + " where conversation_id = ? order by role")
                .param(couple.one().conversation())
                .query()
                .listOfRows();
    }
}
