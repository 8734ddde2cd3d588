// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bothyes.conversation.Draft;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.Setting;
import org.junit.jupiter.api.Test;

/** The way through: what comes next, before, and how much is left. */
class WalkTest {

    private static final Pack PACK = PackLibrary.load(null).packs().getFirst();
    private static final Sheet BLANK = Sheet.blank(PACK);

    @Test
    void the_short_round_comes_first_and_then_the_choice_to_go_on() {
        var walk = walk(BLANK, false);
        var core = PACK.topics().stream().filter(t -> t.core()).toList();
        assertThat(walk.steps().subList(2, 2 + core.size()))
                .isEqualTo(core.stream().map(Step.Question::new).toList());
        assertThat(walk.steps().get(2 + core.size())).isEqualTo(new Step.More());
        assertThat(walk.next(new Step.More())).isEqualTo(rule("filming"));
    }

    @Test
    void who_goes_on_is_asked_everything_exactly_once() {
        var asked = walk(BLANK, true).steps().stream()
                .filter(Step.Question.class::isInstance)
                .map(step -> ((Step.Question) step).topic())
                .toList();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(PACK.topics());
        assertThat(walk(BLANK, true).steps())
                .containsAll(PACK.choices().stream().map(Step.Ask::new).toList());
    }

    @Test
    void a_setting_left_out_leaves_out_its_questions_and_no_others() {
        var voice = walk(BLANK.with(new Change.Pictured(Setting.VOICE, true)), true);
        assertThat(voice.steps()).contains(question("voice-call")).doesNotContain(question("side-by-side"));
        assertThat(voice.parts()).hasSameSizeAs(walk(BLANK, true).parts());
    }

    @Test
    void back_undoes_next_all_along_the_way() {
        var walk = walk(BLANK, true);
        for (var step : walk.steps().subList(0, walk.steps().size() - 1)) {
            assertThat(walk.previous(walk.next(step))).contains(step);
        }
        assertThat(walk.previous(new Step.Ready())).isEmpty();
        assertThat(walk.next(new Step.Check())).isEqualTo(new Step.Check());
    }

    @Test
    void from_a_question_beside_the_way_one_goes_on_where_the_way_goes_on() {
        var voice = walk(BLANK.with(new Change.Pictured(Setting.VOICE, true)), true);
        var next = voice.next(question("sway"));
        assertThat(voice.steps()).contains(next);
        assertThat(next).isNotEqualTo(new Step.Ready());
        assertThat(voice.previous(question("sway"))).isPresent();
    }

    @Test
    void a_dependent_limit_is_asked_only_where_it_can_matter() {
        assertThat(walk(BLANK, false).steps()).doesNotContain(rule("keeping"));
        var loosened = BLANK.with(new Change.Limited(PACK.limit("filming").orElseThrow(), 1));
        assertThat(walk(loosened, false).steps()).contains(rule("keeping"));
    }

    @Test
    void every_answer_makes_what_is_left_shorter_and_never_longer() {
        var sheet = BLANK;
        var before = walk(sheet, true).minutesLeft(new Step.Ready());
        for (var side : PACK.sides()) {
            sheet = sheet.with(new Change.Answered(side, Comfort.NO));
            var after = walk(sheet, true).minutesLeft(new Step.Ready());
            assertThat(after).isLessThanOrEqualTo(before);
            before = after;
        }
        assertThat(before).isLessThan(walk(BLANK, true).minutesLeft(new Step.Ready()));
    }

    @Test
    void a_topic_with_two_ways_is_answered_when_both_are() {
        var show = PACK.topic("show").orElseThrow();
        var half = BLANK.with(new Change.Answered(show.sides().getFirst(), Comfort.YES));
        assertThat(Walk.isAnswered(show, half)).isFalse();
        assertThat(Walk.isAnswered(
                        show, half.with(new Change.Answered(show.sides().getLast(), Comfort.NO))))
                .isTrue();
    }

    @Test
    void the_short_round_is_counted_as_one_and_limits_as_one() {
        var walk = walk(BLANK, true);
        var core = PACK.topics().stream().filter(t -> t.core()).toList();
        assertThat(walk.position(new Step.Question(core.getLast())))
                .contains(new Walk.Position(core.size(), core.size()));
        assertThat(walk.position(rule("filming")).orElseThrow().number()).isEqualTo(1);
        assertThat(walk.position(new Step.Ready())).isEmpty();
    }

    private static Step question(String id) {
        return new Step.Question(PACK.topic(id).orElseThrow());
    }

    private static Step rule(String id) {
        return new Step.Rule(PACK.limit(id).orElseThrow());
    }

    private static Walk walk(Sheet sheet, boolean whole) {
        return new Walk(new Draft(sheet, "", whole, Optional.empty()));
    }
}
