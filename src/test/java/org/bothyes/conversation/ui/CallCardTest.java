// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Role.ONE;
import static org.bothyes.overlap.Sheets.picked;
import static org.bothyes.overlap.Sheets.row;
import static org.bothyes.overlap.Sheets.yes;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.bothyes.overlap.Dice;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.OverlapRule;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Sheet;
import org.bothyes.overlap.Sheets;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.Script.Moment;
import org.bothyes.shell.Texts;
import org.bothyes.shell.TextsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallCardTest {

    private static final int CASES = 500;

    private final Pack pack = PackLibrary.load(null).packs().getFirst();
    private final Texts texts = TextsForTests.texts();

    private CallCard card(Role reader, Sheet mine, Sheet theirs) {
        return CallCard.of(reader == ONE ? OverlapRule.of(mine, theirs) : OverlapRule.of(theirs, mine), reader, texts);
    }

    private Sheet sheet(Sheets.Said... said) {
        return Sheets.sheet(pack, said);
    }

    private Stream<String> rules(CallCard card) {
        return card.rules().stream().map(CallCard.Fact::what);
    }

    @ParameterizedTest
    @EnumSource
    void for_equal_overlaps_it_is_equal_whatever_the_partner_answered(Role reader) {
        var dice = new Dice(pack, 11);
        for (int i = 0; i < CASES; i++) {
            var mine = dice.sheet();
            var theirs = i % 10 == 0 ? dice.sharingNothingWith(mine) : dice.sheet();
            assertThat(card(reader, mine, dice.sameForPartner(mine, theirs)))
                    .as("case %d", i)
                    .isEqualTo(card(reader, mine, theirs));
        }
    }

    @Test
    void where_nothing_is_shared_it_has_the_strictest_line_of_every_rule_for_everybody() {
        var dice = new Dice(pack, 12);
        var nothing = CallCard.of(Overlap.nothing(pack), ONE, texts);
        for (int i = 0; i < CASES; i++) {
            var mine = dice.sheet();
            assertThat(card(Role.TWO, mine, dice.sharingNothingWith(mine))).isEqualTo(nothing);
        }
        assertThat(nothing.signals()).isEmpty();
        assertThat(nothing.words()).isEmpty();
        assertThat(rules(nothing))
                .hasSizeGreaterThan(8)
                .containsExactlyElementsOf(pack.limits().stream()
                        .filter(limit -> limit.call() && limit.onlyWith().isEmpty())
                        .map(limit -> pack.words().rule(limit, limit.rows().getFirst()))
                        .toList());
    }

    @Test
    void it_tells_the_joint_rules_of_a_call_and_none_of_another() {
        var loose = sheet(yes("soft-light"), row("filming", "calm"), row("touching", "leaning"));
        var card = card(ONE, loose, loose);
        assertThat(rules(card)).contains(rule("filming", 1), rule("keeping", 0));
        assertThat(rules(card)).doesNotContain(rule("touching", 2));
        assertThat(rules(card(ONE, loose, sheet(yes("soft-light"))))).contains(rule("filming", 0));
    }

    private String rule(String id, int row) {
        Limit limit = pack.limit(id).orElseThrow();
        return pack.words().rule(limit, limit.rows().get(row));
    }

    @Test
    void the_stop_signals_of_both_are_on_it() {
        var card = card(ONE, sheet(yes("soft-light"), picked("red")), sheet(yes("soft-light"), picked("palm")));
        assertThat(card.signals()).singleElement().satisfies(fact -> {
            assertThat(fact.name()).isEqualTo(texts.get("signal.stop"));
            assertThat(fact.what()).contains("red").contains("hand held up");
        });
    }

    @Test
    void its_lines_are_those_for_before_and_during_a_call() {
        var card = CallCard.of(Overlap.nothing(pack), ONE, texts);
        assertThat(card.checkIns())
                .extracting(SharedPage.Lines::moment)
                .containsExactly(texts.get("moment.before-call"), texts.get("moment.during"));
        assertThat(card.checkIns())
                .allSatisfy(lines -> assertThat(lines.lines()).hasSize(3));
        assertThat(card.checkIns().getFirst().lines())
                .contains(pack.words().line(pack.scripts(Moment.BEFORE_CALL).getFirst()));
    }

    @Test
    void in_no_pack_does_a_line_for_during_a_call_ask_for_what_a_rule_may_forbid_to_ask() {
        for (var each : PackLibrary.load(null).packs()) {
            var forbidden = each.limits().stream()
                    .filter(limit -> limit.recording() || !limit.onlyWith().isEmpty())
                    .map(Limit::id)
                    .toList();
            assertThat(each.scripts(Moment.DURING)).isNotEmpty().noneMatch(script -> forbidden.stream()
                    .anyMatch(id -> script.ties().contains(id.value())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2031-03-04T20:15:00Z,  0, 2031-03-05T06:00:00Z", // in the evening: until the morning
        "2031-03-04T20:15:00Z, 60, 2031-03-05T05:00:00Z", // by the reader's own clock
        "2031-03-05T03:00:00Z,  0, 2031-03-05T06:00:00Z", // at night: until the same morning
        "2031-03-05T01:00:00Z, -480, 2031-03-05T13:00:00Z", // five in the afternoon there
        "2031-03-05T06:00:00Z,  0, 2031-03-05T18:00:00Z", // by day: half a day
    })
    void it_stays_until_six_in_the_morning_and_half_a_day_at_the_most(Instant now, long minutesAhead, Instant until) {
        assertThat(CardTime.until(now, Duration.ofMinutes(minutesAhead))).isEqualTo(until);
    }
}
