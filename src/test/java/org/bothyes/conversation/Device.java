// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.vaadin.flow.component.UI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bothyes.door.Site;
import org.bothyes.door.Wire;
import org.jspecify.annotations.Nullable;

/**
 * A browser without a screen that speaks Vaadin's protocol and writes down everything that reaches it: the status, the
 * headers and the body of every answer, and every frame of the socket. What is random by nature is evened out.
 *
 * <p>A message is {@code {csrfToken, rpc, syncId, clientId}} posted to {@code /c/?v-r=uidl}; what comes back, there or
 * through the socket, is a list of changes to a tree of numbered nodes, and the tree is kept only as far as it takes to
 * find a button by what is written on it.
 */
final class Device implements Diary {

    /** Seconds; never reached where all is well. */
    private static final int LONGEST_WAIT = 30;

    private static final String BROKE = "the line broke: ";

    private final Screens screens;
    private final Site site;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private String handle = "";
    private String csrf = "";
    private int ui;
    private int syncId;
    private int clientId;
    private int marks;
    private @Nullable WebSocket socket;
    private @Nullable UI screen;

    Device(int port, Screens screens) {
        this.screens = screens;
        this.site = new Site(port);
    }

    @Override
    public void comesBack(String code) {
        var entered = site.post("/return", Site.form("code", code, "pin", "271828"));
        handle = Site.handle(entered);
        hear("POST /return", entered);
    }

    @Override
    public void opens(String room) {
        hangUp();
        hear("GET /c/" + room, site.get("/c/" + room));
        texts.clear();
        parents.clear();
        clientId = 0;
        var init = site.get(Wire.init(room, handle));
        hear("init " + room, init);
        screen = screens.newest();
        var config = JsonParser.parseString(init.body()).getAsJsonObject().getAsJsonObject("appConfig");
        ui = config.get("v-uiId").getAsInt();
        var uidl = config.getAsJsonObject("uidl");
        csrf = uidl.get("Vaadin-Security-Key").getAsString();
        read(uidl);
        var ear = new Wire.Ear(this::frame, (from, fault) -> heard.add(BROKE + fault));
        socket = Wire.listen(site, ui, uidl.get("Vaadin-Push-ID").getAsString(), syncId, ear);
        goes(room);
    }

    @Override
    public void goes(String room) {
        sends(Wire.goes(room));
        settles();
    }

    /** Presses the button or follows the link on which this is written. */
    @Override
    public void presses(String written) {
        var text = texts.entrySet().stream()
                .filter(entry -> entry.getValue().equals(written))
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElseThrow(() -> new AssertionError("nothing says: " + written + " in " + texts.values()));
        var pressed = parents.getOrDefault(text, text);
        sends(Wire.clicks(pressed));
        settles();
    }

    @Override
    public void isStillThere() {
        hear("heartbeat", site.post("/c/?v-r=heartbeat&v-uiId=" + ui, ""));
    }

    private void sends(String rpc) {
        var message = Wire.message(csrf, "\"rpc\":[" + rpc + "]", syncId, clientId++);
        var answer = site.postJson("/c/?v-r=uidl&v-uiId=" + ui, message);
        hear("message", answer);
        read(JsonParser.parseString(Wire.tidy(answer.body())).getAsJsonObject());
    }

    /** Has the server say something that comes after all that is on its way, and waits for it. */
    @Override
    public void settles() {
        var here = screen;
        if (here == null || socket == null) {
            return;
        }
        var mark = "mark " + ++marks + ".";
        var _ = here.access(() -> here.getPage().executeJs("/* " + mark + " */"));
        await().atMost(Duration.ofSeconds(LONGEST_WAIT))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .failFast(() -> assertThat(heard).noneMatch(line -> line.startsWith(BROKE)))
                .until(() -> heard.stream().anyMatch(line -> line.contains(mark)));
    }

    @Override
    public void ends() {
        settles();
        opens("");
    }

    @Override
    public List<String> heard() {
        return List.copyOf(heard);
    }

    private void hear(String what, HttpResponse<String> answer) {
        var headers = answer.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("date"))
                .map(Object::toString)
                .toList();
        var body = Wire.tidy(answer.body());
        heard.add(Diary.evened(what + " " + answer.statusCode() + " " + headers + " "
                + answer.body().length() + " " + (body.startsWith("{") ? Diary.inOrder(body) : body)));
    }

    private void read(JsonObject uidl) {
        if (uidl.has("syncId")) {
            syncId = Math.max(syncId, uidl.get("syncId").getAsInt());
        }
        if (uidl.get("changes") instanceof JsonArray changes) {
            changes.forEach(change -> read(
                    change.getAsJsonObject(),
                    change.getAsJsonObject().get("node").getAsInt()));
        }
    }

    /** Of all that happens to nodes: which are whose children (list 2), and what stands on a text (property of map 7). */
    private synchronized void read(JsonObject change, int node) {
        if ("detach".equals(change.get("type").getAsString())) {
            texts.remove(node);
        } else if (change.get("addNodes") instanceof JsonArray added) {
            added.forEach(child -> parents.put(child.getAsInt(), node));
        } else if (change.has("feat") && change.get("feat").getAsInt() == 7 && change.has("value")) {
            texts.put(node, change.get("value").getAsString());
        }
    }

    private void hangUp() {
        if (socket != null) {
            settles();
            socket.abort();
        }
    }

    @Override
    public void close() {
        hangUp();
        site.post("/leave", "");
    }

    private void frame(String said) {
        if (!Diary.keepsTheLineOpen(said)) {
            Wire.messages(said)
                    .forEach(message ->
                            read(JsonParser.parseString(Wire.tidy(message)).getAsJsonObject()));
            heard.add(Diary.evened("frame " + said));
        }
    }
}
