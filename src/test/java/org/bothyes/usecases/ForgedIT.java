// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Comfort.LATER;
import static org.bothyes.overlap.Comfort.NO;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.GIVE;
import static org.bothyes.pack.Way.TOGETHER;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages that no page of ours would send: nothing stored changes, and the page stays kind. */
class ForgedIT {

    private static final Pattern MESSAGES = Pattern.compile("v-r=uidl");

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private final Running running = Running.shared();

    @Test
    void an_answer_that_does_not_exist_is_none() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES);
        forges(ann, ann.question("soft-light", TOGETHER), "'99'");
        staysKind(ann);
        var again = comesBack(ann);
        assertThat(again.answer("soft-light", TOGETHER, YES)).isChecked();
    }

    @Test
    void a_row_that_does_not_exist_is_none() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.goesToTheRules().picksRule("filming", "calm");
        forges(ann, ann.page.locator("vaadin-radio-group"), "'99'");
        staysKind(ann);
        var again = comesBack(ann);
        assertThat(again.row("filming", "calm")).isChecked();
    }

    @Test
    void a_tick_that_does_not_exist_unticks_nothing() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.pictures("room", "video");
        forges(ann, ann.page.locator("vaadin-checkbox-group"), "['1', '2', '99']");
        staysKind(ann);
        var again = comesBack(ann);
        assertThat(again.checkbox(Written.text("setting.room"))).isChecked();
        assertThat(again.checkbox(Written.text("setting.video"))).isChecked();
        assertThat(again.checkbox(Written.text("setting.voice"))).not().isChecked();
    }

    @Test
    void a_condition_below_a_no_can_not_be_ticked() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES);
        var tick = recorded(ann, () -> ann.onlyWith("soft-light", TOGETHER, "slowly"));
        ann.saves(() -> ann.touches(ann.condition("soft-light", TOGETHER, "slowly")));
        ann.answers("soft-light", NO);
        instead(
                ann,
                once(message -> with(message, tick)),
                () -> ann.touches(ann.answer("soft-light", TOGETHER, LATER)));
        staysKind(ann);
        var again = comesBack(ann);
        assertThat(again.answer("soft-light", TOGETHER, NO)).isChecked();
        again.saves(() -> again.touches(again.answer("soft-light", TOGETHER, YES)));
        again.form("soft-light", TOGETHER).locator("summary").click();
        assertThat(again.condition("soft-light", TOGETHER, "slowly")).not().isChecked();
    }

    @Test
    void taking_back_comes_too_late_once_both_have_finished() {
        var ann = browser.person("ann", running);
        var bob = browser.person("bob", running).joins(ann.starts());
        ann.answers("soft-light", YES).jumpsToTheEnd().seals();
        var takeBack = recorded(ann, ann::takesItBack);
        ann.seals().isWaiting();
        bob.answers("soft-light", YES).jumpsToTheEnd().seals();
        ann.sees("finished.title");
        instead(ann, once(message -> with(message, takeBack)), () -> ann.button("finished.open")
                .click());
        staysKind(ann);
        ann.goesTo("/c/").sees("finished.title").opensWhatIsShared();
        assertThat(ann.readsUnder("shared.like")).contains(Written.name("soft-light"));
    }

    @Test
    void an_answer_after_the_seal_is_refused_and_leads_to_the_waiting_page() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES);
        var tablet = browser.person("ann", running).comesBackWith(ann.code());
        assertThat(tablet.answer("soft-light", TOGETHER, YES)).isChecked();
        ann.jumpsToTheEnd().seals();
        tablet.touches(tablet.answer("soft-light", TOGETHER, NO));
        tablet.sees("waiting.title").takesItBack();
        tablet.goesTo("/c/questions/atmosphere/soft-light");
        assertThat(tablet.answer("soft-light", TOGETHER, YES)).isChecked();
    }

    @Test
    void asking_for_the_list_too_early_leads_back() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES);
        ann.goesTo("/c/shared").arrivesAt("/c/questions/atmosphere/soft-light");
        ann.goesTo("/c/waiting").arrivesAt("/c/questions/atmosphere/soft-light");
        ann.finishesWithoutSharing();
        ann.goesTo("/c/shared").sees("waiting.title");
        ann.goesTo("/c/check").sees("waiting.title");
    }

    @Test
    void a_step_that_does_not_exist_is_a_kind_page() {
        var ann = browser.person("ann", running);
        ann.starts();
        for (var path :
                new String[] {"questions/seen/soft-light", "questions/seen/no-such", "limits/none", "choices/9"}) {
            ann.goesTo("/c/" + path).sees("missing.title");
        }
        ann.link("missing.back").click();
        ann.sees("ready.title");
    }

    @Test
    void a_message_with_a_wrong_token_or_broken_changes_nothing() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES);
        var before = ann;
        UnaryOperator<String> otherToken = body -> body.replaceFirst("\"csrfToken\":\"[^\"]*\"", "\"csrfToken\":\"x\"");
        for (var broken : List.<UnaryOperator<String>>of(otherToken, body -> "{", body -> "[]")) {
            var there = before;
            instead(there, answer(broken), () -> there.touches(there.answer("soft-light", TOGETHER, NO)));
            var again = comesBack(there);
            assertThat(again.answer("soft-light", TOGETHER, YES)).isChecked();
            there.page.context().setOffline(true); // it may still try, as it was or not
            there.page.unrouteAll();
            before = again;
        }
    }

    @Test
    void a_property_that_no_control_sends_is_refused() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("show", GIVE, YES);
        instead(
                ann,
                once(body -> body.replace("\"property\":\"value\"", "\"property\":\"innerHTML\"")),
                () -> ann.touches(ann.answer("show", GIVE, NO)));
        staysKind(ann);
        var again = comesBack(ann);
        assertThat(again.answer("show", GIVE, YES)).isChecked();
    }

    private static void staysKind(Person person) {
        person.heading().waitFor();
        assertThat(person.page.locator("body").innerText()).doesNotContain("Exception", "Internal error", "at org.");
    }

    /** On another device, to what is stored. */
    private Person comesBack(Person person) {
        return browser.person(person.name, running).comesBackWith(person.code());
    }

    /** With a click before, since a page tells the server of what somebody does and of nothing else. */
    private static void forges(Person person, Locator group, String value) {
        person.page.waitForResponse(
                MESSAGES, () -> group.evaluate("group => { document.body.click(); group.value = " + value + "; }"));
    }

    /** What the page tells the server when somebody does this. */
    private static JsonArray recorded(Person person, Runnable doing) {
        var request = person.page.waitForRequest(MESSAGES, doing);
        return parsed(request).getAsJsonArray("rpc");
    }

    private static JsonObject parsed(Request request) {
        return JsonParser.parseString(request.postData()).getAsJsonObject();
    }

    /**
     * Lets somebody do something, and the server hear another thing from then on: a page that was refused may send again what
     * it meant. A message in which there is nothing to forge goes its way.
     */
    private static void instead(Person person, UnaryOperator<String> forge, Runnable doing) {
        var first = new AtomicReference<@Nullable Request>();
        person.page.route(MESSAGES, route -> {
            var body = route.request().postData();
            var other = forge.apply(body);
            if (!other.equals(body)) {
                first.compareAndSet(null, route.request());
            }
            route.resume(new Route.ResumeOptions().setPostData(other));
        });
        person.page.waitForResponse(answer -> answer.request().equals(first.get()), doing);
    }

    /** Forges one message, and neither the page's next nor what a reload sends. */
    private static UnaryOperator<String> once(UnaryOperator<String> forge) {
        var done = new AtomicBoolean();
        return body -> {
            var other = done.get() ? body : forge.apply(body);
            done.compareAndSet(false, !other.equals(body));
            return other;
        };
    }

    /** Forges answers alone: a page whose every message is refused would load itself anew without end. */
    private static UnaryOperator<String> answer(UnaryOperator<String> forge) {
        return body -> body.contains("\"property\":\"value\"") ? forge.apply(body) : body;
    }

    private static String with(String message, JsonArray more) {
        var forged = JsonParser.parseString(message).getAsJsonObject();
        forged.add("rpc", more);
        return forged.toString();
    }
}
