// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import com.google.gson.Gson;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bothyes.usecases.RealBrowser;
import org.bothyes.usecases.Running;

/**
 * How long a vote takes from a phone to the wall, with a room full of phones that each hold a line open: 200 that vote
 * within ten seconds, each at its own moment and whether or not the others have been answered, and 200 that all vote
 * within one. The wall is a real browser on the same machine.
 */
final class Votes {

    private static final int PHONES = 200;
    private static final int ROUNDS = 5;
    private static final int REVEALS = 20;
    /** Milliseconds. */
    private static final int AIM = 300;

    private static final String LESSON = "/classroom/pressure";

    /** Each count that the wall shows, and when, in milliseconds; the clock is the one of this machine. */
    private static final String NOTE_COUNTS = """
            () => {
              window.counts = [];
              window.watch?.disconnect();
              window.watch = new MutationObserver(() =>
                  window.counts.push([Date.now(), +document.getElementById('votes')?.textContent]));
              window.watch.observe(document.body, {childList: true, characterData: true, subtree: true});
            }""";

    /** From the key that shows the votes until their bars are drawn. */
    private static final String SHOW = """
            () => new Promise(done => {
              const at = performance.now();
              new MutationObserver((_, watch) => {
                if (!document.querySelector('progress')) return;
                watch.disconnect();
                requestAnimationFrame(() => done(performance.now() - at));
              }).observe(document.body, {childList: true, subtree: true});
              document.getElementById('uncover').click();
            })""";

    private final Running running;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Random random = new Random(7);

    private Votes(Running running) {
        this.running = running;
    }

    static void measure(Table table) throws Exception {
        try (var real = new RealBrowser().launch();
                var running = Running.asItIsRun()) {
            new Votes(running).measure(table, real);
        }
    }

    private void measure(Table table, RealBrowser browser) throws Exception {
        var wall = browser.person("ruth", running).goesTo(LESSON + "/stage").page;
        wall.setViewportSize(1280, 800);
        wall.keyboard().press("v");
        var code = wall.locator(".code").textContent();
        var phones = IntStream.range(0, PHONES).mapToObj(_ -> join(code)).toList();
        wall.keyboard().press("PageDown");
        wall.locator("#votes").waitFor();
        for (var seconds : List.of(10, 1)) {
            again(wall);
            votes(wall, phones, seconds);
            var line = table.line("vote to bar, " + PHONES + " phones within " + seconds + " s, p95, ms");
            for (var round = 0; round < ROUNDS; round++) {
                again(wall);
                var sorted = votes(wall, phones, seconds).stream().sorted().toList();
                line.ours(sorted.get(sorted.size() * 95 / 100));
            }
            line.atMost(AIM).print();
        }
        var reveals = table.line("from the educator’s key to the bars, ms");
        for (var i = 0; i < REVEALS; i++) {
            reveals.ours(((Number) wall.evaluate(SHOW)).doubleValue());
            again(wall);
            votes(wall, phones.subList(0, 20), 1);
        }
        reveals.print();
    }

    private static void again(Page wall) {
        wall.keyboard().press("g");
        wall.waitForCondition(() -> wall.locator("#votes").textContent().equals("0"));
    }

    /**
     * The n-th vote has reached the wall when the wall shows n. Times are matched in order, so one that is overtaken does
     * not count twice.
     */
    private List<Double> votes(Page wall, List<String> phones, int seconds) throws Exception {
        wall.evaluate(NOTE_COUNTS);
        var sent = new long[phones.size()];
        var start = System.currentTimeMillis() + 200;
        var voting = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < phones.size(); i++) {
                var phone = i;
                var at = start + random.nextInt(seconds * 1000);
                voting.add(threads.submit(() -> {
                    TimeUnit.MILLISECONDS.sleep(Math.max(0, at - System.currentTimeMillis()));
                    sent[phone] = System.currentTimeMillis();
                    return post("/vote", phones.get(phone), "question=secrets&answer=" + phone % 3);
                }));
            }
        }
        for (var vote : voting) {
            vote.get();
        }
        wall.waitForCondition(() -> wall.locator("#votes").textContent().equals("" + phones.size()));
        var counts = new Gson().fromJson((String) wall.evaluate("JSON.stringify(window.counts)"), double[][].class);
        Arrays.sort(sent);
        var took = new ArrayList<Double>();
        for (var n = 1; n <= phones.size(); n++) {
            for (var count : counts) {
                if (count[1] >= n) {
                    took.add(count[0] - sent[n - 1]);
                    break;
                }
            }
        }
        return took;
    }

    /** @return the phone's cookie; its line is open from now on */
    private String join(String code) {
        try {
            var cookie = post("/vote/join", "", "code=" + code)
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .replaceFirst(";.*", "");
            var open = new CountDownLatch(1);
            var request = HttpRequest.newBuilder(URI.create(running.url("/vote/news")))
                    .header("Cookie", cookie)
                    .build();
            var line = client.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(open)));
            line.exceptionally(_ -> null);
            open.await();
            return cookie;
        } catch (Exception e) {
            throw new IllegalStateException("a phone cannot join", e);
        }
    }

    private HttpResponse<Void> post(String path, String cookie, String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(running.url(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", running.url(""))
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    /** Reads a line of news for ever. */
    private record Lines(CountDownLatch open) implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            open.countDown();
        }

        @Override
        public void onError(Throwable fault) {
            open.countDown();
        }

        @Override
        public void onComplete() {
            open.countDown();
        }
    }
}
