// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.TOGETHER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** "Leave now" leaves at once, leaves nothing behind, and loses nothing. */
class LeavingIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private final Running running = Running.shared();

    @Test
    void leaving_goes_away_and_back_does_not_show_the_page_again() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES).answers("darkness", YES);
        leaves(ann);
        ann.waitsUntilTheCodeIsGone();
        assertThat(ann.page.evaluate("window.name")).isEqualTo("");
        ann.page.goBack();
        ann.sees("return.title");
        assertThat(ann.page.content()).doesNotContain(Written.name("darkness"), Written.name("soft-light"));
    }

    @Test
    void leaving_ends_the_session_and_the_code_brings_back() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES);
        leaves(ann);
        ann.waitsUntilTheCodeIsGone().goesTo("/c/ready").sees("return.title");
        ann.comesBackWith(ann.code());
        assertThat(ann.heading()).hasText(Written.name("soft-light"));
        assertThat(ann.answer("soft-light", TOGETHER, YES)).isChecked();
    }

    @Test
    void leaving_blanks_the_page_before_anything_else_answers() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.walksTo("/c/settings");
        // In one breath: what stands there before the server or the network had a chance to answer.
        var seen = ann.link("leave")
                .evaluate(
                        "link => { link.click(); return getComputedStyle(document.body).visibility + document.title.trim(); }");
        assertThat(seen).isEqualTo("hidden");
    }

    @Test
    void leaving_works_at_the_doors_too() {
        var ann = browser.person("ann", running);
        for (var door : new String[] {"/", "/start", "/join", "/return"}) {
            ann.goesTo(door);
            leaves(ann);
        }
    }

    private static void leaves(Person person) {
        person.link("leave").click();
        person.page.waitForURL("**/away");
        assertThat(person.page).hasTitle(Written.text("away.title"));
    }
}
