// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.usecases.Written.text;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list becomes safer on both screens, in place and for good; anything looser waits for both. */
class SaferIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private final Running running = Running.shared();
    private Person ann = browser.person("ann", running);
    private Person bob = browser.person("bob", running);

    @BeforeEach
    void both_have_opened_their_list() {
        var codes = running.couple();
        ann.comesBackWith(codes.one()).opensWhatIsShared();
        bob.comesBackWith(codes.two()).opensWhatIsShared();
    }

    @Test
    void what_one_takes_off_goes_from_both_screens_and_never_comes_back() {
        unfold(ann, "darkness");
        way(ann, "darkness", "safer.off").click();
        for (var person : new Person[] {ann, bob}) {
            assertThat(line(person, "darkness")).hasCount(0);
            assertThat(line(person, "soft-light")).hasCount(1);
        }
        bob.page.reload();
        bob.sees("shared.title");
        assertThat(line(bob, "darkness")).hasCount(0);
        bob.goesTo("/c/new-round");
        bob.page.goBack();
        bob.sees("shared.title");
        assertThat(line(bob, "darkness")).hasCount(0);
        var second = bob.inAnotherTab().unlocks();
        second.goesTo("/c/waiting").opensWhatIsShared();
        assertThat(line(second, "darkness")).hasCount(0);
        assertThat(line(second, "soft-light")).hasCount(1);
    }

    @Test
    void who_reads_keeps_the_place_the_focus_and_what_is_open() {
        unfold(bob, "darkness");
        var chip = way(bob, "darkness", "safer.talk");
        chip.focus();
        var before = (int) bob.page.evaluate("() => Math.round(document.activeElement.getBoundingClientRect().top)");

        unfold(ann, "side-by-side");
        way(ann, "side-by-side", "safer.off").click();
        assertThat(line(bob, "side-by-side")).hasCount(0);

        assertThat(chip).isFocused();
        assertThat(line(bob, "darkness")).hasAttribute("open", "");
        assertThat((int) bob.page.evaluate("() => Math.round(document.activeElement.getBoundingClientRect().top)"))
                .isEqualTo(before);
    }

    @Test
    void a_like_becomes_a_talk_a_rule_stricter_and_a_condition_comes_on_for_both() {
        unfold(ann, "soft-light");
        way(ann, "soft-light", "safer.talk").click();
        assertThat(bob.page.locator(".things.talk details").filter(named("soft-light")))
                .hasCount(1);
        assertThat(summary(ann, "soft-light")).isFocused();

        unfold(bob, "no-goal");
        var slowly = Written.condition("slowly");
        line(bob, "no-goal").getByText(slowly).click();
        assertThat(summary(ann, "no-goal")).containsText(slowly);
        assertThat(line(bob, "no-goal").locator("button").filter(new Locator.FilterOptions().setHasText(slowly)))
                .hasCount(0);

        var filming = Written.PACK.limit("filming").orElseThrow();
        var rule = ann.page.locator("details.rule-line").first();
        rule.locator("summary").click();
        rule.locator("button").first().click();
        var strictest = Written.PACK.words().rule(filming, filming.rows().getFirst());
        assertThat(bob.page.locator("details.rule-line").first()).containsText(strictest);
    }

    @Test
    void everything_off_is_the_page_of_no_topic_shared_for_both() {
        ann.follows(text("shared.less")).sees("less.title").button("less.go").click();
        ann.sees("nothing.title");
        bob.sees("nothing.title");
        assertThat(withoutNumbers(ann)).isEqualTo(withoutNumbers(bob));
    }

    @Test
    void a_new_round_begins_when_both_have_asked_and_the_list_stays_beside_it() {
        ann.follows(text("shared.round")).button("round.ask").click();
        ann.sees("round.asked.title");
        bob.follows(text("shared.round"))
                .sees("round.title")
                .button("round.ask")
                .click();
        bob.sees("round.begun.title");
        ann.sees("round.begun.title").button("round.begun.go").click();
        ann.arrivesAt("/c/ready").opensTheMenu("menu.shared").arrivesAt("/c/shared");
        assertThat(line(ann, "darkness")).hasCount(1);
        bob.goesTo("/c/shared");
        unfold(bob, "darkness");
        way(bob, "darkness", "safer.off").click();
        assertThat(line(ann, "darkness")).hasCount(0);

        ann.goesTo("/c/check").seals().isWaiting();
        bob.goesTo("/c/check").seals();
        ann.sees("finished.title").opensWhatIsShared();
        assertThat(line(ann, "darkness")).hasCount(0);
        assertThat(line(ann, "soft-light")).hasCount(1);
    }

    @Test
    void opened_together_it_opens_on_both_screens_when_both_have_tapped() {
        var cem = browser.person("cem", running);
        var dia = browser.person("dia", running).joins(cem.startsTogether());
        cem.finishesWithoutSharing();
        dia.finishesWithoutSharing();
        cem.sees("finished.title").button("together.open").click();
        cem.button("together.not-yet").click();
        cem.button("together.open").click();
        dia.sees("finished.title").button("together.open").click();
        cem.sees("nothing.title");
        dia.sees("nothing.title");
    }

    private static Locator.FilterOptions named(String topic) {
        return new Locator.FilterOptions().setHasText(Written.name(topic));
    }

    private static Locator line(Person person, String topic) {
        return person.page.locator("details.topic-line").filter(named(topic));
    }

    private static Locator summary(Person person, String topic) {
        return line(person, topic).locator("summary");
    }

    private static void unfold(Person person, String topic) {
        summary(person, topic).click();
    }

    private static Locator way(Person person, String topic, String key) {
        return line(person, topic).locator("button").filter(new Locator.FilterOptions().setHasText(text(key)));
    }

    private static String withoutNumbers(Person person) {
        return person.page.locator("main").innerHTML().replaceAll("(id|for|aria-[a-z]*by)=\"[^\"]*\"", "$1");
    }
}
