package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.bothyes.usecases.Written.text;

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
                "pressure",
                "read-between",
                "recording",
                "shy",
                "twenty-years"
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
