// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.bothyes.door.Site;
import org.bothyes.overlap.Comfort;
import org.bothyes.pack.Topic;

/**
 * Measures what a user waits for, in a real browser on this machine, and prints a table. Nothing is asserted: a time in a
 * test fails on a busy day and proves nothing on a good one. Started by {@code bench/run}.
 */
final class Bench {

    private static final int STARTS = 3;
    /** Answers that are given before any is measured: a server that has just started is not what most people meet. */
    private static final int WARM_UP = 200;

    private static final int ANSWERS = 200;
    private static final int COUPLES = 12;
    private static final int UNLOCKS = 60;
    private static final int WARM_UP_DOORS = 20;
    private static final int LEAVES = 10;
    private static final int PARTNERS = 20;

    /** From the click to "Saved" on the screen, in milliseconds, as the page itself sees it. */
    private static final String CLICK_TO_SAVED = """
            choice => new Promise(done => {
              const saved = document.querySelector('.saved');
              const free = [...document.querySelectorAll('vaadin-radio-button')].filter(a => !a.checked);
              const at = performance.now();
              new MutationObserver((_, watch) => {
                if (!saved.textContent || getComputedStyle(saved).visibility !== 'visible') return;
                watch.disconnect();
                done(performance.now() - at);
              }).observe(saved, {childList: true, characterData: true, subtree: true, attributes: true});
              free[choice % free.length].querySelector('input').click();
            })""";

    private static final String NOTE_FINISHED = """
            title => new MutationObserver(() => {
              if (!window.finishedAt && document.querySelector('h1')?.textContent === title)
                window.finishedAt = Date.now();
            }).observe(document.body, {childList: true, subtree: true, characterData: true})""";

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

    private final Browser browser;

    private Bench(Browser browser) {
        this.browser = browser;
    }

    public static void main(String[] args) {
        try (var real = new RealBrowser().launch()) {
            new Bench(real.browser()).run();
        }
    }

    private void run() {
        print("what", "median", "95th", "aim");
        starts();
        try (var running = Running.asItIsRun()) {
            firstVisit(running);
            answers(running);
            seals(running);
            doors(running);
            safer(running);
            heap(running);
            leaves(running);
        }
        argon();
    }

    private static void starts() {
        var seconds = new ArrayList<Double>();
        for (var i = 0; i < STARTS; i++) {
            var from = System.nanoTime();
            var running = Running.asItIsRun();
            seconds.add((System.nanoTime() - from) / 1e9);
            running.close();
        }
        times("start to first page, s", seconds, "");
    }

    /** From the invitation's link to the first step, with nothing in the cache at first; what it serves later is free. */
    private void firstVisit(Running running) {
        var starter = person(running, "starter");
        var invitation = starter.starts();
        var guest = person(running, "guest");
        var traffic = new Traffic(guest.page);
        guest.joins(invitation);
        guest.page.waitForLoadState(LoadState.NETWORKIDLE);
        var atTheDoor = traffic.atTheDoor;
        print("first visit: the door, KB", kilobytes(atTheDoor), "", "");
        print("first visit: the wizard, KB", kilobytes(traffic.bytes - atTheDoor), "", "190");
        print("first visit: the wizard, requests", "" + (traffic.requests - traffic.requestsAtTheDoor), "", "16");
        leave(starter, guest);
    }

    private void answers(Running running) {
        var person = person(running, "answering");
        person.starts();
        var topics = Written.PACK.topics().stream()
                .filter(topic -> !topic.directional())
                .toList();
        var millis = new ArrayList<Double>();
        for (var round = 0; millis.size() < WARM_UP + ANSWERS; round++) {
            person.goesTo(path(topics.get(round % topics.size())));
            person.heading().waitFor();
            for (var choice = 0; choice < 4; choice++) {
                millis.add(((Number) person.page.evaluate(CLICK_TO_SAVED, choice)).doubleValue());
            }
        }
        times("click to saved, ms", millis.subList(WARM_UP, millis.size()), "25");
        leave(person);
    }

    /** From the second click on "I'm done" to "You have both finished" on both screens; seals count at once here. */
    private void seals(Running running) {
        var millis = new ArrayList<Double>();
        for (var i = 0; i < COUPLES; i++) {
            var one = person(running, "one");
            var two = person(running, "two").joins(one.starts());
            one.goesTo("/c/check").seals();
            two.goesTo("/c/check");
            List.of(one, two).forEach(person -> person.page.evaluate(NOTE_FINISHED, Written.text("finished.title")));
            two.page.evaluate("() => addEventListener('click', () => window.clickedAt ??= Date.now(), true)");
            two.seals();
            millis.add(Math.max(at(one.page, "finished"), at(two.page, "finished")) - at(two.page, "clicked"));
            leave(one, two);
        }
        times("both finished on both screens, ms", millis, "100");
    }

    /** From the form that is sent to the page that comes: most of it is one run of Argon2. */
    private void doors(Running running) {
        var site = new Site(running.port());
        site.post("/start", "pack=guide" + Site.CHOSEN);
        var unlocks = new ArrayList<Double>();
        for (var i = 0; i < WARM_UP_DOORS + UNLOCKS; i++) {
            unlocks.add(millis(() -> site.post("/unlock", "pin=" + Person.PIN)));
        }
        times("unlock, ms", unlocks.subList(WARM_UP_DOORS, unlocks.size()), "");

        var joins = new ArrayList<Double>();
        for (var i = 0; i < COUPLES; i++) {
            var starter = person(running, "starter");
            var form = form(starter.starts());
            joins.add(millis(() -> new Site(running.port()).post("/join", form)));
            leave(starter);
        }
        times("join, ms", joins, "");
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
        var topics = Written.PACK.topics().stream()
                .filter(topic -> !topic.directional())
                .limit(COUPLES)
                .toList();
        for (var person : List.of(one, two)) {
            for (var topic : topics) {
                person.goesTo(path(topic)).heading().waitFor();
                person.answers(topic.id().toString(), Comfort.YES);
            }
            person.goesTo("/c/check").seals();
        }
        one.opensWhatIsShared();
        two.opensWhatIsShared();
        var millis = new ArrayList<Double>();
        var lines = one.page.locator("details.topic-line");
        for (var left = lines.count(); left > 0; left--) {
            two.page.evaluate(NOTE_GONE);
            lines.first().locator("summary").click();
            one.page.evaluate(NOTE_CLICKED);
            lines.first().getByText(Written.text("safer.off")).click();
            millis.add(at(two.page, "gone") - at(one.page, "clicked"));
            assertThat(lines).hasCount(left - 1); // here, too, before the next
        }
        times("safer on the other screen, ms", millis, "");
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
        times("leave to a blank page, ms", blanks(people.subList(0, LEAVES)), "");
        running.crashes();
        times("leave with the server gone, ms", blanks(people.subList(LEAVES, 2 * LEAVES)), "");
        leave(people.toArray(Person[]::new));
    }

    private static List<Double> blanks(List<Person> people) {
        var millis = new ArrayList<Double>();
        for (var person : people) {
            person.page.evaluate(NOTE_BLANK);
            person.link("leave").click();
            person.page.waitForURL("**/away");
            millis.add(Double.valueOf((String) person.page.evaluate("sessionStorage.getItem('blank')")));
        }
        return millis;
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
            print("runs of Argon2 to join", "" + (joined - started), "", "1");
            print("runs of Argon2 to unlock", "" + (unlocked - joined), "", "1");
            for (var i = 0; i < UNLOCKS; i++) {
                site.post("/unlock", "pin=" + Person.PIN);
            }
            var one = running.timed().average().toNanos() / 1e6;
            print("one run of Argon2, on average, ms", String.format(Locale.ENGLISH, "%.1f", one), "", "");
            leave(starter);
        }
    }

    private static double at(Page page, String moment) {
        return ((Number) page.waitForFunction("() => window." + moment + "At").jsonValue()).doubleValue();
    }

    /** What is live on the heap after a collection, with and without partners who have a question open. */
    private void heap(Running running) {
        var before = running.liveHeap();
        var people = new ArrayList<Person>();
        for (var i = 0; i < PARTNERS; i++) {
            var person = person(running, "partner");
            person.starts();
            person.goesTo(path(Written.PACK.topics().getFirst()));
            person.heading().waitFor();
            people.add(person);
        }
        print(
                "live heap a partner in the wizard, KB",
                kilobytes((running.liveHeap() - before) / (double) PARTNERS),
                "",
                "");
        leave(people.toArray(Person[]::new));
    }

    private static String path(Topic topic) {
        return "/c/questions/" + topic.section() + "/" + topic.id();
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

    private static void times(String what, List<Double> values, String aim) {
        Collections.sort(values);
        print(what, figure(values, 50), figure(values, 95), aim);
    }

    private static String figure(List<Double> sorted, int percent) {
        return String.format(
                Locale.ENGLISH, "%.1f", sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)));
    }

    private static String kilobytes(double bytes) {
        return String.format(Locale.ENGLISH, "%.0f", bytes / 1024);
    }

    private static void print(String what, String median, String most, String aim) {
        System.out.printf("| %-40s | %8s | %8s | %5s |%n", what, median, most, aim);
    }

    /** What crosses the network, as the browser's own tools count it: compressed, with headers, without the cache. */
    private static final class Traffic {

        private final Set<String> cached = new HashSet<>();
        private double bytes;
        private int requests;
        private double atTheDoor;
        private int requestsAtTheDoor;

        Traffic(Page page) {
            var tools = page.context().newCDPSession(page);
            tools.send("Network.enable");
            tools.on("Network.requestServedFromCache", event -> cached.add(id(event)));
            tools.on("Network.loadingFinished", event -> count(event, page.url()));
        }

        private void count(JsonObject event, String url) {
            var size = event.get("encodedDataLength").getAsDouble();
            if (size == 0 || cached.contains(id(event))) {
                return;
            }
            bytes += size;
            requests++;
            if (url.contains("/join")) {
                atTheDoor = bytes;
                requestsAtTheDoor = requests;
            }
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }
    }
}
