// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.bothyes.usecases.Written.text;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lesson before a room: with a clicker, with keys, and when the server is gone for a moment. */
class StageIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private final Running running = Running.shared();
    private final Person ruth = browser.person("ruth", running);

    @BeforeEach
    void onAProjector() {
        ruth.page.setViewportSize(1280, 800);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body-that-hurts",
                "changed-mind",
                "far-apart",
                "photo-online",
                "pressure",
                "read-between",
                "recording",
                "shy",
                "twenty-years",
                "where-are-you"
            })
    void each_lesson_plays_through_with_a_clicker(String lesson) {
        ruth.goesTo("/classroom/" + lesson).link("lesson.stage").click();
        ruth.page.waitForURL("**/stage");
        ruth.page.evaluate("window.same = true");
        var covered = ruth.page.getByText(text("stage.covered"));
        var lines = covered.count();
        Assertions.assertThat(lines).isGreaterThan(8);
        for (var left = lines - 1; left >= 0; left--) {
            ruth.page.keyboard().press("PageDown");
            assertThat(covered).hasCount(left);
        }
        assertThat(ruth.page.locator("tbody tr").last()).isInViewport();
        ruth.page.keyboard().press("n");
        assertThat(ruth.page.locator(".counts")).isVisible();
        ruth.page.keyboard().press("f");
        assertThat(ruth.page.locator("#fishing")).hasAttribute("aria-pressed", "true");
        ruth.page.keyboard().press("r");
        assertThat(covered).hasCount(lines);
        Assertions.assertThat(ruth.page.evaluate("window.same")).isEqualTo(true);
    }

    @Test
    void an_answer_changes_where_it_stands_and_keeps_the_focus() {
        ruth.goesTo("/classroom/shy/stage");
        ruth.page.keyboard().press("a");
        assertThat(ruth.page.getByText(text("stage.covered"))).hasCount(0);
        var first = ruth.page.locator("td.a button").first();
        var before = first.textContent();
        first.click();
        assertThat(first).not().hasText(before);
        assertThat(first).isFocused();
    }

    @Test
    void on_a_small_screen_each_answer_says_whose_it_is() {
        ruth.goesTo("/classroom/shy/stage").page.setViewportSize(390, 844);
        for (var one : List.of("a", "b")) {
            var name = ruth.page.locator("thead ." + one).textContent();
            Assertions.assertThat(ruth.page
                            .locator("td." + one)
                            .first()
                            .evaluate("answer => getComputedStyle(answer, '::before').content"))
                    .isEqualTo('"' + name + '"');
        }
    }

    /** Shows the code on the wall, which is handed back. */
    private String opensAVote() {
        ruth.goesTo("/classroom/shy/stage");
        ruth.page.keyboard().press("v");
        return ruth.page.locator(".code").textContent();
    }

    @Test
    void a_phone_joins_by_the_code_on_the_wall_and_its_vote_is_counted_there_at_once() {
        var code = opensAVote();
        var sam = browser.person("sam", running).goesTo("/vote#" + code).sees("vote.in");
        assertThat(ruth.page.locator("#phones")).hasText("1");
        Assertions.assertThat(sam.page.url()).doesNotContain(code);
        ruth.page.keyboard().press("PageDown");
        sam.page.locator("#answer1").click();
        assertThat(ruth.page.locator("#votes")).hasText("1");
        assertThat(sam.page.locator("#answer1")).hasAttribute("aria-pressed", "true");
        ruth.page.keyboard().press("PageDown");
        assertThat(sam.page.getByText(text("vote.shown"))).isVisible();
        assertThat(ruth.page.getByText(text("stage.vote.few"))).isVisible();
        ruth.page.keyboard().press("r");
        sam.sees("vote.over.title");
    }

    @Test
    void what_a_phone_asked_for_before_its_vote_and_hears_after_it_takes_nothing_away() {
        var sam = browser.person("sam", running).goesTo("/vote#" + opensAVote()).sees("vote.in");
        ruth.page.keyboard().press("PageDown");
        var answer = sam.page.locator("#answer1");
        assertThat(answer).hasAttribute("aria-pressed", "false");
        var late = new LinkedBlockingQueue<Runnable>();
        sam.page.route("**/vote", asked -> {
            if (asked.request().method().equals("GET") && late.isEmpty()) {
                var before = asked.fetch();
                late.add(() -> asked.fulfill(new Route.FulfillOptions().setResponse(before)));
            } else {
                asked.resume();
            }
        });
        ruth.page.keyboard().press("g");
        sam.page.waitForCondition(() -> !late.isEmpty());
        answer.click();
        assertThat(answer).hasAttribute("aria-pressed", "true");
        sam.page.waitForRequestFinished(() -> late.element().run());
        sam.page.evaluate("fetch('/mark.svg').then(behind => behind.text())");
        Assertions.assertThat(answer.getAttribute("aria-pressed")).isEqualTo("true");
    }

    @Test
    void a_phone_votes_without_scripts_too() {
        var code = opensAVote();
        var plain =
                browser.personWithoutScripts("plain", running).goesTo("/vote").fills("code", code);
        plain.button("vote.join").click();
        plain.sees("vote.in");
        ruth.page.keyboard().press("PageDown");
        assertThat(ruth.page.locator("#votes")).hasText("0");
        plain.link("vote.look").click();
        plain.page.locator("#answer0").click();
        assertThat(ruth.page.locator("#votes")).hasText("1");
    }

    @Test
    void the_presenters_window_moves_the_stage_which_is_clean_meanwhile() {
        ruth.goesTo("/classroom/shy/stage");
        var buttons = ruth.page.locator("nav");
        assertThat(buttons).isVisible();
        var desk = ruth.inAnotherTab().goesTo("/classroom/shy/presenter");
        assertThat(desk.page.getByText(text("presenter.there"))).isVisible();
        assertThat(buttons).isHidden();
        desk.button("presenter.on").click();
        assertThat(ruth.page.locator(".beside h2")).hasCount(2);
        assertThat(desk.page.locator("[aria-current=step]")).hasCount(1);
        desk.page.keyboard().press("n");
        assertThat(ruth.page.locator(".counts")).isVisible();
        desk.page.keyboard().press("f");
        desk.page.keyboard().press("f");
        assertThat(ruth.page.locator("[name=view]")).hasValue("after");
        desk.page.keyboard().press("r");
        desk.page.keyboard().press("f");
        assertThat(ruth.page.locator("[name=view]")).hasValue("blind");
        assertThat(ruth.page.getByText(text("stage.covered"))).hasCount(0); // nothing was taken away
        desk.page.close();
        assertThat(buttons).isVisible();
    }

    @Test
    void keys_that_come_fast_are_all_heard_and_in_their_order() {
        ruth.goesTo("/classroom/shy/stage");
        ruth.page.evaluate(
                "'anr'.split('').concat('a').forEach(key => dispatchEvent(new KeyboardEvent('keydown', {key})))");
        assertThat(ruth.page.getByText(text("stage.covered"))).hasCount(0);
        assertThat(ruth.page.locator("[name=view]")).hasValue("blind");
        assertThat(ruth.page.locator("[name=uncovered]")).not().hasValue("0");
    }

    @Test
    void what_stands_there_stays_when_the_server_does_not_answer() {
        ruth.goesTo("/classroom/shy/stage");
        ruth.page.keyboard().press("a");
        assertThat(ruth.page.getByText(text("stage.covered"))).hasCount(0);
        ruth.page.context().setOffline(true);
        ruth.page.keyboard().press("c");
        assertThat(ruth.page.locator("#says")).hasText(text("stage.failed"));
        assertThat(ruth.page.getByText(text("stage.covered"))).hasCount(0);
        ruth.page.context().setOffline(false);
        ruth.page.keyboard().press("c");
        assertThat(ruth.page.getByText(text("stage.covered")).first()).isVisible();
    }
}
