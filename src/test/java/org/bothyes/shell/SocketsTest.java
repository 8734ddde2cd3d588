// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.atmosphere.cpr.AtmosphereFramework;
import org.atmosphere.cpr.Broadcaster;
import org.atmosphere.cpr.BroadcasterListenerAdapter;
import org.atmosphere.cpr.Deliver;
import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The socket that a page listens to: what is said to it is on its way at once, and what somebody with a session can send by
 * it is nothing large, and nothing that counts.
 */
@Served
class SocketsTest {

    private static final Pattern PUSH_ID = Pattern.compile("Vaadin-Push-ID\":\"([^\"]+)");
    private static final Pattern UI_ID = Pattern.compile("v-uiId\":(\\d+)");
    private static final int NORMAL = 1000;
    private static final int TOO_BIG = 1009;
    private static final int MOST = 16 * 1024;

    private final Site site;
    private final ServletContext servlets;
    private final Ear ear = new Ear();
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    SocketsTest(@LocalServerPort int port, ServletContext servlets) {
        this.site = new Site(port);
        this.servlets = servlets;
    }

    @BeforeEach
    void somebody_starts() {
        site.post("/start", "pack=guide" + Site.CHOSEN);
    }

    @AfterEach
    void nobody_is_left() {
        client.shutdownNow();
    }

    /**
     * By one, and the last frame goes when the container has read the others: else it hangs up on what it has not read, and
     * the end can't be heard.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 17})
    void a_message_over_16_kibibytes_ends_the_socket_in_one_frame_or_in_many(int frames) throws Exception {
        var socket = listens();
        var left = MOST + 1;
        for (var i = 1; i < frames; i++) {
            says(socket, "x".repeat(MOST / frames), false);
            left -= MOST / frames;
        }
        socket.sendPing(ByteBuffer.allocate(0)).get(5, TimeUnit.SECONDS);
        ear.ponged.get(5, TimeUnit.SECONDS);
        says(socket, "x".repeat(left), true);
        assertThat(ear.closed()).isEqualTo(TOO_BIG);
    }

    /** Vaadin takes a message in several pieces, each a message of the socket's own, and would gather them all. */
    @Test
    void the_first_piece_of_a_message_in_many_ends_the_socket() throws Exception {
        says(listens(), "100000000|" + "x".repeat(10_000), true);
        assertThat(ear.closed()).isEqualTo(NORMAL);
    }

    @Test
    void what_is_said_by_the_socket_is_not_heard_however_small() throws Exception {
        says(listens(), "10|{\"rpc\":[]}", true);
        assertThat(ear.closed()).isEqualTo(NORMAL);
    }

    /** Atmosphere's own has one thread read for all pages, and forgets at times to call it back. */
    @Test
    void what_a_page_is_told_passes_no_thread_that_reads_for_all() throws Exception {
        var broadcaster = framework().getBroadcasterFactory().get("a page of a test");
        var readers = new CopyOnWriteArrayList<Thread>();
        broadcaster.addBroadcasterListener(new BroadcasterListenerAdapter() {
            @Override
            public void onMessage(Broadcaster of, Deliver said) {
                readers.add(Thread.currentThread());
            }
        });
        try {
            broadcaster.broadcast("look again").get(5, TimeUnit.SECONDS);
            assertThat(readers).containsExactly(Thread.currentThread());
        } finally {
            broadcaster.destroy();
        }
    }

    private AtmosphereFramework framework() {
        return Collections.list(servlets.getAttributeNames()).stream()
                .map(servlets::getAttribute)
                .filter(AtmosphereFramework.class::isInstance)
                .map(AtmosphereFramework.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** A page that is open, as far as the server knows, and its socket. */
    private WebSocket listens() throws Exception {
        var page = site.get("/c/?v-r=init&location=ready&query=").body();
        var address = "/c/VAADIN/push?v-r=push&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript"
                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true&v-uiId="
                + found(UI_ID, page) + "&v-pushId="
                + found(PUSH_ID, page);
        var socket = client.newWebSocketBuilder()
                .header("Cookie", "JSESSIONID=" + site.cookie().orElseThrow())
                .header("Origin", site.origin())
                .buildAsync(URI.create(site.origin().replace("http", "ws") + address), ear)
                .get(5, TimeUnit.SECONDS);
        assertThat(ear.greeted.get(5, TimeUnit.SECONDS)).contains("|0|X|");
        return socket;
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private static void says(WebSocket socket, String text, boolean last) throws Exception {
        socket.sendText(text, last).get(5, TimeUnit.SECONDS);
    }

    /** Who listens at this end: to the greeting, and to how it ends. */
    private static final class Ear implements WebSocket.Listener {

        private final CompletableFuture<String> greeted = new CompletableFuture<>();
        private final CompletableFuture<Boolean> ponged = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            greeted.complete(text.toString());
            socket.request(1);
            return greeted;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            ponged.complete(true);
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return closed;
        }

        @Override
        public void onError(WebSocket socket, Throwable fault) {
            closed.completeExceptionally(fault);
        }

        int closed() throws Exception {
            return closed.get(5, TimeUnit.SECONDS);
        }
    }
}
