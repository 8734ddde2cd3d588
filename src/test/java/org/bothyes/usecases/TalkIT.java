// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.bothyes.usecases.Written.name;
import static org.bothyes.usecases.Written.text;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two talk it through, by one deck on two screens or by one before both. */
class TalkIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    private final Running running = Running.shared();
    private Person ann = browser.person("ann", running);
    private Person bob = browser.person("bob", running);

    @BeforeEach
    void both_have_opened_their_list() {
        var codes = running.couple();
        ann.comesBackWith(codes.one()).opensWhatIsShared();
        bob.comesBackWith(codes.two()).opensWhatIsShared();
    }

    private void bothTakeTheDeck() {
        for (var person : List.of(ann, bob)) {
            person.button("talk.title").click();
            person.arrivesAt("/c/talk").button("talk.each").click();
            reads(person, "soft-light");
        }
    }

    private static void reads(Person person, String topic) {
        assertThat(person.heading()).hasText(name(topic));
    }

    private static void pressed(Person person, String key, boolean is) {
        assertThat(person.button(key)).hasAttribute("aria-pressed", String.valueOf(is));
    }

    @Test
    void either_turns_the_card_on_both_screens() {
        bothTakeTheDeck();
        ann.button("step.next").click();
        reads(ann, "darkness");
        reads(bob, "darkness");
        bob.page.keyboard().press("ArrowRight");
        reads(ann, "no-goal");
        reads(bob, "no-goal");
        bob.page.keyboard().press("ArrowLeft");
        reads(ann, "darkness");
    }

    @Test
    void a_card_that_both_keep_stays_and_one_that_one_lets_go_goes_without_a_name() {
        bothTakeTheDeck();
        bob.button("talk.keep").click();
        pressed(bob, "talk.keep", true);
        assertThat(bob.button("talk.keep")).isFocused();
        pressed(ann, "talk.keep", false);
        ann.button("talk.keep").click();
        for (var person : List.of(ann, bob)) {
            assertThat(person.page.getByText(text("talk.kept"))).isVisible();
        }
        ann.button("step.next").click();
        reads(bob, "darkness");
        bob.button("talk.not-today").click();
        pressed(bob, "talk.not-today", true);
        reads(ann, "darkness");
        ann.button("talk.keep").click();
        reads(ann, "no-goal");
        reads(bob, "no-goal");
        ann.button("step.next").click();
        reads(ann, "side-by-side");
        for (var last : List.of("talk.check-ins.title", "talk.signals.title", "talk.end.title")) {
            ann.button("step.next").click();
            bob.sees(last);
            ann.sees(last);
        }
        for (var person : List.of(ann, bob)) {
            assertThat(listed(person)).containsText(new String[] {name("soft-light")});
            assertThat(person.page.getByText(name("darkness"))).hasCount(0);
        }
    }

    private static Locator listed(Person person) {
        return person.page.locator("main li");
    }

    @Test
    void not_any_more_takes_it_off_the_list_on_both_screens() {
        bothTakeTheDeck();
        bob.button("talk.not-any-more").click();
        reads(bob, "darkness");
        reads(ann, "darkness");
        ann.goesTo("/c/shared").sees("shared.title");
        assertThat(ann.page.getByText(name("soft-light"), new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    @Test
    void a_pause_closes_it_on_both_screens_and_it_can_be_opened_again() {
        bothTakeTheDeck();
        bob.button("talk.pause").click();
        for (var person : List.of(ann, bob)) {
            person.sees("talk.stopped.title");
        }
        ann.button("talk.again").click();
        reads(ann, "soft-light");
        reads(bob, "soft-light");
    }

    @Test
    void two_before_one_screen_are_not_asked_and_turn_no_other_screen() {
        bothTakeTheDeck();
        ann.page.reload();
        ann.button("talk.one-screen").click();
        reads(ann, "soft-light");
        assertThat(ann.button("talk.keep")).hasCount(0);
        swipe(ann);
        reads(ann, "darkness");
        reads(bob, "soft-light");
        ann.button("talk.pause").click();
        ann.sees("talk.stopped.title");
        reads(bob, "soft-light");
    }

    @Test
    void the_card_for_a_call_comes_on_paper_while_the_tab_is_open_and_not_after() throws IOException {
        ann.goesTo("/c/call").sees("call.title");
        var link = ann.link("call.take");
        var taken = ann.page.waitForDownload(link::click);
        Assertions.assertThat(taken.suggestedFilename()).isEqualTo("card.pdf");
        Assertions.assertThat(Files.readString(taken.path(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        var address = (String) link.evaluate("link => link.href");
        Assertions.assertThat(fetched(ann, address)).isEqualTo("200 application/pdf");
        var other = ann.inAnotherTab().unlocks();
        ann.page.evaluate("navigator.sendBeacon('/lock', window.name)");
        ann.page.waitForURL("**/return");
        Assertions.assertThat(fetched(other, address)).doesNotContain("pdf");
    }

    @Test
    void the_card_for_a_call_is_for_paper_and_the_list_is_not() {
        var paper = new Page.EmulateMediaOptions().setMedia(Media.PRINT);
        var all = ann.page.locator("main");
        ann.page.emulateMedia(paper);
        assertThat(all).isHidden();
        ann.goesTo("/c/talk").page.locator("h1").waitFor(ATTACHED);
        assertThat(all).isHidden();
        ann.goesTo("/c/call").page.locator("h1").waitFor(ATTACHED);
        assertThat(ann.page.locator(".call")).isVisible();
        assertThat(ann.link("leave")).isHidden();
    }

    private static String fetched(Person person, String address) {
        return (String) person.page.evaluate(
                "address => fetch(address).then(answer => answer.status + ' ' + answer.headers.get('Content-Type'))",
                address);
    }

    private static void swipe(Person person) {
        person.page.evaluate("""
                () => {
                  const touch = x => new Touch({identifier: 1, target: document.body, clientX: x, clientY: 400});
                  dispatchEvent(new TouchEvent('touchstart', {touches: [touch(300)], changedTouches: [touch(300)]}));
                  dispatchEvent(new TouchEvent('touchend', {touches: [], changedTouches: [touch(120)]}));
                }""");
    }
}
