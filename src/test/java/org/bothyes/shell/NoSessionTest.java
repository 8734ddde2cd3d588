// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.bothyes.conversation.Figures;
import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Whatever is asked without a cookie leaves no session behind. */
@Served
@Tag("faults")
class NoSessionTest {

    private static final int REQUESTS = 3_000;

    private final Site site;
    private final Manager sessions;

    @Autowired
    NoSessionTest(WebServerApplicationContext app, @LocalServerPort int port) {
        var server = (TomcatWebServer) Objects.requireNonNull(app.getWebServer());
        this.sessions = ((Context) server.getTomcat().getHost().findChildren()[0]).getManager();
        this.site = new Site(port);
    }

    /** A request, with the number of its turn where one stands for it. */
    private sealed interface Asked {

        record Get(String path) implements Asked {}

        record Post(String path, String body) implements Asked {}

        record Socket(String path) implements Asked {}
    }

    private static final List<Asked> ALL = List.of(
            new Asked.Get("/"),
            new Asked.Get("/guide"),
            new Asked.Get("/start"),
            new Asked.Get("/join"),
            new Asked.Get("/return"),
            new Asked.Get("/classroom"),
            new Asked.Get("/unknown/#"),
            new Asked.Get("/c"),
            new Asked.Get("/c/"),
            new Asked.Get("/c/ready"),
            new Asked.Get("/c/shared"),
            new Asked.Get("/c/unknown-#"),
            new Asked.Get("/c/unknown-#.css"),
            new Asked.Get("/c/?v-r=init&location=ready"),
            new Asked.Get("/c/?v-r=push&v-uiId=#"),
            new Asked.Get("/c/ready?v-r=uidl"),
            new Asked.Get("/c/VAADIN/push"),
            new Asked.Get("/c/VAADIN/build/unknown-#.js"),
            new Asked.Get("/c/VAADIN/dynamic/resource/#"),
            new Asked.Post("/c/?v-r=uidl&v-uiId=#", "{\"csrfToken\":\"#\",\"rpc\":[],\"syncId\":0,\"clientId\":0}"),
            new Asked.Post("/c/?v-r=uidl&v-uiId=#", "x"),
            new Asked.Post("/c/?v-r=heartbeat&v-uiId=#", ""),
            new Asked.Post("/c/ready", "x=#"),
            new Asked.Post("/", "x=#"),
            new Asked.Post("/unknown", "x=#"),
            new Asked.Post("/awake", "#"),
            new Asked.Post("/lock", "#"),
            new Asked.Post("/leave", ""),
            new Asked.Socket("/c/VAADIN/push?v-r=push&v-uiId=#"),
            new Asked.Socket("/c/?v-r=push"));

    @Test
    @Timeout(600)
    void three_thousand_requests_without_a_cookie_leave_no_session() throws Exception {
        var born = sessions.getSessionCounter();
        var active = sessions.getActiveSessions();
        var statuses = new TreeMap<String, Integer>();
        for (var i = 0; i < REQUESTS; i++) {
            statuses.merge(ask(ALL.get(i % ALL.size()), "" + i), 1, Integer::sum);
        }
        assertThat(sessions.getSessionCounter() - born).as("sessions made").isZero();
        assertThat(sessions.getActiveSessions() - active).as("sessions left").isZero();
        assertThat(statuses).as("none fails").allSatisfy((status, count) -> assertThat(status)
                .doesNotStartWith("5"));
        Figures.tell("%d requests without a cookie, by status %s: %d sessions made, %d left"
                .formatted(
                        REQUESTS,
                        Map.copyOf(statuses),
                        sessions.getSessionCounter() - born,
                        sessions.getActiveSessions() - active));
    }

    /** @return the status */
    private String ask(Asked asked, String turn) throws Exception {
        return switch (asked) {
            case Asked.Get(var path) -> status(site.get(path.replace("#", turn)));
            case Asked.Post(var path, var body) -> status(site.post(path.replace("#", turn), body.replace("#", turn)));
            case Asked.Socket(var path) ->
                site.raw(
                        "GET " + path.replace("#", turn) + " HTTP/1.1",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "Sec-WebSocket-Version: 13",
                        "Origin: " + site.origin());
        };
    }

    /** Leaving takes cookies away, which sets them, too. */
    private String status(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as(answer.uri().getPath())
                .allSatisfy(cookie -> assertThat(cookie).contains("Max-Age=0"));
        assertThat(site.cookies()).isEmpty();
        return "" + answer.statusCode();
    }
}
