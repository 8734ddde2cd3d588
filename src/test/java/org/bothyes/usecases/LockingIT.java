// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Comfort.NO;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.TOGETHER;
import static org.bothyes.usecases.Written.text;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who gets up, gives the device away or has to go leaves nothing open behind. */
class LockingIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private final Running running = Running.shared();

    @Test
    void shift_three_times_leaves_and_shift_used_to_type_does_not() {
        var ann = browser.person("ann", running);
        ann.starts();
        for (var key : new String[] {"Shift", "A", "Shift", "B", "Shift"}) {
            ann.page.keyboard().press(key);
        }
        assertThat(ann.page).hasURL(running.url("/c/ready"));
        for (var i = 0; i < 3; i++) {
            ann.page.keyboard().press("Shift");
        }
        ann.page.waitForURL("**/away");
        ann.waitsUntilTheCodeIsGone().goesTo("/c/ready").sees("return.title");
    }

    @Test
    void leaving_leads_to_the_neutral_page_when_the_server_is_gone() {
        try (var own = Running.withSealsCountingAfter("0s")) {
            var ann = browser.person("ann", own);
            ann.starts();
            own.crashes();
            ann.link("leave").click();
            ann.page.waitForURL("**/away");
            assertThat(ann.heading()).hasText(text("away.heading"));
        }
    }

    @Test
    void who_leaves_leaves_with_every_tab_of_the_browser() {
        var ann = browser.person("ann", running);
        var bob = ann.inAnotherTab();
        var invitation = ann.looks().starts();
        bob.looks().joins(invitation);
        ann.looks().link("leave").click();
        ann.page.waitForURL("**/away");
        // The browser's word and the server's race each other; both lead to a page that says nothing.
        bob.page.waitForURL(url -> url.endsWith("/away") || url.endsWith("/return"));
    }

    @Test
    void a_page_that_nobody_uses_warns_and_locks_and_the_pin_brings_back_to_the_same_step() {
        var ann = browser.person("ann", running);
        ann.page.clock().install();
        ann.starts();
        ann.answers("soft-light", YES);
        ann.page.clock().fastForward("04:10");
        var warning = ann.page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(warning).containsText(text("lock.title"));
        ann.button("lock.stay").click();
        assertThat(warning).hasCount(0);
        assertThat(ann.answer("soft-light", TOGETHER, YES)).isChecked();

        ann.page.clock().fastForward("05:01");
        ann.page.waitForURL("**/return");
        ann.sees("unlock.title");
        assertThat(ann.page.content()).doesNotContain(Written.name("soft-light"));
        ann.unlocks();
        assertThat(ann.heading()).hasText(Written.name("soft-light"));
        assertThat(ann.answer("soft-light", TOGETHER, YES)).isChecked();
    }

    @Test
    void a_card_for_a_call_stays_while_nobody_touches_it_and_is_gone_by_itself() {
        var ann = browser.person("ann", running);
        ann.page.clock().install();
        browser.person("bob", running).joins(ann.starts()).finishesWithoutSharing();
        ann.finishesWithoutSharing().opensWhatIsShared().follows(text("call.way"));
        ann.sees("call.title");
        ann.page.clock().fastForward("20:00");
        assertThat(ann.page.getByRole(AriaRole.ALERTDIALOG)).hasCount(0);
        ann.sees("call.title");

        ann.page.clock().fastForward("12:00:00");
        ann.page.waitForURL("**/return");
        ann.sees("unlock.title");
        assertThat(ann.page.content()).doesNotContain(text("call.title"));
    }

    @Test
    void one_device_goes_from_hand_to_hand_and_the_way_back_shows_nothing() {
        var ann = browser.person("ann", running);
        var invitation = ann.starts();
        ann.answers("soft-light", YES);
        ann.opensTheMenu("menu.handover").sees("handover.title");
        ann.button("handover.go").click();
        ann.sees("cover.title");
        for (var i = 0; i < 20; i++) {
            ann.page.goBack();
            assertThat(ann.page.content()).doesNotContain(Written.name("soft-light"));
        }
        ann.page.reload();
        assertThat(ann.page.content()).doesNotContain(Written.name("soft-light"));

        var bob = ann.inAnotherTab();
        bob.joins(invitation).answers("soft-light", NO);
        bob.opensTheMenu("menu.handover").sees("handover.title");
        bob.button("handover.go").click();
        bob.sees("cover.title");
        bob.goesTo("/return");
        bob.page.getByLabel(text("unlock.who.one")).check();
        bob.fills("pin", Person.PIN).button("unlock.go").click();
        assertThat(bob.heading()).hasText(Written.name("soft-light"));
        assertThat(bob.answer("soft-light", TOGETHER, YES)).isChecked();
    }

    @Test
    void what_one_erases_ends_on_both_screens() {
        var ann = browser.person("ann", running);
        var bob = browser.person("bob", running).joins(ann.starts());
        bob.answers("soft-light", YES);
        ann.opensTheMenu("menu.end").sees("erase.title");
        ann.button("erase.now").click();
        ann.page.waitForURL("**/ended");
        bob.page.waitForURL("**/ended");
        bob.sees("ended.title");
        assertThat(bob.page.content()).doesNotContain(Written.name("soft-light"));
        bob.waitsUntilTheCodeIsGone().goesTo("/c/ready").sees("return.title");
    }

    @Test
    void a_list_opened_together_opens_when_both_have_tapped() {
        var ann = browser.person("ann", running);
        var bob = browser.person("bob", running).joins(ann.startsTogether());
        ann.finishesWithoutSharing();
        bob.finishesWithoutSharing();
        ann.sees("finished.title").button("together.open").click();
        assertThat(ann.page.getByText(text("together.ready"))).isVisible();
        assertThat(bob.page.getByText(text("together.partner"))).isVisible();
        ann.follows(text("menu.support"));
        assertThat(bob.page.getByText(text("together.both"))).isVisible();
        ann.goesTo("/c/waiting").sees("finished.title").button("together.open").click();
        assertThat(bob.page.getByText(text("together.partner"))).isVisible();
        ann.link("leave").click();
        assertThat(bob.page.getByText(text("together.both"))).isVisible();
        ann.comesBackWith(ann.code())
                .sees("finished.title")
                .button("together.open")
                .click();
        assertThat(bob.page.getByText(text("together.partner"))).isVisible();
        ann.page.reload(); // whoever comes back is asked again: a page that opens by itself was tapped before
        assertThat(bob.page.getByText(text("together.both"))).isVisible();
        ann.sees("finished.title").button("together.open").click();
        bob.button("together.open").click();
        ann.arrivesAt("/c/shared");
        bob.arrivesAt("/c/shared");
    }
}
