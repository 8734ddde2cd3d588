// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bothyes.door.Site;
import org.bothyes.door.Wire;
import org.jspecify.annotations.Nullable;

/**
 * A phone without a screen: through the doors by their forms, and in the rooms by Vaadin's protocol, with a socket that
 * listens. It needs a thousandth of what a browser needs, so that many can be in use for hours. A fault that hides in an
 * answer that looks well is a fault here.
 */
public final class Phone implements AutoCloseable {

    /** Never reached where all is well. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** What Vaadin puts into an answer that looks well. */
    private static final Pattern NOT_WELL = Pattern.compile("appError|sessionExpired");

    private final Site site;
    private volatile Shown shown = new Shown();
    /** What came before its turn: an answer and a frame of the socket may overtake each other. */
    private final TreeMap<Integer, JsonObject> early = new TreeMap<>();

    private String handle = "";
    private String csrf = "";
    private int ui;
    private int syncId;
    private int clientId;
    private @Nullable WebSocket socket;
    private volatile @Nullable Throwable broken;
    private String said = "";
    private String told = "";

    public Phone(Site site) {
        this.site = site;
    }

    /** Goes in by a door, and on to a room. */
    public Phone enters(String door, String form, String room) {
        handle = Site.handle(site.post(door, form));
        return opens(room);
    }

    /** Loads a room. */
    private Phone opens(String room) {
        well(site.get("/c/" + room));
        shown = new Shown();
        broken = null;
        early.clear();
        clientId = 0;
        var init = well(site.get(Wire.init(room, handle)));
        var config = parsed(init.body()).getAsJsonObject("appConfig");
        var first = config.getAsJsonObject("uidl");
        ui = config.get("v-uiId").getAsInt();
        csrf = first.get("Vaadin-Security-Key").getAsString();
        syncId = first.get("syncId").getAsInt();
        shown.read(first);
        var ear = new Wire.Ear(this::messages, this::breaks);
        socket = Wire.listen(site, ui, first.get("Vaadin-Push-ID").getAsString(), syncId, ear);
        return goes(room);
    }

    /** Goes to a room as a link does. */
    public Phone goes(String room) {
        return sends(Wire.goes(room));
    }

    /** Presses the button on which this is written. */
    public Phone presses(String written) {
        var pressed = shown.around(shown.text(written));
        return sends(Wire.clicks(pressed));
    }

    /** Picks one of the answers of the only question, or of one of them. */
    public Phone picks(int question, int answer) {
        return sends(set(shown.tagged("vaadin-radio-group").get(question), "value", "\"" + answer + "\""));
    }

    /** Which answer stands there, as it was brought. */
    public int picked(int question) {
        return shown.value(shown.tagged("vaadin-radio-group").get(question));
    }

    /** Unfolds the line in which this is written. */
    public Phone unfolds(String written) {
        var line = shown.within("details", written);
        return sends(set(line, "open", "true") + ",{\"type\":\"event\",\"node\":" + line
                + ",\"event\":\"toggle\",\"data\":{}}");
    }

    private static String set(int node, String property, String value) {
        return "{\"type\":\"mSync\",\"node\":" + node + ",\"feature\":1,\"property\":\"" + property + "\",\"value\":"
                + value + "}";
    }

    /** Waits until this is written on the page, which somebody else may have to bring about. */
    public Phone reads(String written) {
        awaitWritten(written, true);
        return this;
    }

    /** Waits until this is written there no more. */
    public Phone misses(String written) {
        awaitWritten(written, false);
        return this;
    }

    private synchronized void awaitWritten(String written, boolean there) {
        var latest = System.nanoTime() + LONGEST_WAIT.toNanos();
        try {
            while (shown.says(written) != there) {
                var left = Duration.ofNanos(latest - System.nanoTime()).toMillis();
                if (left <= 0 || broken != null) {
                    throw new AssertionError((broken != null ? "broke before: " : "waited for: ") + written);
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the page is about. */
    public String heading() {
        return shown.in("h1");
    }

    /** What stands in the place of this name, for taking along. */
    public String takes(String id) {
        return shown.named(id);
    }

    /** The page still stands, if one does, as it says every minute. */
    public void isStillThere() {
        if (socket != null) {
            well(site.post("/c/?v-r=heartbeat&v-uiId=" + ui, ""));
        }
    }

    private Phone sends(String rpc) {
        hear(parsed(message("\"rpc\":[" + rpc + "]").body()));
        return this;
    }

    private HttpResponse<String> message(String what) {
        said = Wire.message(csrf, what, syncId, clientId++);
        var answer = posts();
        told = answer.body();
        return answer;
    }

    private HttpResponse<String> posts() {
        return well(site.postJson("/c/?v-r=uidl&v-uiId=" + ui, said));
    }

    /** What the server answered last. */
    public String told() {
        return told;
    }

    /** What it answers to the same once more, as a browser asks that has heard nothing. */
    public String asksAgain() {
        return posts().body();
    }

    private static HttpResponse<String> well(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError("answered with " + answer.statusCode());
        }
        return answer;
    }

    private static JsonObject parsed(String message) {
        return JsonParser.parseString(Wire.tidy(message)).getAsJsonObject();
    }

    private synchronized void hear(JsonObject message) {
        if (message.has("resynchronize")
                || NOT_WELL.matcher(String.valueOf(message.get("meta"))).find()) {
            throw new AssertionError("refused: " + message.get("meta"));
        }
        early.put(message.get("syncId").getAsInt(), message);
        for (var next = early.remove(syncId + 1); next != null; next = early.remove(syncId + 1)) {
            syncId++;
            shown.read(next);
        }
        notifyAll();
    }

    /** As a page that goes away: it says so, and its socket closes. */
    public Phone closesThePage() {
        message("\"rpc\":[],\"UNLOAD\":true");
        vanishes();
        return this;
    }

    /** As a battery that runs out: nobody is told anything. */
    public void vanishes() {
        if (socket != null) {
            socket.abort();
            socket = null;
        }
    }

    /** Leaves by the way out. */
    @Override
    public void close() {
        vanishes();
        site.post("/leave", "");
    }

    private synchronized void breaks(WebSocket line, Throwable fault) {
        if (line.equals(socket)) {
            broken = fault;
            notifyAll();
        }
    }

    private void messages(String frame) {
        Wire.messages(frame).stream().filter(said -> said.startsWith("{")).forEach(said -> hear(parsed(said)));
    }
}
