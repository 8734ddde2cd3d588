// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import org.bothyes.conversation.Figures;
import org.bothyes.door.Site;
import org.bothyes.vault.Secret;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hundred thousand guesses of codes, from three addresses and from three thousand: none opens, and a right code does. */
@Tag("faults")
class GuessingIT {

    private static final int FROM_FEW = 97_000;
    private static final int FEW = 3;
    private static final int FROM_MANY = 3_000;
    private static final int AT_ONCE = 64;
    /** Guesses, after which what is made once has been made. */
    private static final int WARM_UP = 3_000;
    /** Bytes, of an address and how often it has tried. */
    private static final int AN_ADDRESS = 2_000;

    private final SecureRandom random = new SecureRandom();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    @Test
    @Timeout(1200)
    void a_hundred_thousand_guesses_open_nothing_and_keep_nobody_out() throws Exception {
        try (var running = Running.guardedBehindTls()) {
            var code = start(running);
            guesses(running, code, WARM_UP, guess -> "198.51.100." + (100 + guess % FEW));
            var before = running.liveHeap();
            var few = guesses(running, code, FROM_FEW, guess -> "198.51.100." + guess % FEW);
            var many = guesses(
                    running, code, FROM_MANY, guess -> "100." + (64 + guess % 64) + "." + guess / 64 % 256 + ".1");
            var grown = running.liveHeap() - before;
            few.tell(FROM_FEW + " guesses of codes from " + FEW + " addresses");
            many.tell(FROM_MANY + " guesses from an address each");
            Figures.tell("the heap grew by %.1f MB over %d guesses from %d addresses"
                    .formatted(grown / 1e6, FROM_FEW + FROM_MANY, FROM_MANY + FEW));
            for (var told : List.of(few, many)) {
                assertThat(told.answers()).as("by status").containsOnlyKeys(422, 429, 503);
            }
            assertThat(few.answers().get(429)).as("refused before Argon2").isGreaterThan(FROM_FEW * 9 / 10);
            assertThat(grown).isLessThan((long) AN_ADDRESS * (FROM_MANY + FEW));
        }
    }

    /**
     * What came of guesses, and of somebody who came in meanwhile.
     *
     * @param counted how many there were, by status
     */
    private record Told(Map<Integer, LongAdder> counted, Duration took, List<Duration> cameIn, List<Duration> pages) {

        Map<Integer, Integer> answers() {
            var answers = new ConcurrentSkipListMap<Integer, Integer>();
            counted.forEach((status, count) -> answers.put(status, count.intValue()));
            List.of(422, 429, 503).forEach(status -> answers.putIfAbsent(status, 0));
            return answers;
        }

        void tell(String guesses) throws IOException {
            Figures.tell(
                    "%s in %s: 0 opened, %d refused by the address, %d by too many at once, %d looked at in vain; meanwhile a right code came in %d times, at worst within %s, and a page took: %s"
                            .formatted(
                                    guesses,
                                    Figures.seconds(took),
                                    answers().get(429),
                                    answers().get(503),
                                    answers().get(422),
                                    cameIn.size(),
                                    Figures.longest(cameIn),
                                    Figures.spread(pages)));
        }
    }

    private Told guesses(Running running, String code, int many, IntFunction<String> from) throws Exception {
        var counted = new ConcurrentSkipListMap<Integer, LongAdder>();
        var next = new AtomicInteger();
        var over = new AtomicBoolean();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var visits = threads.submit(() -> visits(running, code, over));
            var pages = threads.submit(() -> pages(running, over));
            var guessing = threads.invokeAll(Collections.nCopies(AT_ONCE, (Callable<Boolean>) () -> {
                for (var guess = next.getAndIncrement(); guess < many; guess = next.getAndIncrement()) {
                    var status = guess(running, from.apply(guess));
                    counted.computeIfAbsent(status, _ -> new LongAdder()).increment();
                }
                return true;
            }));
            var took = Duration.ofNanos(System.nanoTime() - began);
            over.set(true);
            for (var one : guessing) {
                one.get();
            }
            return new Told(counted, took, visits.get(), pages.get());
        }
    }

    /** Somebody comes in again and again, from another address each time. */
    private List<Duration> visits(Running running, String code, AtomicBoolean over) {
        var times = new ArrayList<Duration>();
        while (!over.get() || times.isEmpty()) {
            times.add(comesIn(running, code, times.size() + 2));
        }
        return times;
    }

    /** Somebody reads meanwhile. */
    private List<Duration> pages(Running running, AtomicBoolean over) {
        var site = new Site(running.url(""), client);
        var times = new ArrayList<Duration>();
        while (!over.get() || times.isEmpty()) {
            var from = System.nanoTime();
            assertThat(site.get("/guide").statusCode()).isEqualTo(200);
            times.add(Duration.ofNanos(System.nanoTime() - from));
        }
        return times;
    }

    /** Where too many come at once somebody tries again, as the page asks them to. And leaves, so that no session stays. */
    private Duration comesIn(Running running, String code, int visit) {
        var from = System.nanoTime();
        var site = new Site(running.url(""), client);
        var form = Site.form("code", code, "pin", Person.PIN);
        var address = "192.0." + visit / 250 + "." + visit % 250;
        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> site.send("POST", "/return", form, "Origin", site.origin(), "X-Forwarded-For", address)
                                .statusCode()
                        == 200);
        var time = Duration.ofNanos(System.nanoTime() - from);
        site.post("/leave", "");
        return time;
    }

    private int guess(Running running, String from) throws IOException, InterruptedException {
        var form = Site.form("code", Secret.random(random).code(), "pin", "161803");
        var request = HttpRequest.newBuilder(URI.create(running.url("/return")))
                .header("Origin", running.url(""))
                .header("X-Forwarded-For", from)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** @return the code of somebody who has started here */
    private static String start(Running running) {
        try (var phone = new Phone(new Site(running.port()))) {
            return phone.enters("/start", "pack=guide" + Site.CHOSEN, "code").takes("return-code");
        }
    }
}
