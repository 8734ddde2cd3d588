// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.bothyes.usecases.Written.text;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bothyes.overlap.Comfort;
import org.bothyes.pack.Way;

/**
 * Somebody before a screen. Finds things as a person does, by what they are and what is written on them, and waits as
 * long as a page needs and no longer.
 */
public final class Person {

    /** The same for everybody; codes tell people apart. */
    public static final String PIN = "271828";

    private static final int MOST_STEPS = 140;

    public final String name;
    public final Page page;
    private final Place at;
    private String code = "";

    public Person(String name, Place at, Page page) {
        this.name = name;
        this.at = at;
        this.page = page;
    }

    /** Another tab of the same browser. */
    public Person inAnotherTab() {
        return new Person(name + "'s other tab", at, page.context().newPage());
    }

    /** Looks at this tab; one that nobody looks at is slow, since the browser draws it once a second at most. */
    public Person looks() {
        page.bringToFront();
        return this;
    }

    // Through the doors

    public Person goesTo(String path) {
        page.navigate(at.url(path));
        return this;
    }

    public Person opensTheFrontDoor() {
        return goesTo("/");
    }

    /** After leaving: the beacon tells the server while the next page is there already. */
    public Person waitsUntilTheCodeIsGone() {
        page.waitForCondition(
                () -> page.context().cookies().stream().noneMatch(cookie -> cookie.name.equals("both-yes")));
        return this;
    }

    /** From the front door to the first step; what it takes along is the code and the invitation. */
    public Invitation starts() {
        opensTheFrontDoor();
        link("front.start").click();
        return startsFromHere();
    }

    /** The same, to open the list on both screens together. */
    public Invitation startsTogether() {
        opensTheFrontDoor();
        link("front.start").click();
        checkbox(text("start.together")).check();
        return startsFromHere();
    }

    private Invitation startsFromHere() {
        choosesPin();
        ticksBoth();
        button("start.go").click();
        keepsTheCode();
        var invitation = readsTheInvitation();
        button("invite.go-on").click();
        arrivesAt("/c/ready");
        return invitation;
    }

    public Person joins(Invitation invitation) {
        page.navigate(invitation.link());
        fills("words", invitation.words());
        button("join.look").click();
        choosesPin();
        ticksBoth();
        button("join.go").click();
        keepsTheCode();
        arrivesAt("/c/ready");
        return this;
    }

    public Person ticksBoth() {
        page.getByRole(AriaRole.CHECKBOX, named(text("door.adult"))).check();
        page.getByRole(AriaRole.CHECKBOX, named(text("door.consent"))).check();
        return this;
    }

    public Person choosesPin() {
        return fills("pin", PIN).fills("again", PIN);
    }

    /** In this browser, before the evening is over: the PIN is enough. */
    public Person unlocks() {
        goesTo("/return");
        fills("pin", PIN);
        button("unlock.go").click();
        page.waitForURL(url -> url.contains("/c/"));
        heading().waitFor();
        return this;
    }

    /** Fields of the doors are known by their name, which is what the door is sent. */
    public Person fills(String field, String typed) {
        page.locator("input[name=" + field + "]").fill(typed);
        return this;
    }

    public Person keepsTheCode() {
        arrivesAt("/c/code");
        code = page.locator("#return-code").textContent();
        button("code.kept").click();
        page.waitForURL(url -> !url.endsWith("/c/code"));
        return this;
    }

    public String code() {
        return code;
    }

    public Invitation readsTheInvitation() {
        arrivesAt("/c/invite");
        return new Invitation(
                page.locator("#invite-link").textContent().strip(),
                page.locator("#invite-words").textContent().strip());
    }

    public Person comesBackWith(String typed) {
        code = typed;
        goesTo("/return/code");
        fills("code", typed);
        fills("pin", PIN);
        button("return.go").click();
        page.waitForURL(url -> url.contains("/c/"));
        heading().waitFor();
        return this;
    }

    // Through the questions

    /** Presses "next" until the step is there. */
    public Person walksTo(String path) {
        for (var i = 0; !page.url().endsWith(path); i++) {
            if (i == MOST_STEPS || page.url().endsWith("/c/more") || page.url().endsWith("/c/check")) {
                throw new AssertionError(name + " can't find " + path + " and stands at " + page.url());
            }
            next();
        }
        return this;
    }

    public Person next() {
        var here = page.url();
        nextButton().click();
        page.waitForURL(url -> !url.equals(here));
        return this;
    }

    public Locator nextButton() {
        var either = text("step.next") + "|" + text("step.skip");
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^(" + either + ")$")));
    }

    public Person pictures(String... settings) {
        walksTo("/c/settings");
        for (var setting : settings) {
            saves(() -> touches(checkbox(text("setting." + setting))));
        }
        return this;
    }

    public Person answers(String topic, Comfort comfort) {
        return answers(topic, Way.TOGETHER, comfort);
    }

    public Person answers(String topic, Way way, Comfort comfort) {
        walksToTopic(topic);
        saves(() -> touches(answer(topic, way, comfort)));
        return this;
    }

    public Person walksToTopic(String topic) {
        walksTo("/c/" + Written.room(Written.topic(topic)));
        assertThat(heading()).hasText(Written.name(topic));
        return this;
    }

    public Locator answer(String topic, Way way, Comfort comfort) {
        return question(topic, way)
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions()
                                .setName(text("comfort." + comfort.name().toLowerCase(Locale.ROOT)))
                                .setExact(true));
    }

    public Locator question(String topic, Way way) {
        return page.getByRole(AriaRole.RADIOGROUP, exactly(Written.way(topic, way)));
    }

    public Person onlyWith(String topic, Way way, String condition) {
        var chip = condition(topic, way, condition);
        if (chip.count() == 0) {
            form(topic, way).locator("summary").click();
        }
        saves(() -> touches(chip));
        return this;
    }

    public Locator condition(String topic, Way way, String condition) {
        return form(topic, way)
                .getByRole(
                        AriaRole.CHECKBOX,
                        new Locator.GetByRoleOptions()
                                .setName(Written.condition(condition))
                                .setExact(true));
    }

    /** The smallest box around one way round of a topic: its answers, and its conditions below. */
    public Locator form(String topic, Way way) {
        return page.locator("div")
                .filter(new Locator.FilterOptions().setHas(question(topic, way)))
                .last();
    }

    public Person goesOn() {
        walksTo("/c/more");
        button("more.go-on").click();
        page.waitForURL(url -> !url.endsWith("/c/more"));
        return this;
    }

    public Person goesToTheRules() {
        walksTo("/c/more");
        button("more.finish").click();
        page.waitForURL(url -> !url.endsWith("/c/more"));
        return this;
    }

    public Person ticks(String choice, Way way, String... items) {
        walksTo("/c/choices/" + choice);
        var sides = Written.choice(choice).sides();
        var side = sides.stream().filter(s -> s.way() == way).findFirst().orElseThrow();
        var group = page.getByRole(AriaRole.GROUP, exactly(Written.PACK.words().side(side)));
        for (var item : items) {
            var box = group.getByRole(
                    AriaRole.CHECKBOX,
                    new Locator.GetByRoleOptions()
                            .setName(Written.item(choice, item))
                            .setExact(true));
            saves(() -> touches(box));
        }
        return this;
    }

    public Person picksRule(String limit, String row) {
        walksTo("/c/limits/" + limit);
        saves(() -> touches(row(limit, row)));
        return this;
    }

    public Locator row(String limit, String row) {
        return page.getByRole(AriaRole.RADIO).nth(Written.place(limit, row));
    }

    public Person picksSignal(String signal) {
        walksTo("/c/signals");
        saves(() -> touches(checkbox(Written.signal(signal))));
        return this;
    }

    /** By the menu and the list of sections, as somebody does who has seen enough. */
    public Person jumpsTo(String section) {
        return opensTheMenu("menu.sections").arrivesAt("/c/sections").follows(section);
    }

    /** To another room, whose address may not show. */
    public Person follows(String link) {
        var here = heading().textContent();
        page.getByRole(AriaRole.LINK, named(link)).click();
        assertThat(heading()).not().hasText(here);
        return this;
    }

    public Person opensTheMenu(String entry) {
        summary(text("menu.title")).click();
        page.getByRole(AriaRole.NAVIGATION, exactly(text("menu.title")))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(text(entry)).setExact(true))
                .click();
        return this;
    }

    public Person jumpsToTheEnd() {
        return jumpsTo(text("part.check"));
    }

    // Finishing

    public Person seals() {
        if (!page.url().endsWith("/c/check")) {
            walksTo("/c/check");
        }
        button("check.seal").click();
        arrivesAt("/c/waiting");
        return this;
    }

    public Person finishesWithoutSharing() {
        opensTheMenu("menu.finish").sees("finish.title");
        button("finish.go").click();
        arrivesAt("/c/waiting");
        return this;
    }

    public Person takesItBack() {
        button("waiting.take-back").click();
        arrivesAt("/c/check");
        return this;
    }

    public Person isWaiting() {
        assertThat(heading()).hasText(text("waiting.title"));
        return this;
    }

    public Person sees(String headingKey) {
        assertThat(heading()).hasText(text(headingKey));
        return this;
    }

    public Person opensWhatIsShared() {
        sees("finished.title");
        button("finished.open").click();
        arrivesAt("/c/shared");
        return this;
    }

    /** What stands under one heading of the list, as it can be read without unfolding anything. */
    public String readsUnder(String headingKey) {
        var title = page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(text(headingKey)).setExact(true));
        return page.locator("section")
                .filter(new Locator.FilterOptions().setHas(title))
                .first()
                .innerText();
    }

    // Finding things

    public Person arrivesAt(String path) {
        page.waitForURL(url -> url.equals(at.url(path)));
        heading().waitFor();
        return this;
    }

    public Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    public Locator button(String key) {
        return page.getByRole(AriaRole.BUTTON, exactly(text(key)));
    }

    public Locator link(String key) {
        return page.getByRole(AriaRole.LINK, exactly(text(key)));
    }

    public Locator checkbox(String label) {
        return page.getByRole(AriaRole.CHECKBOX, exactly(label));
    }

    public Locator summary(String label) {
        return page.locator("summary").filter(new Locator.FilterOptions().setHasText(label));
    }

    /** The card or chip that a person touches; the control within may be drawn over. */
    public Person touches(Locator control) {
        control.locator("..").click();
        return this;
    }

    /** Does something that is kept, and waits until the server has said so. */
    public Person saves(Runnable doing) {
        page.waitForResponse(answer -> answer.url().contains("v-r=uidl"), doing);
        assertThat(page.getByText(text("step.saved"), new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        return this;
    }

    private static Page.GetByRoleOptions named(String label) {
        return new Page.GetByRoleOptions().setName(label);
    }

    private static Page.GetByRoleOptions exactly(String label) {
        return new Page.GetByRoleOptions().setName(label).setExact(true);
    }
}
