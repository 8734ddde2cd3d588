// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.GIVE;
import static org.bothyes.pack.Way.RECEIVE;
import static org.bothyes.pack.Way.TOGETHER;
import static org.bothyes.usecases.Written.name;
import static org.bothyes.usecases.Written.text;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server is killed in the middle: what was saved is there again, and nothing else claims to be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private Running running = Running.shared();

    @BeforeAll
    void start() {
        running = Running.withSealsCountingAfter("0s");
    }

    @BeforeEach
    void isThere() {
        running.comesBack();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void when_the_server_dies_nothing_pretends_to_be_saved_and_the_code_brings_everything_back() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES).onlyWith("soft-light", TOGETHER, "slowly");
        ann.answers("watch-first", GIVE, YES);
        running.crashes();
        ann.touches(ann.answer("watch-first", RECEIVE, YES));
        ann.page.waitForCondition(
                () -> ann.page.evaluate("Vaadin.connectionState.state").equals("reconnecting"));
        var saved = ann.page.getByText(text("step.saved"), new Page.GetByTextOptions().setExact(true));
        assertThat(saved).isHidden();
        itIsSaidWhole(ann, text("connection.lost"));
        running.comesBack();

        var again = browser.person("ann", running).comesBackWith(ann.code());
        assertThat(again.heading()).hasText(name("watch-first"));
        assertThat(again.answer("watch-first", GIVE, YES)).isChecked();
        assertThat(again.answer("watch-first", RECEIVE, YES)).not().isChecked();
        again.goesTo("/c/questions/atmosphere/soft-light");
        assertThat(again.answer("soft-light", TOGETHER, YES)).isChecked();
        again.form("soft-light", TOGETHER).locator("summary").click();
        assertThat(again.condition("soft-light", TOGETHER, "slowly")).isChecked();
    }

    /** Not only at first, and not over the way out. */
    private static void itIsSaidWhole(Person person, String text) {
        assertThat(person.page.locator("vaadin-connection-indicator[expanded]")).hasCount(0);
        var said = person.page.locator("vaadin-connection-indicator .v-status-message");
        assertThat(said).hasText(text);
        assertThat(said).isVisible();
        assertThat((Boolean) said.evaluate("box => box.scrollHeight <= box.clientHeight"))
                .isTrue();
        var wayOut = person.link("leave").boundingBox();
        assertThat(said.boundingBox().y).isGreaterThanOrEqualTo(wayOut.y + wayOut.height);
    }

    @Test
    void the_open_page_of_a_server_that_was_away_asks_for_the_pin() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES);
        running.crashes();
        running.comesBack();
        ann.nextButton().click();
        ann.page.waitForURL("**/return");
        ann.page.waitForLoadState(LoadState.LOAD);
        ann.sees("unlock.title");
    }
}
