// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static org.bothyes.overlap.Comfort.OPEN;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.GIVE;
import static org.bothyes.pack.Way.RECEIVE;
import static org.bothyes.usecases.Written.text;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page, looked at as people look at it: small and large, light and dark, with a screen reader, with large text. */
class PagesIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    /** Seen over a shoulder, none of them tells what is read or done. */
    private static final String TITLES = "Both Yes( · (Guide( \\d+)?|Questions|Words to say|About|Lessons))?";

    /** All that can differ between light and dark. */
    private static final String[] COLOURS = {"color-contrast", "link-in-text-block"};

    /** What is fine is looked at as well, and not described: that takes longest. */
    private static final AxeRunOptions VIOLATIONS_ALONE = new AxeRunOptions();

    static {
        VIOLATIONS_ALONE.setResultTypes(List.of("violations"));
    }

    private final Running running = Running.shared();
    private final SoftAssertions all = new SoftAssertions();
    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private final Set<String> complaints = new ConcurrentSkipListSet<>();
    private final List<String> secrets = new ArrayList<>();

    @AfterEach
    void nothingWentElsewhereNoAddressTellsAndNoBrowserComplains() {
        all.assertThat(asked.stream().map(address -> URI.create(address).getAuthority()))
                .as("hosts that were asked")
                .containsOnly(running.authority());
        secrets.forEach(secret -> all.assertThat(asked).noneMatch(address -> address.contains(secret)));
        all.assertThat(complaints).as("what the browser complains of").isEmpty();
        all.assertAll();
    }

    @Test
    void the_doors_are_good_pages() {
        var guest = person("guest");
        for (var door : List.of(
                "/",
                "/start",
                "/join",
                "/return",
                "/return/code",
                "/ended",
                "/privacy",
                "/guide",
                "/guide/what-it-is",
                "/guide/why",
                "/guide/raising-it",
                "/guide/one-room",
                "/guide/on-video",
                "/guide/by-voice",
                "/guide/senses",
                "/guide/ready",
                "/guide/calls",
                "/guide/myths",
                "/guide/questions",
                "/guide/stopping",
                "/questions",
                "/scripts",
                "/say",
                "/classroom",
                "/classroom/recording",
                "/classroom/recording/stage",
                "/classroom/recording/presenter",
                "/vote",
                "/help",
                "/about",
                "/guide/nowhere",
                "/away",
                "/nowhere",
                "/c/ready")) {
            isGood(guest.goesTo(door), door);
        }
        guest.goesTo("/start").button("start.go").click();
        isGood(guest, "/start with nothing ticked");
        guest.goesTo("/join")
                .fills("code", "ABC")
                .fills("words", "no such")
                .button("join.look")
                .click();
        isGood(guest, "/join with a wrong code");
        guest.goesTo("/return").fills("code", "ABC").button("return.go").click();
        isGood(guest, "/return with a wrong code");
    }

    @Test
    void a_room_that_votes_sees_good_pages() {
        var ruth = person("ruth").goesTo("/classroom/shy/stage");
        ruth.page.keyboard().press("p");
        ruth.page.locator(".beside").waitFor();
        isGood(ruth, "the stage with the two");
        ruth.page.keyboard().press("q");
        ruth.page.locator(".ask").waitFor();
        isGood(ruth, "the stage with questions");
        ruth.page.keyboard().press("v");
        var code = ruth.page.locator(".code").textContent();
        isGood(ruth, "the stage with a code");
        var sam = person("sam").goesTo("/vote").fills("code", "no such");
        sam.button("vote.join").click();
        isGood(sam, "/vote with a wrong code");
        sam.goesTo("/vote#" + code);
        isGood(sam.sees("vote.in"), "a phone that waits");
        ruth.page.keyboard().press("PageDown");
        sam.page.locator("#answer0").click();
        isGood(sam, "a phone that has voted");
        ruth.page.keyboard().press("PageDown");
        ruth.page.getByText(text("stage.vote.few")).waitFor();
        isGood(ruth, "the stage with a vote");
        isGood(sam, "a phone after a vote");
    }

    @Test
    void the_way_in_is_good_pages() {
        var ann = person("ann");
        ann.goesTo("/start").choosesPin().ticksBoth().button("start.go").click();
        ann.arrivesAt("/c/code");
        isGood(ann, "code");
        ann.keepsTheCode();
        var invitation = ann.readsTheInvitation();
        secrets.addAll(List.of(ann.code(), ann.code().replace(" ", ""), invitation.code(), invitation.words()));
        isGood(ann, "invite");
        ann.summary(text("invite.qr")).click();
        isGood(ann, "invite with its QR code");
        ann.button("invite.go-on").click();
        isGood(ann.arrivesAt("/c/ready"), "ready");
        isGood(ann.walksTo("/c/settings"), "settings");
        ann.summary(text("menu.title")).click();
        isGood(ann, "settings with the menu open");
        for (var room : List.of(
                "later",
                "support",
                "finish",
                "sections",
                "hand-over",
                "held",
                "erase",
                "locked",
                "trouble",
                "nowhere")) {
            isGood(ann.goesTo("/c/" + room), room);
        }
        isGood(ann.inAnotherTab().goesTo("/c/ready"), "a locked tab");

        var bob = person("bob").goesTo("/join");
        bob.page.navigate(invitation.link());
        isGood(bob, "join by a link");
        bob.fills("words", invitation.words()).button("join.look").click();
        isGood(bob.sees("invited.title"), "the invitation before joining");
        bob.button("join.go").click();
        isGood(bob.sees("invited.title"), "joining with nothing filled in");

        ann.goesTo("/c/hand-over").button("handover.go").click();
        isGood(ann.sees("cover.title"), "the cover");
        isGood(ann.goesTo("/return"), "unlock");
        ann.fills("pin", "161803").button("unlock.go").click();
        isGood(ann, "unlock with a wrong pin");
    }

    @Test
    void the_questions_are_good_pages() {
        var ann = person("ann");
        ann.starts();
        isGood(ann.walksToTopic("soft-light"), "a topic");
        isGood(ann.answers("soft-light", YES), "a topic with an answer");
        ann.answers("show", GIVE, YES).answers("show", RECEIVE, OPEN);
        ann.onlyWith("show", GIVE, "slowly").onlyWith("show", RECEIVE, "alone");
        isGood(ann, "a directional topic with its conditions open");
        isGood(ann.walksTo("/c/more"), "more");
        ann.goesOn();
        isGood(ann.ticks("picture", GIVE, "hands"), "a choice");
        isGood(ann.picksRule("filming", "calm"), "a limit");
        isGood(ann.picksSignal("red"), "signals");
        isGood(ann.walksTo("/c/check"), "check");
        ann.summary(Written.section("seen")).click();
        isGood(ann, "check with a section uncovered");
    }

    @Test
    void the_end_is_good_pages() {
        var ann = person("ann");
        var bob = person("bob").joins(ann.starts());
        ann.answers("soft-light", YES)
                .answers("darkness", OPEN)
                .answers("holding", YES)
                .answers("show", GIVE, YES);
        ann.goesToTheRules().picksRule("filming", "calm").picksSignal("red").seals();
        isGood(ann, "waiting");
        bob.answers("soft-light", YES).onlyWith("soft-light", org.bothyes.pack.Way.TOGETHER, "slowly");
        bob.answers("darkness", YES).answers("holding", YES).answers("show", RECEIVE, YES);
        bob.goesToTheRules().picksRule("filming", "each-time").seals();
        isGood(ann.sees("finished.title"), "finished");
        isGood(ann.opensWhatIsShared(), "shared");
        ann.page.locator("main summary").first().click();
        isGood(ann, "shared with lines to say and ways to make it safer");
        ann.page.locator("details.rule-line summary").first().click();
        ann.page.locator("details.entry-line summary").last().click();
        isGood(ann, "shared with a rule and signals unfolded");
        ann.goesTo("/c/talk").button("talk.each").click();
        ann.page.getByText(text("talk.wish")).waitFor();
        isGood(ann, "a card of the deck");
        ann.button("talk.pause").click();
        isGood(ann.sees("talk.stopped.title"), "a deck that was stopped");
        isGood(ann.goesTo("/c/talk").sees("talk.title"), "how to talk");
        isGood(ann.goesTo("/c/shared").follows(text("shared.less")), "everything off");
        isGood(ann.goesTo("/c/shared").follows(text("call.way")), "a card for a call");
        isGood(ann.goesTo("/c/shared").follows(text("held.title")), "what we hold, with a list");
        isGood(ann.goesTo("/c/shared").follows(text("shared.round")), "a new round");
        ann.button("round.ask").click();
        isGood(ann.sees("round.asked.title"), "a new round, asked for");
        bob.opensWhatIsShared().goesTo("/c/new-round").button("round.ask").click();
        isGood(ann.sees("round.begun.title"), "a new round has begun");
        isGood(ann.goesTo("/c/check"), "check in a new round");
        isGood(ann.goesTo("/c/erase"), "erase");

        var cem = person("cem");
        person("dia").joins(cem.starts()).finishesWithoutSharing();
        isGood(cem.finishesWithoutSharing().opensWhatIsShared(), "nothing shared");
        isGood(cem.follows(text("call.way")), "a card where nothing is shared");

        var eve = person("eve").comesBackWith(running.coupleOfLongAgo().one()).opensWhatIsShared();
        isGood(eve.sees("again.title"), "time to ask again");
        eve.summary(text("again.list")).click();
        isGood(eve, "time to ask again, with the list unfolded");
    }

    @Test
    void the_first_room_finds_everything_fetched_while_the_form_was_filled_in() {
        var ann = person("ann").goesTo("/start");
        ann.page.waitForLoadState(LoadState.NETWORKIDLE);
        ann.choosesPin().ticksBoth().button("start.go").click();
        ann.arrivesAt("/c/code");
        all.assertThat((List<?>) ann.page.evaluate(OVER_THE_LINE))
                .as("files that were not there yet")
                .isEmpty();
        ann.page.evaluate("() => fetch('/tokens.css', {cache: 'no-store'}).then(file => file.text())");
        ann.page.waitForFunction("() => (" + OVER_THE_LINE + ")().length === 1"); // what was not there is seen
    }

    /** Files that came over the line and not from the cache; what the server says to a page is no file. */
    private static final String OVER_THE_LINE = """
            () => performance.getEntriesByType('resource')
                .filter(entry => entry.transferSize > 0 && !entry.name.includes('?v-r=') && !entry.name.endsWith('/away'))
                .map(entry => entry.name)""";

    private Person person(String name) {
        var person = browser.person(name, running);
        person.page.context().onWebError(fault -> complaints.add(fault.error()));
        person.page.context().onConsoleMessage(line -> {
            if (line.type().equals("error") && !line.text().startsWith("Failed to load resource")) {
                complaints.add(line.text());
            }
        });
        person.page.context().onRequest(request -> {
            if (!request.url().startsWith("data:") && !request.url().startsWith("blob:")) {
                asked.add(request.url());
            }
        });
        return person;
    }

    private void isGood(Person person, String what) {
        var page = person.page;
        person.heading().waitFor();
        all.assertThat(page.title())
                .as("title of " + what)
                .matches(page.url().endsWith("/away") ? text("away.title") : TITLES);
        all.assertThat(page.url()).as("address of " + what).doesNotContain("?", "#");
        all.assertThat(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))
                .as("what the browser keeps of " + what)
                .isEqualTo("[{},{}]");
        page.setViewportSize(1280, 800);
        isAccessible(page, what + ", large");
        doesNotScrollSideways(page, what + ", large");
        page.setViewportSize(320, 640);
        doesNotScrollSideways(page, what + ", 320 wide");
        page.setViewportSize(390, 844);
        isAccessible(page, what + ", light");
        doesNotScrollSideways(page, what);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        isAccessible(page, what + ", dark", COLOURS);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.evaluate(TWICE_THE_TEXT);
        doesNotScrollSideways(page, what + ", text twice as large");
        all.assertThat(page.evaluate(OVER_EACH_OTHER, text("step.saved")))
                .as("what lies over something else in the bar below " + what)
                .isEqualTo(0);
        page.setViewportSize(320, 640);
        doesNotScrollSideways(page, what + ", 320 wide, text twice as large");
        page.setViewportSize(390, 844);
        page.evaluate("() => window.smaller.forEach(back => back())");
    }

    private void doesNotScrollSideways(Page page, String what) {
        var over = page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth");
        all.assertThat((int) over).as("pixels over the side of " + what).isLessThanOrEqualTo(0);
    }

    /** Two findings lie in Vaadin's own markup and are left out by name, see the decision on the stack. */
    private void isAccessible(Page page, String what, String... rules) {
        var axe = new AxeBuilder(page).setLegacyMode(true).options(VIOLATIONS_ALONE);
        var found = (rules.length == 0 ? axe : axe.withRules(List.of(rules)))
                .analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " at " + node.getHtml()))
                        .filter(fault -> !fault.startsWith("region at <vaadin-connection-indicator"))
                        .filter(fault -> !fault.startsWith("aria-required-children at <vaadin-tabs"));
        all.assertThat(found).as("what axe finds in " + what).isEmpty();
    }

    /** How many pairs of what stands in the bar below take the same place, once something is saved. */
    private static final String OVER_EACH_OTHER = """
            word => {
              const saved = document.querySelector('.foot .saved');
              const before = saved?.textContent;
              if (saved) saved.textContent = word;
              const places = [...document.querySelectorAll('.foot > *')]
                  .filter(e => e.textContent.trim()).map(e => e.getBoundingClientRect());
              if (saved) saved.textContent = before;
              return places.flatMap((a, i) => places.slice(i + 1).filter(b =>
                  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
            }""";

    /** Every text by itself, whatever unit it is given in, in shadow trees too; can be undone. */
    private static final String TWICE_THE_TEXT = """
            () => {
              const within = root => [...root.querySelectorAll('*')]
                  .flatMap(e => [e, ...(e.shadowRoot ? within(e.shadowRoot) : [])]);
              const sizes = within(document.body).map(e => [e, parseFloat(getComputedStyle(e).fontSize)]);
              window.smaller = sizes.filter(([e]) => e.style).map(([e, size]) => {
                const before = [e.style.getPropertyValue('font-size'), e.style.getPropertyPriority('font-size')];
                e.style.setProperty('font-size', 2 * size + 'px', 'important');
                return () => e.style.setProperty('font-size', ...before);
              });
            }""";
}
