// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import java.net.URI;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What it takes to speak Vaadin's protocol: addresses, what a page sends, and the frames that come by its socket. */
public final class Wire {

    private static final String CLICKED = """
            {"event.shiftKey":false,"event.metaKey":false,"event.ctrlKey":false,"event.altKey":false,"event.detail":1,\
            "event.button":0,"event.clientX":1,"event.clientY":1,"event.screenX":1,"event.screenY":1}""";

    private Wire() {}

    /** Where a room asks for what it shows at first, in the tab of this handle. */
    public static String init(String room, String handle) {
        return "/c/?v-r=init&location=" + room + "&query=&v-sw=&v-wn=" + handle + "&v-tzo=0";
    }

    /** Opens the socket of a page. */
    public static WebSocket listen(Site site, int ui, String pushId, int syncId, WebSocket.Listener ear) {
        var address = URI.create(site.sockets() + "/c/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId=" + pushId
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json&X-atmo-protocol=true"
                + "&X-Vaadin-LastSeenServerSyncId=" + syncId);
        return site.client()
                .newWebSocketBuilder()
                .header("Cookie", site.cookieHeader())
                .header("Origin", site.origin())
                .buildAsync(address, ear)
                .join();
    }

    /** Follows a link to a room. */
    public static String goes(String room) {
        return """
                {"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"","appShellTitle":"",\
                "historyState":null,"trigger":""}}""".formatted(room);
    }

    /** Clicks on a node. */
    public static String clicks(int node) {
        return "{\"type\":\"event\",\"node\":" + node + ",\"event\":\"click\",\"data\":" + CLICKED + "}";
    }

    /**
     * What a page posts.
     *
     * @param what happened there, or that it goes, as {@code "rpc":[…]}
     */
    public static String message(String csrf, String what, int syncId, int clientId) {
        return "{\"csrfToken\":\"" + csrf + "\"," + what + ",\"syncId\":" + syncId + ",\"clientId\":" + clientId + "}";
    }

    /** The messages of a whole frame, each with its length before it, {@code 2|{}}; signs of life among them. */
    public static List<String> messages(String frame) {
        var messages = new ArrayList<String>();
        for (var at = 0; frame.indexOf('|', at) > at; ) {
            var bar = frame.indexOf('|', at) + 1;
            var end = bar + Integer.parseInt(frame.substring(at, bar - 1).strip());
            messages.add(frame.substring(bar, Math.min(end, frame.length())));
            at = end;
        }
        return messages;
    }

    /** Vaadin's messages begin so that no script can load them. */
    public static String tidy(String message) {
        return message.replaceFirst("^for\\(;;\\);\\[(.*)]$", "$1");
    }

    /** Hears every frame, whole. */
    public static final class Ear implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();
        private final Consumer<String> frames;
        private final BiConsumer<WebSocket, Throwable> broken;

        /** @param broken what is told of a line that broke */
        public Ear(Consumer<String> frames, BiConsumer<WebSocket, Throwable> broken) {
            this.frames = frames;
            this.broken = broken;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                frames.accept(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable fault) {
            broken.accept(from, fault);
        }
    }
}
