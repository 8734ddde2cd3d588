// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Comfort.LATER;
import static org.bothyes.overlap.Comfort.NO;
import static org.bothyes.overlap.Comfort.OPEN;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.GIVE;
import static org.bothyes.pack.Way.RECEIVE;
import static org.bothyes.pack.Way.TOGETHER;
import static org.bothyes.usecases.Written.condition;
import static org.bothyes.usecases.Written.item;
import static org.bothyes.usecases.Written.name;
import static org.bothyes.usecases.Written.rule;
import static org.bothyes.usecases.Written.signal;
import static org.bothyes.usecases.Written.text;
import static org.bothyes.usecases.Written.way;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two partners, from the front door to what they share, with everything that may happen on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private Running running = Running.shared();

    @BeforeAll
    void start() {
        running = Running.withSealsCountingAfter("2s");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void two_partners_walk_the_whole_way_and_each_sees_what_both_share() {
        var ann = browser.person("ann", running);
        var bob = browser.person("bob", running);
        bob.joins(ann.starts());
        answersOfAnn(ann);
        answersOfBob(bob);

        var heard = new ArrayList<Response>();
        ann.page.onResponse(heard::add);
        sealAtTheSameMoment(ann, bob);
        ann.opensWhatIsShared();
        bob.sees("finished.title").opensWhatIsShared();

        annReadsFromHerSide(ann);
        bobReadsFromHisSide(bob);
        for (var person : List.of(ann, bob)) {
            assertThat(person.page.content()).doesNotContain(unshared());
        }
        heard.stream().filter(answer -> answer.url().contains("v-r=uidl")).forEach(answer -> assertThat(answer.text())
                .doesNotContain(unshared()));

        var before = ann.page.locator("main").innerText();
        ann.page.reload();
        ann.sees("shared.title");
        assertThat(ann.page.locator("main").innerText()).isEqualTo(before);
        ann.inAnotherTab().goesTo("/c/shared").sees("locked.title");
        browser.person("somebody", running).goesTo("/c/shared").sees("return.title");
    }

    /** Ann can picture a room and a video call, so nobody asks her about a call by voice. */
    private static void answersOfAnn(Person ann) {
        ann.pictures("room", "video");
        ann.answers("soft-light", YES).onlyWith("soft-light", TOGETHER, "slowly");
        ann.answers("darkness", LATER).answers("no-goal", OPEN);
        ann.answers("side-by-side", NO).answers("holding", YES);
        ann.answers("watch-first", GIVE, YES).answers("watch-first", RECEIVE, NO);
        ann.answers("show", GIVE, YES)
                .onlyWith("show", GIVE, "low-light")
                .answers("show", RECEIVE, YES)
                .answers("on-camera", GIVE, OPEN);
        ann.goesOn();
        ann.answers("music", YES);
        ann.ticks("picture", GIVE, "hands").ticks("word-kinds", GIVE, "tender", "playful");
        ann.ticks("word-kinds", RECEIVE, "frank");
        ann.picksRule("filming", "each-time").picksRule("sound", "calm").picksRule("keeping", "week");
        ann.picksRule("looking", "eye-contact").picksRule("touching", "leaning");
        ann.picksSignal("red").walksTo("/c/check");
    }

    private static void answersOfBob(Person bob) {
        bob.answers("soft-light", YES).onlyWith("soft-light", TOGETHER, "alone");
        bob.answers("darkness", YES).answers("no-goal", YES);
        bob.answers("side-by-side", YES).answers("holding", YES);
        bob.answers("watch-first", GIVE, YES).answers("watch-first", RECEIVE, YES);
        bob.answers("show", GIVE, NO).answers("show", RECEIVE, YES);
        bob.answers("voice-call", YES);
        bob.answers("on-camera", RECEIVE, YES).answers("encourage", GIVE, YES);
        bob.goesOn();
        bob.ticks("picture", GIVE, "whole-body").ticks("word-kinds", GIVE, "frank", "questions");
        bob.ticks("word-kinds", RECEIVE, "tender");
        bob.picksRule("filming", "calm").picksRule("keeping", "next-day").picksRule("looking", "looking");
        bob.picksSignal("green").walksTo("/c/check");
    }

    private static void sealAtTheSameMoment(Person ann, Person bob) {
        double moment = System.currentTimeMillis() + 500;
        for (var person : List.of(ann, bob)) {
            person.page.evaluate("window.sameDocument = true");
            person.button("check.seal")
                    .evaluate("(seal, at) => { setTimeout(() => seal.click(), at - Date.now()); }", moment);
        }
        ann.arrivesAt("/c/waiting");
        bob.arrivesAt("/c/waiting");
        for (var person : List.of(ann, bob)) {
            person.sees("finished.title");
            assertThat(person.page.evaluate("window.sameDocument")).isEqualTo(true);
        }
    }

    private static void annReadsFromHerSide(Person ann) {
        assertThat(ann.readsUnder("shared.like"))
                .contains(name("soft-light"), condition("slowly"), condition("alone"))
                .contains(way("watch-first", GIVE), way("show", GIVE), condition("low-light"))
                .doesNotContain(way("watch-first", RECEIVE), way("show", RECEIVE), name("holding"), name("no-goal"));
        assertThat(ann.readsUnder("shared.talk"))
                .contains(name("no-goal"), way("on-camera", GIVE))
                .doesNotContain(name("soft-light"));
        assertThat(ann.readsUnder("shared.words"))
                .containsSubsequence(
                        Written.PACK
                                .words()
                                .side(Written.choice("word-kinds").sides().getFirst()),
                        item("word-kinds", "tender"),
                        Written.PACK
                                .words()
                                .side(Written.choice("word-kinds").sides().getLast()),
                        item("word-kinds", "frank"));
        readsWhatIsTheSameForBoth(ann);
    }

    private static void bobReadsFromHisSide(Person bob) {
        assertThat(bob.readsUnder("shared.like"))
                .contains(name("soft-light"), condition("slowly"), condition("alone"))
                .contains(way("watch-first", RECEIVE), way("show", RECEIVE), condition("low-light"))
                .doesNotContain(way("watch-first", GIVE), way("show", GIVE));
        assertThat(bob.readsUnder("shared.talk")).contains(name("no-goal"), way("on-camera", RECEIVE));
        assertThat(bob.readsUnder("shared.words"))
                .containsSubsequence(item("word-kinds", "frank"), item("word-kinds", "tender"));
        readsWhatIsTheSameForBoth(bob);
    }

    private static void readsWhatIsTheSameForBoth(Person reader) {
        assertThat(reader.readsUnder("shared.ruled")).contains(name("holding"));
        assertThat(reader.readsUnder("shared.rules"))
                .contains(rule("filming", "calm"), rule("sound", "never"), rule("keeping", "next-day"))
                .contains(rule("looking", "looking"), rule("touching", "none"));
        assertThat(reader.readsUnder("shared.signals")).contains(signal("red"), signal("green"));
    }

    /** What one of the two has said, and nobody else may ever read. */
    private static List<String> unshared() {
        return List.of(
                name("darkness"),
                name("side-by-side"),
                name("voice-call"),
                name("music"),
                way("encourage", GIVE),
                way("encourage", RECEIVE),
                item("picture", "whole-body"),
                item("word-kinds", "playful"),
                rule("filming", "each-time"),
                rule("sound", "calm"),
                rule("keeping", "week"),
                rule("looking", "eye-contact"));
    }

    @Test
    void the_short_round_leads_to_the_rules_and_the_rest_waits_in_the_menu() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES).goesToTheRules();
        assertThat(ann.page).hasURL(running.url("/c/limits/filming"));
        ann.jumpsTo(Written.section("senses"));
        assertThat(ann.page).hasURL(running.url("/c/questions/senses/warmth"));
    }

    /** Else the first tap would wait for what the page says by itself. */
    @Test
    void a_step_and_an_answer_take_one_way_there_and_back_each() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES);
        var asked = new ArrayList<Request>();
        ann.page.onRequest(asked::add);
        ann.walksToTopic("darkness").answers("darkness", YES).next();
        ann.link("step.back").click();
        assertThat(ann.heading()).hasText(name("darkness"));
        ann.answers("darkness", NO);
        assertThat(asked.stream().filter(request -> request.url().contains("v-r=uidl")))
                .hasSize(5);
    }

    @Test
    void reloading_and_going_back_keep_the_place_and_every_answer() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES).answers("darkness", LATER).answers("no-goal", OPEN);
        ann.page.reload();
        assertThat(ann.heading()).hasText(name("no-goal"));
        assertThat(ann.answer("no-goal", TOGETHER, OPEN)).isChecked();
        ann.page.goBack();
        assertThat(ann.heading()).hasText(name("darkness"));
        assertThat(ann.answer("darkness", TOGETHER, LATER)).isChecked();
        ann.page.goBack();
        assertThat(ann.answer("soft-light", TOGETHER, YES)).isChecked();
        ann.summary(text("menu.title")).click();
        assertThat(ann.link("menu.later")).isVisible();
        ann.page.goForward();
        assertThat(ann.answer("darkness", TOGETHER, LATER)).isChecked();
        assertThat(ann.link("menu.later")).isHidden();
        ann.link("step.back").click();
        assertThat(ann.answer("soft-light", TOGETHER, YES)).isChecked();
    }
}
