package org.bothyes.usecases;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
            heap(running);
        }
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
