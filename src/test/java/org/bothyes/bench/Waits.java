// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bothyes.door.Site;
import org.bothyes.overlap.Comfort;
import org.bothyes.usecases.Invitation;
import org.bothyes.usecases.Person;
import org.bothyes.usecases.RealBrowser;
import org.bothyes.usecases.Running;
import org.bothyes.usecases.Written;

/** What else people wait for, in a real browser. */
final class Waits {

    private static final int COUPLES = 12;
    private static final int UNLOCKS = 60;
    private static final int WARM_UP_DOORS = 20;
    private static final int LEAVES = 10;

    /** A line less on this screen than before. */
    private static final String NOTE_GONE = """
            () => {
              const lines = () => document.querySelectorAll('details.topic-line').length;
              const before = lines();
              window.goneAt = 0;
              new MutationObserver((_, watch) => {
                if (lines() === before) return;
                watch.disconnect();
                window.goneAt = Date.now();
              }).observe(document.body, {childList: true, subtree: true});
            }""";

    private static final String NOTE_CLICKED =
            "() => addEventListener('click', () => window.clickedAt = Date.now(), {capture: true, once: true})";

    /** From the click, as the browser dates it, until the page is blank. Kept for the page that comes then. */
    private static final String NOTE_BLANK = """
            () => {
              let clicked;
              let blank;
              const keep = () => clicked && blank && sessionStorage.setItem('blank', blank - clicked);
              new MutationObserver(() => {
                if (getComputedStyle(document.body).visibility === 'hidden') blank ??= performance.now();
                keep();
              }).observe(document.documentElement, {attributes: true});
              // The page's own listener came first and may have blanked it already.
              addEventListener('click', event => { clicked ??= event.timeStamp; keep(); }, true);
            }""";

    private final Table table;
    private final Browser browser;

    private Waits(Table table, Browser browser) {
        this.table = table;
        this.browser = browser;
    }

    static void measure(Table table) {
        try (var real = new RealBrowser().launch()) {
            var waits = new Waits(table, real.browser());
            try (var running = Running.asItIsRun()) {
                waits.doors(running);
                waits.safer(running);
                waits.leaves(running);
            }
            waits.argon();
        }
    }

    /** From the form that is sent to the page that comes: most of it is one run of Argon2. */
    private void doors(Running running) {
        var site = new Site(running.port());
        site.post("/start", "pack=guide" + Site.CHOSEN);
        var unlocks = table.line("unlock, ms");
        for (var i = 0; i < WARM_UP_DOORS + UNLOCKS; i++) {
            var millis = millis(() -> site.post("/unlock", "pin=" + Person.PIN));
            if (i >= WARM_UP_DOORS) {
                unlocks.ours(millis);
            }
        }
        unlocks.print();

        var joins = table.line("join, ms");
        for (var i = 0; i < COUPLES; i++) {
            var starter = person(running, "starter");
            var form = form(starter.starts());
            joins.ours(millis(() -> new Site(running.port()).post("/join", form)));
            leave(starter);
        }
        joins.print();
    }

    private static String form(Invitation invitation) {
        var token = invitation.link().substring(invitation.link().indexOf('#') + 1);
        return Site.form("code", token, "words", invitation.words()) + Site.CHOSEN;
    }

    private static double millis(Supplier<HttpResponse<String>> post) {
        var from = System.nanoTime();
        var answer = post.get();
        var time = (System.nanoTime() - from) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("A door that was to be measured answered " + answer.statusCode());
        }
        return time;
    }

    /** From the tap on "take it off" to the other's screen without it. */
    private void safer(Running running) {
        var one = person(running, "one");
        var two = person(running, "two").joins(one.starts());
        var topics = Written.PLAIN_TOPICS.subList(0, COUPLES);
        for (var person : List.of(one, two)) {
            for (var topic : topics) {
                person.goesTo("/c/" + Written.room(topic)).heading().waitFor();
                person.answers(topic.id().toString(), Comfort.YES);
            }
            person.goesTo("/c/check").seals();
        }
        one.opensWhatIsShared();
        two.opensWhatIsShared();
        var gone = table.line("safer on the other screen, ms");
        var lines = one.page.locator("details.topic-line");
        for (var left = lines.count(); left > 0; left--) {
            two.page.evaluate(NOTE_GONE);
            lines.first().locator("summary").click();
            one.page.evaluate(NOTE_CLICKED);
            lines.first().getByText(Written.text("safer.off")).click();
            gone.ours(at(two.page, "gone") - at(one.page, "clicked"));
            assertThat(lines).hasCount(left - 1); // here, too, before the next
        }
        gone.print();
        leave(one, two);
    }

    /** From the click on "Leave now" to a blank page; for half of them the server has gone meanwhile. Ends the server. */
    private void leaves(Running running) {
        var people = new ArrayList<Person>();
        for (var i = 0; i < 2 * LEAVES; i++) {
            var person = person(running, "leaving");
            person.starts();
            person.page.waitForLoadState(LoadState.NETWORKIDLE);
            people.add(person);
        }
        blanks("leave to a blank page, ms", people.subList(0, LEAVES));
        running.crashes();
        blanks("leave with the server gone, ms", people.subList(LEAVES, 2 * LEAVES));
        leave(people.toArray(Person[]::new));
    }

    private void blanks(String what, List<Person> people) {
        var millis = table.line(what);
        for (var person : people) {
            person.page.evaluate(NOTE_BLANK);
            person.link("leave").click();
            person.page.waitForURL("**/away");
            millis.ours(Double.parseDouble((String) person.page.evaluate("sessionStorage.getItem('blank')")));
        }
        millis.print();
    }

    /** On a server of its own, since counting costs a little. */
    private void argon() {
        try (var running = Running.timing("org.bothyes.vault.Stretching::stretch")) {
            var starter = person(running, "starter");
            var form = form(starter.starts());
            var started = running.timed().calls();
            var site = new Site(running.port());
            site.post("/join", form);
            var joined = running.timed().calls();
            site.post("/unlock", "pin=" + Person.PIN);
            var unlocked = running.timed().calls();
            table.line("runs of Argon2 to join")
                    .ours((double) joined - started)
                    .atMost(1)
                    .print();
            table.line("runs of Argon2 to unlock")
                    .ours((double) unlocked - joined)
                    .atMost(1)
                    .print();
            for (var i = 0; i < UNLOCKS; i++) {
                site.post("/unlock", "pin=" + Person.PIN);
            }
            table.line("one run of Argon2, on average, ms")
                    .ours(running.timed().average().toNanos() / 1e6)
                    .print();
            leave(starter);
        }
    }

    private static double at(Page page, String moment) {
        return ((Number) page.waitForFunction("() => window." + moment + "At").jsonValue()).doubleValue();
    }

    private Person person(Running running, String name) {
        return new Person(name, running, browser.newContext().newPage());
    }

    private static void leave(Person... people) {
        for (var person : people) {
            BrowserContext context = person.page.context();
            context.close();
        }
    }
}
