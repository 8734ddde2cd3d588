// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.usecases.Written.text;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bothyes.conversation.Figures;
import org.bothyes.door.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Two hundred who hold a line and say nothing: others are served meanwhile, and who never says anything is hung up on. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdleIT {

    /** Milliseconds; twice of what the server has patience for. */
    private static final int LONGEST_SILENCE = 120_000;

    private static final int IDLE = 200;
    private static final int ASKED = 300;
    private static final String START = "pack=guide" + Site.CHOSEN;
    private static final String HALF = "POST /return HTTP/1.1\r\nHost: localhost\r\n";
    /** What is sent before the silence: nothing, half of the headers, or these and half of a body. */
    private static final List<String> BEFORE = List.of("", HALF, HALF + "Content-Length: 100\r\n\r\ncode=");

    private final Running running = Running.asItIsRun();

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    @Timeout(300)
    void two_hundred_that_send_nothing_or_half_a_request_hold_nobody_up_and_are_hung_up_on() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var connected = new CountDownLatch(IDLE);
            var silent = IntStream.range(0, IDLE)
                    .mapToObj(i -> threads.submit(() -> silence(BEFORE.get(i % BEFORE.size()), connected)))
                    .toList();
            connected.await();
            var times = served();
            var hungUp = new ArrayList<Duration>();
            for (var one : silent) {
                hungUp.add(one.get());
            }
            Figures.tell(
                    "beside %d connections that send nothing or half a request a page takes: %s; all were hung up on, the last after %s"
                            .formatted(IDLE, Figures.spread(times), Figures.longest(hungUp)));
        }
    }

    /** @return how long it took until the server had enough */
    private Duration silence(String before, CountDownLatch connected) throws IOException {
        try (var socket = new Socket("localhost", running.port())) {
            socket.setSoTimeout(LONGEST_SILENCE);
            socket.getOutputStream().write(before.getBytes(US_ASCII));
            var from = System.nanoTime();
            connected.countDown();
            try {
                socket.getInputStream().readAllBytes();
            } catch (SocketException reset) {
                assertThat(reset).hasMessageContaining("reset");
            }
            return Duration.ofNanos(System.nanoTime() - from);
        }
    }

    @Test
    @Timeout(300)
    void two_hundred_who_sit_before_a_page_and_do_nothing_hold_nobody_up_and_are_still_there() throws Exception {
        var idle = new ArrayList<Phone>();
        try {
            for (var i = 0; i < IDLE; i++) {
                idle.add(new Phone(new Site(running.port())).enters("/start", START, "code"));
            }
            var times = served();
            var taps = new ArrayList<Duration>();
            try (var ann = new Phone(new Site(running.port()))) {
                ann.enters("/start", START, "code").presses(text("code.kept"));
                for (var i = 0; i < ASKED; i++) {
                    var room = i % 2 == 0 ? "settings" : "ready";
                    taps.add(time(() -> ann.goes(room)));
                }
            }
            assertThat(idle).allSatisfy(Phone::isStillThere);
            idle.forEach(phone -> phone.presses(text("code.kept")).reads(text("invite.title")));
            Figures.tell("beside %d open pages that nobody touches a page takes: %s; a tap %s; all %d still there"
                    .formatted(IDLE, Figures.spread(times), Figures.spread(taps), idle.size()));
        } finally {
            idle.forEach(Phone::close);
        }
    }

    private List<Duration> served() {
        var site = new Site(running.port());
        var times = new ArrayList<Duration>();
        for (var i = 0; i < ASKED; i++) {
            var page = i % 2 == 0 ? "/" : "/guide";
            times.add(time(() -> assertThat(site.get(page).statusCode()).isEqualTo(200)));
        }
        return times;
    }

    private static Duration time(Runnable work) {
        var from = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - from);
    }
}
