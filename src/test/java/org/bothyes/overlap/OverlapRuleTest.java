// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bothyes.overlap.Role.ONE;
import static org.bothyes.overlap.Role.TWO;
import static org.bothyes.overlap.Shared.LIKE;
import static org.bothyes.overlap.Shared.NOTHING;
import static org.bothyes.overlap.Shared.TALK;
import static org.bothyes.overlap.Sheets.answer;
import static org.bothyes.overlap.Sheets.blank;
import static org.bothyes.overlap.Sheets.gives;
import static org.bothyes.overlap.Sheets.later;
import static org.bothyes.overlap.Sheets.no;
import static org.bothyes.overlap.Sheets.only;
import static org.bothyes.overlap.Sheets.open;
import static org.bothyes.overlap.Sheets.picked;
import static org.bothyes.overlap.Sheets.pictured;
import static org.bothyes.overlap.Sheets.receives;
import static org.bothyes.overlap.Sheets.row;
import static org.bothyes.overlap.Sheets.ticked;
import static org.bothyes.overlap.Sheets.yes;
import static org.bothyes.pack.Setting.ROOM;
import static org.bothyes.pack.Setting.VIDEO;
import static org.bothyes.pack.Setting.VOICE;
import static org.bothyes.pack.Way.GIVE;
import static org.bothyes.pack.Way.RECEIVE;
import static org.bothyes.pack.Way.TOGETHER;

import java.util.List;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Id;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.TinyPack;
import org.bothyes.pack.Topic;
import org.bothyes.pack.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The product's rule table, a line a test, over the guide's own pack. */
class OverlapRuleTest {

    private final Pack pack = PackLibrary.load(null).packs().getFirst();

    // Topics

    @ParameterizedTest
    @CsvSource({
        "YES, YES, LIKE",
        "YES, OPEN, TALK",
        "OPEN, YES, TALK",
        "OPEN, OPEN, TALK",
        "YES, LATER, NOTHING",
        "OPEN, LATER, NOTHING",
        "YES, NO, NOTHING",
        "OPEN, NO, NOTHING",
        "YES, BLANK, NOTHING",
        "OPEN, BLANK, NOTHING",
        "LATER, LATER, NOTHING",
        "NO, NO, NOTHING",
        "BLANK, BLANK, NOTHING"
    })
    void two_partners_share_the_lower_of_their_two_answers(Comfort one, Comfort two, Shared shared) {
        var overlap = OverlapRule.of(sheet(answer("music", one)), sheet(answer("music", two)));
        assertThat(shared(overlap, ONE, "music", TOGETHER)).isEqualTo(shared);
        assertThat(shared(overlap, TWO, "music", TOGETHER)).isEqualTo(shared);
    }

    @Test
    void a_no_from_either_partner_hides_the_topic() {
        var overlap = OverlapRule.of(
                sheet(yes("music"), yes("darkness"), no("scent")), sheet(yes("music"), no("darkness"), yes("scent")));
        assertThat(shared(overlap, ONE, "music", TOGETHER)).isEqualTo(LIKE);
        assertThat(shared(overlap, ONE, "darkness", TOGETHER)).isEqualTo(NOTHING);
        assertThat(shared(overlap, ONE, "scent", TOGETHER)).isEqualTo(NOTHING);
    }

    @Test
    void each_direction_stands_by_itself() {
        var overlap = OverlapRule.of(
                sheet(gives(yes("mirror")), receives(no("mirror"))),
                sheet(gives(yes("mirror")), receives(yes("mirror"))));
        assertThat(shared(overlap, ONE, "mirror", GIVE)).isEqualTo(LIKE);
        assertThat(shared(overlap, ONE, "mirror", RECEIVE)).isEqualTo(NOTHING);
    }

    @Test
    void a_direction_is_told_from_the_readers_side() {
        var overlap = OverlapRule.of(
                sheet(gives(yes("mirror")), receives(open("mirror"))),
                sheet(gives(yes("mirror")), receives(yes("mirror"))));
        assertThat(shared(overlap, ONE, "mirror", GIVE)).isEqualTo(LIKE);
        assertThat(shared(overlap, TWO, "mirror", RECEIVE)).isEqualTo(LIKE);
        assertThat(shared(overlap, ONE, "mirror", RECEIVE)).isEqualTo(TALK);
        assertThat(shared(overlap, TWO, "mirror", GIVE)).isEqualTo(TALK);
    }

    @Test
    void two_who_both_want_to_show_and_not_to_watch_share_nothing() {
        var shows = sheet(gives(yes("show")), receives(no("show")));
        assertThat(OverlapRule.of(shows, shows)).isEqualTo(Overlap.nothing(pack));
    }

    @ParameterizedTest
    @EnumSource(
            value = Comfort.class,
            names = {"BLANK", "NO", "LATER"})
    void later_no_and_blank_are_one_thing_to_the_partner(Comfort comfort) {
        var partner = sheet(yes("music"), yes("mirror"), yes("scent"));
        var other = sheet(answer("music", comfort, only("slowly")), gives(answer("mirror", comfort)), yes("scent"));
        assertSame(partner, other, sheet(yes("scent"), receives(blank("mirror"))));
    }

    @Test
    void a_setting_left_out_is_as_good_as_blank() {
        var partner = sheet(yes("sway"), yes("music"), yes("video-call"));
        var everything = sheet(yes("sway"), yes("music"), yes("video-call"), pictured(VIDEO, VOICE));
        assertSame(partner, everything, sheet(yes("music"), yes("video-call")));
        assertSame(everything, partner, sheet(yes("music"), yes("video-call")));
    }

    @Test
    void who_ticks_no_setting_leaves_nothing_out() {
        var everywhere = sheet(yes("sway"), pictured(ROOM, VIDEO, VOICE));
        assertSame(everywhere, sheet(yes("sway")), everywhere);
    }

    // Conditions

    @Test
    void the_conditions_of_both_stand_with_a_shared_topic_in_pack_order() {
        var overlap = OverlapRule.of(
                sheet(yes("music", only("short"), only("slowly"))),
                sheet(open("music", only("ask-ahead"), only("slowly"))));
        assertThat(conditions(overlap, ONE, "music", TOGETHER)).containsExactly("ask-ahead", "slowly", "short");
        assertThat(conditions(overlap, TWO, "music", TOGETHER)).containsExactly("ask-ahead", "slowly", "short");
    }

    @Test
    void conditions_cross_over_with_their_direction() {
        var overlap = OverlapRule.of(
                sheet(gives(yes("mirror", only("slowly"))), receives(yes("mirror"))),
                sheet(gives(yes("mirror", only("short"))), receives(yes("mirror"))));
        assertThat(conditions(overlap, ONE, "mirror", GIVE)).containsExactly("slowly");
        assertThat(conditions(overlap, TWO, "mirror", RECEIVE)).containsExactly("slowly");
        assertThat(conditions(overlap, ONE, "mirror", RECEIVE)).containsExactly("short");
        assertThat(conditions(overlap, TWO, "mirror", GIVE)).containsExactly("short");
    }

    @Test
    void conditions_are_seen_only_with_their_topic() {
        var partner = sheet(yes("music"), yes("scent"));
        var other = sheet(yes("music"), later("scent", only("short")), no("darkness", only("slowly")));
        assertSame(partner, other, sheet(yes("music")));
    }

    // Limits

    @ParameterizedTest
    @CsvSource({
        "never, never, never",
        "never, calm, never",
        "calm, never, never",
        "calm, calm, calm",
        "calm, each-time, calm",
        "each-time, calm, calm",
        "each-time, each-time, each-time"
    })
    void the_more_protective_row_stands(String one, String two, String joint) {
        var overlap =
                OverlapRule.of(sheet(yes("music"), row("filming", one)), sheet(yes("music"), row("filming", two)));
        assertThat(jointRow(overlap, "filming")).isEqualTo(joint);
    }

    @Test
    void a_blank_limit_is_its_first_row() {
        var partner = sheet(yes("music"), row("filming", "each-time"));
        assertThat(jointRow(OverlapRule.of(partner, sheet(yes("music"))), "filming"))
                .isEqualTo("never");
        assertSame(partner, sheet(yes("music")), sheet(yes("music"), row("filming", "never")));
    }

    @Test
    void a_dependent_limit_matters_where_both_loosened_the_other() {
        var keeps = sheet(yes("music"), row("sound", "calm"), row("keeping", "week"));
        var overlap = OverlapRule.of(keeps, sheet(yes("music"), row("sound", "each-time"), row("keeping", "next-day")));
        assertThat(overlap.applies(limit("keeping"))).isTrue();
        assertThat(jointRow(overlap, "keeping")).isEqualTo("next-day");
    }

    @Test
    void a_dependent_limit_is_at_its_first_row_where_one_did_not_loosen_the_other() {
        var keeps = sheet(yes("music"), row("sound", "calm"), row("keeping", "week"));
        var other = sheet(yes("music"), row("filming", "calm"), row("keeping", "week"));
        var overlap = OverlapRule.of(keeps, other);
        assertThat(overlap.applies(limit("keeping"))).isFalse();
        assertThat(jointRow(overlap, "keeping")).isEqualTo("until-parting");
        assertSame(keeps, other, sheet(yes("music"), row("filming", "calm")));
    }

    @Test
    void a_topic_that_needs_a_looser_rule_is_ruled_out_for_now() {
        var looks = sheet(yes("mirror"), row("looking", "looking"));
        assertThat(OverlapRule.of(looks, sheet(yes("mirror"), row("looking", "glances")))
                        .ruledOut(topic("mirror")))
                .isTrue();
        assertThat(OverlapRule.of(looks, sheet(yes("mirror"))).ruledOut(topic("mirror")))
                .isTrue();
        assertThat(OverlapRule.of(looks, looks).ruledOut(topic("mirror"))).isFalse();
        assertThat(OverlapRule.of(looks, sheet(yes("mirror"), row("looking", "eye-contact")))
                        .ruledOut(topic("mirror")))
                .isFalse();
    }

    @Test
    void a_topic_that_needs_no_rule_is_never_ruled_out() {
        assertThat(OverlapRule.of(sheet(yes("music")), sheet(yes("music"))).ruledOut(topic("music")))
                .isFalse();
    }

    // Choices

    @Test
    void of_a_choice_there_is_what_both_ticked_in_pack_order() {
        var overlap = OverlapRule.of(
                sheet(yes("music"), ticked("aids", "towel", "water", "cushions")),
                sheet(yes("music"), ticked("aids", "cushions", "blanket", "towel")));
        assertThat(items(overlap, ONE, "aids", TOGETHER)).containsExactly("cushions", "towel");
        assertThat(items(overlap, TWO, "aids", TOGETHER)).containsExactly("cushions", "towel");
    }

    @Test
    void saying_meets_hearing() {
        var overlap = OverlapRule.of(
                sheet(yes("music"), gives(ticked("word-kinds", "tender", "frank"))),
                sheet(yes("music"), receives(ticked("word-kinds", "tender")), gives(ticked("word-kinds", "frank"))));
        assertThat(items(overlap, ONE, "word-kinds", GIVE)).containsExactly("tender");
        assertThat(items(overlap, TWO, "word-kinds", RECEIVE)).containsExactly("tender");
        assertThat(items(overlap, ONE, "word-kinds", RECEIVE)).isEmpty();
        assertThat(items(overlap, TWO, "word-kinds", GIVE)).isEmpty();
    }

    // Signals

    @Test
    void a_signal_that_either_picked_counts_for_both() {
        var overlap =
                OverlapRule.of(sheet(yes("music"), picked("wait", "red")), sheet(yes("music"), picked("palm", "red")));
        assertThat(overlap.signals()).extracting(signal -> signal.id().value()).containsExactly("red", "palm", "wait");
    }

    // Nothing shared

    @Test
    void where_no_topic_is_shared_there_is_one_and_the_same_for_everybody() {
        var partner = sheet(
                yes("music", only("short")),
                row("filming", "each-time"),
                row("keeping", "week"),
                ticked("aids", "towel"),
                picked("red"));
        var other = sheet(
                later("music", only("slowly")),
                yes("scent"),
                row("filming", "calm"),
                row("keeping", "week"),
                ticked("aids", "towel"),
                picked("palm"));
        assertSame(partner, other, Sheet.blank(pack));
        assertThat(OverlapRule.of(partner, other)).isEqualTo(Overlap.nothing(pack));
        assertThat(OverlapRule.of(partner, other).write())
                .isEqualTo(Overlap.nothing(pack).write());
    }

    @Test
    void nothing_is_every_limit_at_its_first_row_and_no_more() {
        var nothing = Overlap.nothing(pack);
        assertThat(nothing.isNothing()).isTrue();
        assertThat(pack.limits()).allSatisfy(limit -> assertThat(nothing.row(limit))
                .isEqualTo(limit.rows().getFirst()));
        assertThat(pack.choiceSides())
                .allSatisfy(side -> assertThat(nothing.items(ONE, side)).isEmpty());
        assertThat(pack.sides())
                .allSatisfy(side -> assertThat(nothing.shared(ONE, side)).isEqualTo(NOTHING));
        assertThat(nothing.signals()).isEmpty();
    }

    @Test
    void an_empty_sheet_meets_any_other_in_nothing() {
        assertThat(OverlapRule.of(Sheet.blank(pack), Sheet.fullest(pack))).isEqualTo(Overlap.nothing(pack));
        assertThat(OverlapRule.of(Sheet.fullest(pack), Sheet.blank(pack))).isEqualTo(Overlap.nothing(pack));
    }

    // The rule itself

    @Test
    void swapping_the_partners_changes_nothing_for_either() {
        var one = sheet(
                gives(yes("mirror", only("slowly"))),
                receives(open("mirror")),
                row("looking", "glances"),
                gives(ticked("word-kinds", "tender")),
                picked("red"));
        var two = sheet(
                yes("mirror", only("short")),
                row("looking", "looking"),
                receives(ticked("word-kinds", "tender", "frank")),
                picked("wait"));
        assertThat(Seen.of(OverlapRule.of(one, two), ONE)).isEqualTo(Seen.of(OverlapRule.of(two, one), TWO));
        assertThat(Seen.of(OverlapRule.of(one, two), TWO)).isEqualTo(Seen.of(OverlapRule.of(two, one), ONE));
    }

    @Test
    void sheets_of_two_packs_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverlapRule.of(Sheet.blank(pack), Sheet.blank(TinyPack.pack())))
                .withMessage("two sheets of one pack are needed");
    }

    @Test
    void private_things_print_nothing_of_themselves() {
        var sheet = sheet(yes("music", only("short")), row("filming", "calm"), picked("red"));
        assertThat(sheet).hasToString("[redacted]");
        assertThat(OverlapRule.of(sheet, sheet)).hasToString("[redacted]");
        var side = pack.sides().getFirst();
        assertThat(List.of(
                        new Change.Answered(side, Comfort.NO),
                        new Change.Conditioned(side, pack.conditions().getFirst(), true),
                        new Change.Limited(limit("filming"), 1),
                        new Change.Ticked(pack.choiceSides().getFirst(), new Id<Choice.Item>("towel"), true),
                        new Change.Signalled(pack.signals().getFirst(), true),
                        new Change.Pictured(ROOM, true)))
                .allSatisfy(change -> assertThat(change).hasToString("[redacted]"));
    }

    /** Whatever is told apart here, the first partner could tell apart too. */
    private static void assertSame(Sheet partner, Sheet first, Sheet second) {
        var overlap = OverlapRule.of(partner, first);
        var same = OverlapRule.of(partner, second);
        assertThat(overlap).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(overlap.write()).isEqualTo(same.write());
        assertThat(Seen.of(overlap, ONE)).isEqualTo(Seen.of(same, ONE));
        assertThat(Seen.of(overlap, TWO)).isEqualTo(Seen.of(same, TWO));
    }

    private Sheet sheet(Sheets.Said... said) {
        return Sheets.sheet(pack, said);
    }

    private Shared shared(Overlap overlap, Role reader, String topic, Way way) {
        return overlap.shared(reader, side(topic, way));
    }

    private List<String> conditions(Overlap overlap, Role reader, String topic, Way way) {
        return overlap.conditions(reader, side(topic, way)).stream()
                .map(condition -> condition.id().value())
                .toList();
    }

    private List<String> items(Overlap overlap, Role reader, String choice, Way way) {
        var side = pack.choice(choice).orElseThrow().sides().stream()
                .filter(each -> each.way() == way)
                .findFirst()
                .orElseThrow();
        return overlap.items(reader, side).stream().map(Id::value).toList();
    }

    private String jointRow(Overlap overlap, String limit) {
        return overlap.row(limit(limit)).id().value();
    }

    private Topic topic(String id) {
        return pack.topic(id).orElseThrow();
    }

    private Topic.Side side(String topic, Way way) {
        return topic(topic).sides().stream()
                .filter(side -> side.way() == way)
                .findFirst()
                .orElseThrow();
    }

    private Limit limit(String id) {
        return pack.limit(id).orElseThrow();
    }
}
