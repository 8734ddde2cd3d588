// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Measures how pages come to somebody with a slow phone on a slow line: ours, and any others whose addresses are given,
 * each with an empty cache, several times in turn. Nothing is asserted. Started by {@code bench/pages}.
 */
final class PageBench {

    private static final int RUNS = 5;

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
            List.of("/", "/guide", "/guide/calls", "/guide/myths", "/questions", "/scripts", "/help");

    /** What blocks is each task's part over 50 ms (web.dev, total blocking time). */
    private static final String WATCH = """
            {
            const seen = window.seen = {largest: 0, shift: 0, blocking: 0};
            const watch = (type, see) => new PerformanceObserver(list => list.getEntries().forEach(see))
                .observe({type, buffered: true});
            watch('largest-contentful-paint', paint => seen.largest = paint.startTime);
            watch('layout-shift', move => { if (!move.hadRecentInput) seen.shift += move.value; });
            watch('longtask', task => seen.blocking += Math.max(0, task.duration - 50));
            new MutationObserver((_, watch) => {
              if (!document.querySelector('.page h1')) return;
              watch.disconnect();
              seen.room = performance.now();
            }).observe(document, {childList: true, subtree: true});
            }""";

    private static final String SEEN = """
            () => JSON.stringify({
              ...window.seen, first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0})""";

    private final Browser browser;
    private final List<String> others;
    private final Map<String, List<Visit>> pages = new TreeMap<>();
    private final List<Visit> cold = new ArrayList<>();
    private final List<Visit> prepared = new ArrayList<>();
    private final List<Visit> coldAgain = new ArrayList<>();
    private final List<Visit> again = new ArrayList<>();

    private PageBench(Browser browser, List<String> others) {
        this.browser = browser;
        this.others = others;
    }

    public static void main(String[] addresses) {
        try (var real = new RealBrowser().launch();
                var running = Running.asItIsRun()) {
            new PageBench(real.browser(), List.of(addresses)).run(running);
        }
    }

    private void run(Running running) {
        var addresses =
                Stream.concat(OURS.stream().map(running::url), others.stream()).toList();
        for (var run = 0; run <= RUNS; run++) { // the first is for the server to get warm
            for (var address : addresses) {
                keep(run, pages.computeIfAbsent(address, _ -> new ArrayList<>()), visit(address));
            }
            keep(run, cold, room(running, true));
            keep(run, prepared, room(running, false));
            keep(run, coldAgain, again(running, true));
            keep(run, again, again(running, false));
        }
        System.out.printf(
                Locale.ENGLISH,
                "Medians of %d, and from to; slow 4G, CPU %d times slower, nothing in the cache%n%n",
                RUNS,
                SLOWER_CPU);
        print("page", "KB", "requests", "ahead, KB", "first paint, s", "largest paint, s", "blocking, s", "shift");
        for (var address : addresses) {
            print(address.replace(running.url("/"), "/"), pages.getOrDefault(address, List.of()));
        }
        System.out.println();
        print("first room by an invitation", "KB", "requests", "ahead, KB", "usable, s", "", "blocking, s", "shift");
        print("nothing in the cache", cold);
        print("fetched while the form was filled in", prepared);
        System.out.println();
        print("a room by its address", "KB", "requests", "ahead, KB", "usable, s", "", "blocking, s", "shift");
        print("nothing in the cache", coldAgain);
        print("everything in the cache", again);
    }

    private static void keep(int run, List<Visit> visits, Visit visit) {
        if (run > 0) {
            visits.add(visit);
        }
    }

    private Visit visit(String address) {
        try (var context = browser.newContext(phone())) {
            var page = context.newPage();
            var line = new Line(page);
            line.slowDown();
            page.navigate(address);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return line.visit(false);
        }
    }

    /** From the tap on "join" until the first room can be used. */
    private Visit room(Running running, boolean forgets) {
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
            guest.button("join.go").click();
            page.waitForURL("**/c/code");
            page.locator(".page h1").waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return line.visit(true);
        }
    }

    /** From the address until the room can be used, by somebody who is let in already. */
    private Visit again(Running running, boolean forgets) {
        try (var context = browser.newContext(phone())) {
            var page = context.newPage();
            new Person("starter", running, page).starts();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            var line = new Line(page);
            if (forgets) {
                line.forget();
            }
            line.slowDown();
            page.navigate(running.url("/c/ready"));
            page.locator(".page h1").waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return line.visit(true);
        }
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(390, 844);
    }

    private static void print(String what, List<Visit> visits) {
        print(
                what,
                figure("%.1f", visits.stream().mapToDouble(Visit::kilobytes)),
                figure("%.0f", visits.stream().mapToDouble(Visit::requests)),
                figure("%.0f", visits.stream().mapToDouble(Visit::ahead)),
                figure("%.2f", visits.stream().mapToDouble(Visit::first)),
                figure("%.2f", visits.stream().mapToDouble(Visit::largest)),
                figure("%.2f", visits.stream().mapToDouble(Visit::blocking)),
                figure("%.3f", visits.stream().mapToDouble(Visit::shift)));
    }

    /** The median, and the range where there is one. */
    private static String figure(String format, DoubleStream values) {
        var sorted = values.sorted().toArray();
        var least = String.format(Locale.ENGLISH, format, sorted[0]);
        var most = String.format(Locale.ENGLISH, format, sorted[sorted.length - 1]);
        var median = String.format(Locale.ENGLISH, format, sorted[sorted.length / 2]);
        return least.equals(most) ? median : median + " (" + least + " to " + most + ")";
    }

    private static void print(String... cells) {
        System.out.printf("| %-36s | %6s | %8s | %9s | %19s | %19s | %19s | %5s |%n", (Object[]) cells);
    }

    /** @param ahead kilobytes that were fetched for later pages; they are not in the others */
    private record Visit(
            double kilobytes,
            double requests,
            double ahead,
            double first,
            double largest,
            double blocking,
            double shift) {}

    /** What crosses the network to one page, compressed and with headers, as the browser's own tools count it. */
    private static final class Line {

        private final Page page;
        private final CDPSession tools;
        private final Map<String, Boolean> asked = new TreeMap<>();
        private double bytes;
        private int requests;
        private double ahead;

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

        private void count(JsonObject event) {
            var size = event.get("encodedDataLength").getAsDouble();
            var later = asked.get(id(event));
            if (size == 0 || later == null) {
                return;
            } else if (later) {
                ahead += size;
            } else {
                bytes += size;
                requests++;
            }
        }

        Visit visit(boolean room) {
            var seen = JsonParser.parseString((String) page.evaluate(SEEN)).getAsJsonObject();
            return new Visit(
                    bytes / 1024,
                    requests,
                    ahead / 1024,
                    seconds(seen, room ? "room" : "first"),
                    seconds(seen, "largest"),
                    seconds(seen, "blocking"),
                    seen.get("shift").getAsDouble());
        }

        private static double seconds(JsonObject seen, String what) {
            return seen.get(what).getAsDouble() / 1000;
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }
    }
}
