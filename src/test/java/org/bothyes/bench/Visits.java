// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bothyes.usecases.Person;
import org.bothyes.usecases.RealBrowser;
import org.bothyes.usecases.Running;

/**
 * How pages come to somebody with a slow phone on a slow line: ours, one of 14 KB that has all in one file, and peers,
 * each with an empty cache, several times in turn.
 */
final class Visits implements Part {

    private static final int ROUNDS = 5;

    /**
     * Slow 4G as Lighthouse has it, 150 ms and 1.6 Mbit/s. The browser slows down requests and not packets, so a request
     * waits 3.75 times as long, for the rounds that connecting and TLS take, and gets nine tenths of the bytes (Lighthouse,
     * docs/throttling.md).
     */
    private static final double LATENCY_MILLIS = 150 * 3.75;

    private static final double DOWN_BYTES_PER_SECOND = 1.6 * 1024 * 1024 / 8 * 0.9;
    private static final double UP_BYTES_PER_SECOND = 750 * 1024 / 8.0 * 0.9;
    private static final int SLOWER_CPU = 4;

    private static final List<String> OURS =
            List.of("/guide", "/guide/calls", "/guide/myths", "/questions", "/scripts", "/help");

    /** What blocks is each task's part over 50 ms (web.dev, total blocking time). */
    private static final String WATCH = """
            {
            const seen = window.seen = {largest: 0, blocking: 0};
            const watch = (type, see) => new PerformanceObserver(list => list.getEntries().forEach(see))
                .observe({type, buffered: true});
            watch('largest-contentful-paint', paint => seen.largest = paint.startTime);
            watch('longtask', task => seen.blocking += Math.max(0, task.duration - 50));
            new MutationObserver((_, watch) => {
              if (!document.querySelector('.page h1')) return;
              watch.disconnect();
              seen.room = performance.now();
              console.debug('room');
            }).observe(document, {childList: true, subtree: true});
            }""";

    private static final String SEEN = """
            () => JSON.stringify({
              ...window.seen, first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0})""";

    private static final String ROOM = "room";
    private static final String FRONT_DOOR = "/";
    private static final String FLOOR = "floor: one file of 14 KB";
    private static final String PEER = "KinkList";

    private final Peers peers;

    Visits(Peers peers) {
        this.peers = peers;
    }

    @Override
    public void measure(Table table) throws IOException {
        try (var real = new RealBrowser().launch();
                var running = Running.asItIsRun();
                var still = new OnePage()) {
            var us = new Us(real.browser(), running);
            us.visit(running.url(FRONT_DOOR)); // for the server to get warm
            us.room(true);
            frontDoor(table, us, still);
            for (var page : OURS) {
                var paint = table.line("first visit to " + page + ": largest paint, s");
                var size = table.line("first visit to " + page + ": KB");
                for (var round = 0; round < ROUNDS; round++) {
                    var visit = us.visit(running.url(page));
                    paint.ours(visit.largest());
                    size.ours(visit.kilobytes());
                }
                paint.print();
                size.print();
            }
            room(table, "first room by an invitation, nothing in the cache", () -> us.room(true));
            room(table, "first room by an invitation, fetched ahead", () -> us.room(false));
            room(table, "a room by its address, all in the cache", us::again);
        }
    }

    private void frontDoor(Table table, Us us, OnePage still) {
        var paint = table.line("first visit to the front door: largest paint, s");
        var size = table.line("first visit to the front door: KB");
        var blocking = table.line("first visit to the front door: blocking, s");
        for (var round = 0; round < ROUNDS; round++) {
            var all = new LinkedHashMap<String, Visit>();
            all.put(Table.US, us.visit(us.running.url(FRONT_DOOR)));
            all.put(FLOOR, us.visit(still.url()));
            peers.pages((name, address) -> all.put(name, us.visit(address.toString())));
            all.forEach((whose, visit) -> {
                paint.of(whose, visit.largest());
                size.of(whose, visit.kilobytes());
                blocking.of(whose, visit.blocking());
            });
        }
        paint.atMost(0.5, PEER).print();
        size.atMost(14).print();
        blocking.print();
    }

    private static void room(Table table, String what, Supplier<Visit> visits) {
        var size = table.line(what + ": KB");
        var usable = table.line(what + ": usable, s");
        var blocking = table.line(what + ": blocking, ms");
        for (var round = 0; round < ROUNDS; round++) {
            var visit = visits.get();
            size.ours(visit.kilobytes());
            usable.ours(visit.first());
            blocking.ours(visit.blocking() * 1000);
        }
        size.atMost(190).print();
        usable.print();
        blocking.atMost(300).print();
    }

    /** No page can be faster than one that is a single file and asks for nothing. */
    private static final class OnePage implements AutoCloseable {

        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        OnePage() throws IOException {
            var page = ("<!doctype html><title>One</title><link rel=icon href=data:,><h1>One</h1><p>"
                            + "one ".repeat(3400))
                    .getBytes(UTF_8);
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                }
            });
            server.start();
        }

        String url() {
            return "http://localhost:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    /** Somebody who comes to us, each time with a browser that has not been here. */
    private record Us(Browser browser, Running running) {

        private Visit visit(String address) {
            try (var context = browser.newContext(phone())) {
                var page = context.newPage();
                var line = new Line(page);
                line.slowDown();
                page.navigate(address);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                page.waitForFunction("() => window.seen.largest");
                return line.visit(false);
            }
        }

        /** From the tap on "join" until the first room can be used. */
        private Visit room(boolean forgets) {
            try (var starter = browser.newContext();
                    var context = browser.newContext(phone())) {
                var invitation = new Person("starter", running, starter.newPage()).starts();
                var page = context.newPage();
                var guest = new Person("guest", running, page);
                page.navigate(invitation.link());
                guest.fills("words", invitation.words()).button("join.look").click();
                guest.choosesPin().ticksBoth();
                page.waitForLoadState(LoadState.NETWORKIDLE);
                var line = new Line(page);
                if (forgets) {
                    line.forget();
                }
                line.slowDown();
                line.untilThereIsARoom(() -> guest.button("join.go").click());
                var visit = line.visit(true);
                guest.sees("code.title");
                return visit;
            }
        }

        /** From the address until the room can be used, by somebody who is let in already. */
        private Visit again() {
            try (var context = browser.newContext(phone())) {
                var page = context.newPage();
                var starter = new Person("starter", running, page);
                starter.starts();
                page.waitForLoadState(LoadState.NETWORKIDLE);
                var line = new Line(page);
                line.slowDown();
                line.untilThereIsARoom(() -> page.navigate(running.url("/c/ready")));
                var visit = line.visit(true);
                starter.sees("ready.title");
                return visit;
            }
        }

        private static Browser.NewContextOptions phone() {
            return new Browser.NewContextOptions().setViewportSize(390, 844);
        }
    }

    /**
     * How a page came.
     *
     * @param kilobytes without what was fetched for later pages
     * @param first seconds until something was there, or a room could be used
     * @param largest seconds until the largest thing was there
     * @param blocking seconds
     */
    private record Visit(double kilobytes, double first, double largest, double blocking) {}

    /** What crosses the network to one page, compressed and with headers, as the browser's own tools count it. */
    private static final class Line {

        private final Page page;
        private final CDPSession tools;
        private final Map<String, Boolean> asked = new TreeMap<>();
        private double bytes;

        Line(Page page) {
            this.page = page;
            page.addInitScript(WATCH);
            tools = page.context().newCDPSession(page);
            tools.send("Network.enable");
            tools.on("Network.requestWillBeSent", event -> asked.put(id(event), isAhead(event)));
            tools.on("Network.requestServedFromCache", event -> asked.remove(id(event)));
            tools.on("Network.loadingFinished", this::count);
        }

        private static boolean isAhead(JsonObject event) {
            return event.getAsJsonObject("request").getAsJsonObject("headers").keySet().stream()
                    .anyMatch(header -> header.equalsIgnoreCase("Sec-Purpose") || header.equalsIgnoreCase("Purpose"));
        }

        void forget() {
            tools.send("Network.clearBrowserCache");
        }

        void slowDown() {
            var line = new JsonObject();
            line.addProperty("offline", false);
            line.addProperty("latency", LATENCY_MILLIS);
            line.addProperty("downloadThroughput", DOWN_BYTES_PER_SECOND);
            line.addProperty("uploadThroughput", UP_BYTES_PER_SECOND);
            tools.send("Network.emulateNetworkConditions", line);
            var cpu = new JsonObject();
            cpu.addProperty("rate", SLOWER_CPU);
            tools.send("Emulation.setCPUThrottlingRate", cpu);
        }

        /** The page says itself when it is there: what a locator brings along to look for it would block it, too. */
        void untilThereIsARoom(Runnable goes) {
            page.waitForConsoleMessage(
                    new Page.WaitForConsoleMessageOptions()
                            .setPredicate(message -> message.text().equals(ROOM)),
                    goes);
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }

        private void count(JsonObject event) {
            var isAhead = asked.get(id(event));
            if (isAhead != null && !isAhead) {
                bytes += event.get("encodedDataLength").getAsDouble();
            }
        }

        Visit visit(boolean room) {
            var seen = JsonParser.parseString((String) page.evaluate(SEEN)).getAsJsonObject();
            return new Visit(
                    bytes / 1024,
                    seconds(seen, room ? "room" : "first"),
                    seconds(seen, "largest"),
                    seconds(seen, "blocking"));
        }

        private static double seconds(JsonObject seen, String what) {
            return seen.get(what).getAsDouble() / 1000;
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }
    }
}
