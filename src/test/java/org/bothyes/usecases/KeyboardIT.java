// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Comfort.OPEN;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.GIVE;
import static org.bothyes.pack.Way.RECEIVE;
import static org.bothyes.pack.Way.TOGETHER;
import static org.bothyes.usecases.Written.text;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bothyes.pack.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything works without a mouse: numbers answer, Enter goes on, Tab reaches the rest and shows where it is. */
class KeyboardIT {

    private static final int MOST_TABS = 120;

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private final Running running = Running.shared();

    @Test
    void the_short_round_takes_numbers_and_enter_alone() {
        var ann = browser.person("ann", running);
        ann.starts();
        enter(ann);
        ann.arrivesAt("/c/settings");
        enter(ann);
        for (var topic : Written.PACK.topics().stream().filter(Topic::core).toList()) {
            startsAtTheHeading(ann);
            assertThat(ann.heading()).hasText(Written.PACK.words().name(topic));
            if (topic.directional()) {
                answersBothWays(ann, topic);
            } else {
                ann.saves(() -> ann.page.keyboard().press("2"));
                assertThat(ann.answer(topic.id().value(), TOGETHER, OPEN)).isChecked();
            }
            enter(ann);
        }
        ann.sees("more.title");
        tabTo(ann, text("more.finish"));
        ann.page.keyboard().press("Enter");
        ann.page.waitForURL("**/c/limits/filming");
        startsAtTheHeading(ann);
        ann.saves(() -> ann.page.keyboard().press("1"));
        assertThat(ann.row("filming", "never")).isChecked();
        assertThat(ann.row("filming", "calm")).not().isChecked();
    }

    /** The first number goes to the first way; the next one to the group that has the focus, so Tab leads over. */
    private static void answersBothWays(Person person, Topic topic) {
        var id = topic.id().value();
        person.saves(() -> person.page.keyboard().press("1"));
        assertThat(person.answer(id, GIVE, YES)).isChecked();
        for (var i = 0; !isInside(person, id); i++) {
            assertThat(i).as("Tab leads to the other way round of " + id).isLessThan(MOST_TABS);
            person.page.keyboard().press("Tab");
        }
        person.saves(() -> person.page.keyboard().press("2"));
        assertThat(person.answer(id, RECEIVE, OPEN)).isChecked();
    }

    private static boolean isInside(Person person, String topic) {
        return (boolean) person.question(topic, RECEIVE).evaluate("group => group.contains(document.activeElement)");
    }

    @Test
    void an_answer_can_be_changed_by_another_number() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.walksToTopic("soft-light");
        ann.saves(() -> ann.page.keyboard().press("1"));
        ann.saves(() -> ann.page.keyboard().press("4"));
        assertThat(ann.page.getByRole(AriaRole.RADIO).nth(3)).isChecked();
        ann.page.keyboard().press("9");
        ann.page.reload();
        assertThat(ann.page.getByRole(AriaRole.RADIO).nth(3)).isChecked();
    }

    @Test
    void tab_reaches_every_control_of_every_kind_of_page_and_shows_where_it_is() {
        var ann = browser.person("ann", running);
        for (var door : List.of("/", "/start", "/join", "/return", "/vote", "/classroom/shy/presenter")) {
            everyControlIsReached(ann.goesTo(door));
        }
        ann.goesTo("/classroom/shy/stage").page.keyboard().press("v");
        ann.page.locator(".code").waitFor();
        everyControlIsReached(ann);
        var invitation = ann.starts();
        everyControlIsReached(ann);
        everyControlIsReached(ann.walksTo("/c/settings"));
        everyControlIsReached(ann.answers("soft-light", YES));
        ann.form("soft-light", TOGETHER).locator("summary").click();
        everyControlIsReached(ann);
        everyControlIsReached(ann.answers("show", GIVE, YES));
        everyControlIsReached(ann.walksTo("/c/more"));
        everyControlIsReached(ann.goesToTheRules());
        everyControlIsReached(ann.walksTo("/c/signals"));
        everyControlIsReached(ann.walksTo("/c/check"));
        everyControlIsReached(ann.goesTo("/c/sections"));
        everyControlIsReached(ann.goesTo("/c/finish"));
        everyControlIsReached(ann.goesTo("/c/check"));
        everyControlIsReached(ann.seals());
        browser.person("bob", running)
                .joins(invitation)
                .answers("soft-light", YES)
                .jumpsToTheEnd()
                .seals();
        ann.sees("finished.title");
        everyControlIsReached(ann);
        everyControlIsReached(ann.opensWhatIsShared());
    }

    @Test
    void what_is_wrong_with_a_form_is_in_sight_and_where_one_is() {
        var ann = browser.person("ann", running).goesTo("/start");
        ann.button("start.go").click();
        assertThat(ann.page.locator("#fault")).isFocused();
        assertThat(ann.page.locator("#fault")).isInViewport();
    }

    @Test
    void two_pins_that_differ_are_told_at_once_and_stay() {
        var ann = browser.person("ann", running).goesTo("/start");
        var again = ann.page.locator("[name=again]");
        ann.page.locator("[name=pin]").fill("271828");
        again.fill("271829");
        ann.button("start.go").click();
        assertThat(ann.page.getByText(text("pin.differs"))).isInViewport();
        assertThat(again).isFocused();
        assertThat(again).hasValue("271829");
    }

    @Test
    void whoever_clears_an_answer_stays_at_its_question() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES).button("topic.clear").click();
        assertThat(ann.answer("soft-light", TOGETHER, YES)).not().isChecked();
        ann.page.waitForFunction("document.activeElement.closest('vaadin-radio-group')");
    }

    @Test
    void the_menu_stands_inside_a_small_screen_and_goes_by_escape_or_by_a_tap_beside_it() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.walksTo("/c/settings").page.setViewportSize(320, 568);
        var menu = ann.summary(text("menu.title"));
        var ways = ann.page.locator(".menu nav");
        for (var size : List.of("106.25%", "212.5%")) {
            ann.page.evaluate("size => document.documentElement.style.fontSize = size", size);
            menu.click();
            var box = ways.boundingBox();
            assertThat(box.x).as("left edge, text at " + size).isGreaterThanOrEqualTo(8);
            assertThat(box.x + box.width).as("right edge, text at " + size).isLessThanOrEqualTo(312);
            ann.page.keyboard().press("Escape");
            assertThat(ways).isHidden();
            assertThat(menu).isFocused();
        }
        menu.click();
        assertThat(ways).isVisible();
        ann.page.mouse().click(4, 300);
        assertThat(ways).isHidden();
    }

    @Test
    void an_arrow_picks_the_other_questions() {
        var ann = browser.person("ann", running).goesTo("/start");
        ann.page.locator("[name=pack]:checked").focus();
        ann.page.keyboard().press("ArrowDown");
        assertThat(ann.page.locator("[name=pack]").nth(1)).isChecked();
    }

    private static void startsAtTheHeading(Person person) {
        person.page.waitForFunction("document.activeElement.tagName === 'H1'");
    }

    private static void enter(Person person) {
        var here = person.page.url();
        person.page.keyboard().press("Enter");
        person.page.waitForURL(url -> !url.equals(here));
        person.heading().waitFor();
    }

    private static void tabTo(Person person, String label) {
        var button = person.page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
        for (var i = 0; !(boolean) button.evaluate("it => it.contains(document.activeElement)"); i++) {
            assertThat(i).as("Tab leads to " + label).isLessThan(MOST_TABS);
            person.page.keyboard().press("Tab");
        }
    }

    @Test
    void what_tab_leads_to_does_not_lie_below_the_bar() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.page.setViewportSize(390, 500);
        for (var room : List.of("/c/check", "/c/signals")) {
            ann.goesTo(room).heading().waitFor();
            for (var i = 0; !(boolean) ann.page.evaluate(IN_THE_BAR); i++) {
                assertThat(i).as("Tab leads to the bar of " + room).isLessThan(MOST_TABS);
                ann.page.keyboard().press("Tab");
                assertThat((int) ann.page.evaluate(PIXELS_BELOW_THE_BAR))
                        .as("pixels below the bar of " + room + " at stop " + i)
                        .isNotPositive();
            }
        }
    }

    private static final String IN_THE_BAR = "() => !!document.activeElement?.closest('.foot')";
    private static final String PIXELS_BELOW_THE_BAR = """
            () => {
              const at = document.activeElement;
              if (at === document.body || at.closest('.foot')) return 0;
              const control = at.closest('vaadin-radio-button, vaadin-checkbox, vaadin-button') ?? at;
              const bar = document.querySelector('.foot').getBoundingClientRect();
              return Math.floor(control.getBoundingClientRect().bottom - bar.top);
            }""";

    /** Walks through the page by Tab; a group of answers is one stop, as everywhere. */
    private static void everyControlIsReached(Person person) {
        var page = person.page;
        person.heading().waitFor();
        page.evaluate(NUMBER_EVERY_CONTROL);
        var all = numbers(page, "[...document.querySelectorAll('[data-stop]')].map(e => e.dataset.stop).join()");
        var reached = new ArrayList<String>();
        for (var i = 0; i < MOST_TABS && !reached.containsAll(all); i++) {
            page.keyboard().press("Tab");
            var stop = (String) page.evaluate(STOP_AT_FOCUS);
            if (!stop.isEmpty() && !reached.contains(stop)) {
                reached.add(stop);
                assertThat(looksDifferentWithFocus(page, stop))
                        .as(page.url() + " shows the focus on " + what(page, stop))
                        .isTrue();
            }
        }
        var missed = new ArrayList<>(all);
        missed.removeAll(reached);
        assertThat(missed.stream().map(stop -> what(page, stop)))
                .as(page.url() + ": out of reach")
                .isEmpty();
    }

    private static final String NUMBER_EVERY_CONTROL = """
            () => {
              document.querySelectorAll('[data-stop]').forEach(e => e.removeAttribute('data-stop'));
              const group = e => e.closest('vaadin-radio-group') ?? e.closest('vaadin-button, vaadin-checkbox') ?? e;
              const picked = e => e.checked || !document.querySelector(`[name="${e.name}"]:checked`);
              const all = [...document.querySelectorAll(
                  'a[href], button, vaadin-button, summary, input, textarea, select, [tabindex="0"]')]
                .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled)
                .filter(e => e.type !== 'radio' || e.closest('vaadin-radio-group') || picked(e))
                .map(group);
              [...new Set(all)].forEach((e, i) => e.dataset.stop = 'stop' + i);
              document.activeElement.blur();
            }""";
    private static final String STOP_AT_FOCUS =
            "() => document.activeElement?.closest('[data-stop]')?.dataset.stop ?? ''";

    private static List<String> numbers(Page page, String script) {
        return Arrays.asList(((String) page.evaluate(script)).split(","));
    }

    /** Compares pictures, since a focus may be shown in many ways. */
    private static boolean looksDifferentWithFocus(Page page, String stop) {
        page.evaluate("stop => document.querySelector(`[data-stop=${stop}]`).scrollIntoView({block: 'center'})", stop);
        var with = picture(page, stop);
        page.evaluate("() => { window.focused = document.activeElement; focused.blur(); }");
        var without = picture(page, stop);
        page.evaluate("() => focused.focus({preventScroll: true})");
        return !Arrays.equals(with, without);
    }

    private static byte[] picture(Page page, String stop) {
        var box = page.locator("[data-stop=" + stop + "]").boundingBox();
        return page.screenshot(new Page.ScreenshotOptions()
                .setClip(Math.max(0, box.x - 6), Math.max(0, box.y - 6), box.width + 12, box.height + 12));
    }

    private static String what(Page page, String stop) {
        return page.locator("[data-stop=" + stop + "]")
                .evaluate("e => e.outerHTML.slice(0, 160)")
                .toString();
    }
}
