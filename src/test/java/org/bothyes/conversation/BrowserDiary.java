// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A real browser, with all that its owner can look at by its tools: after each step what stands on the page, its address,
 * title and storage; every line of the console; and the frames of the socket that come while nobody touches the page. How a
 * browser spreads its own requests over answers and frames hangs on its haste, so those are the {@link Device}'s to compare.
 */
final class BrowserDiary implements Diary {

    private static final String STANDS = """
            () => JSON.stringify([location.pathname, document.title, Object.keys(localStorage),
                Object.keys(sessionStorage), document.querySelector('.page, main')?.outerHTML])""";

    private final Screens screens;
    private final BrowserContext phone;
    private final Page page;
    private final String rooms;
    private final String door;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private boolean touched = true;
    private int marks;

    BrowserDiary(BrowserContext phone, int port, Screens screens) {
        this.screens = screens;
        this.phone = phone;
        this.page = phone.newPage();
        this.rooms = "http://localhost:" + port + "/c/";
        this.door = "http://localhost:" + port + "/return";
        page.onConsoleMessage(line -> says(line.text()));
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> comes(frame.text())));
    }

    /** Atmosphere tells the time at which it has connected. */
    private void says(String line) {
        if (!line.contains("Atmosphere: ")) {
            heard.add("console: " + Diary.evened(line));
        }
    }

    private void comes(String frame) {
        if (!touched && !Diary.keepsTheLineOpen(frame) && !frame.contains("window.mark")) {
            var message = JsonParser.parseString(frame.substring(frame.indexOf('{'), frame.lastIndexOf('}') + 1))
                    .getAsJsonObject();
            message.remove("syncId"); // counts the browser's own requests, too
            heard.add(Diary.evened("frame " + Diary.inOrder(message.toString())));
        }
    }

    @Override
    public void comesBack(String code) {
        touched = true;
        page.navigate(door);
        page.locator("input[name=code]").fill(code);
        page.locator("input[name=pin]").fill("271828");
        page.locator("button.go").click();
        page.waitForURL(rooms + "**");
        settles();
    }

    @Override
    public void opens(String room) {
        touched = true;
        page.navigate(rooms + room);
        settles();
    }

    /** A browser has no link to every room, and an address typed is what is at hand. */
    @Override
    public void goes(String room) {
        opens(room);
    }

    @Override
    public void presses(String written) {
        touched = true;
        var button = page.getByText(written, new Page.GetByTextOptions().setExact(true))
                .last();
        page.waitForResponse(answer -> answer.url().contains("v-r=uidl"), button::click);
        settles();
    }

    /** A browser tells this by itself, every minute. */
    @Override
    public void isStillThere() {}

    /** Only what comes from now on comes by itself. */
    @Override
    public void settles() {
        page.locator("h1").waitFor();
        if (page.url().startsWith(rooms)) {
            var mark = ++marks;
            var here = screens.newest();
            // Before its line stands, a page hears by an answer, and all at once, what comes by frames afterwards.
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> here.getInternals().getPushConnection().isConnected());
            var _ = here.access(() -> here.getPage().executeJs("window.mark = " + mark));
            page.waitForFunction("window.mark === " + mark);
        }
        heard.add(Diary.evened("stands " + page.evaluate(STANDS)));
        touched = false;
    }

    /** What has ended leads out of the rooms by itself. */
    @Override
    public void ends() {
        page.waitForURL(url -> !url.startsWith(rooms));
        settles();
    }

    @Override
    public List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        phone.close();
    }
}
