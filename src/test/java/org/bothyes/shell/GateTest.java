// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bothyes.conversation.Answering;
import org.bothyes.conversation.Conversations;
import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.pack.PackLibrary;
import org.bothyes.vault.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gate, origin, headers and logs of the running application, by what goes over the wire. */
@Served
@ExtendWith(OutputCaptureExtension.class)
class GateTest {

    private static final String START = "pack=guide&adult=true&consent=true&pin=271828&again=271828";

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final Answering answering;
    private final PackLibrary packs;
    private final Site site;

    @Autowired
    GateTest(
            JdbcClient jdbc,
            Conversations conversations,
            Answering answering,
            PackLibrary packs,
            @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.answering = answering;
        this.packs = packs;
        this.site = new Site(port);
    }

    private int kept() {
        return jdbc.sql("select count(*) from conversation")
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/c", "/c/", "/c/ready", "/c/shared", "/c/nonsense", "/c/check?x=marked-value"})
    void a_room_without_a_session_leads_to_the_door_for_coming_back(String path) {
        var answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(site.origin() + "/return");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/c/?v-r=init&location=ready",
                "/c/?v-r=push",
                "/c/VAADIN/push",
                "/c/VAADIN/dynamic/x",
                "/c/?v-r=webcomponent-resync"
            })
    void vaadins_own_calls_without_a_session_are_refused(String path) {
        var answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(site.post(path.replace("init", "x"), "x=1").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/c//ready", "/c/./ready", "/C/ready", "/c;x=1/ready", "//c/ready", "/%63/ready", "/c/%2e/ready"
            })
    void no_spelling_of_a_room_makes_a_session(String path) throws Exception {
        var status = site.raw("GET " + path + " HTTP/1.1");
        assertThat(status).isIn("302", "400", "404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/c/nonsense.css",
                "/c/ready.css",
                "/c/VAADIN/build/nonsense.js",
                "/c/VAADIN/static/nonsense.js",
                "/c/VAADIN/static/push/vaadinPush.js",
                "/c/ready?v-r=uidl",
                "/c/ready?v-r=heartbeat"
            })
    void what_the_gate_lets_by_makes_no_session(String path) {
        assertThat(site.get(path).headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(site.post(path, "[]").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "http://localhost.evil.example",
                "https://localhost",
                "http://localhost",
                "http://localhost:1",
                "null",
                "",
                "http://127.0.0.1",
                "file://",
                "http://user@localhost"
            })
    void a_post_from_elsewhere_changes_nothing(String origin) {
        var before = kept();
        var answer = site.send("POST", "/start", START, "Origin", origin);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void the_right_host_with_another_scheme_or_port_is_elsewhere_and_no_origin_too() {
        var before = kept();
        var port = Integer.parseInt(site.origin().substring("http://localhost:".length()));
        for (var origin : new String[] {"https://localhost:" + port, "http://localhost:" + (port - 1)}) {
            assertThat(site.send("POST", "/start", START, "Origin", origin).statusCode())
                    .isEqualTo(403);
        }
        assertThat(site.send("POST", "/start", START).statusCode()).isEqualTo(403);
        for (var method : new String[] {"PUT", "DELETE", "PATCH"}) {
            assertThat(site.send(method, "/start", START).statusCode()).isEqualTo(403);
        }
        assertThat(kept()).isEqualTo(before);
        assertThat(site.post("/start", START).statusCode()).isEqualTo(200);
        assertThat(kept()).isEqualTo(before + 1);
    }

    @Test
    void a_socket_opens_for_this_sites_own_page_alone() throws Exception {
        site.post("/start", START);
        for (var origin : new String[] {"Origin: http://evil.example", "Origin: null", "X-None: 1"}) {
            assertThat(site.raw(
                            "GET /c/VAADIN/push?v-r=push&debug_window HTTP/1.1",
                            "Upgrade: websocket",
                            "Connection: Upgrade",
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                            "Sec-WebSocket-Version: 13",
                            origin))
                    .isEqualTo("403");
        }
    }

    @Test
    void tracing_is_refused() throws Exception {
        assertThat(site.raw("TRACE / HTTP/1.1")).isIn("403", "405");
        assertThat(site.raw("TRACE / HTTP/1.1", "Origin: " + site.origin())).isEqualTo("405");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, no-cache",
        "GET, /start, no-cache",
        "GET, /join, no-cache",
        "GET, /ended, no-cache",
        "GET, /return, no-store",
        "GET, /return/code, no-store",
        "GET, /away, 'public, max-age=86400'",
        "GET, /tokens.css, no-cache",
        "GET, /mark.svg, no-cache",
        "GET, /not-there, no-cache",
        "GET, /broken?value=1, no-cache",
        "POST, /start, no-store",
        "POST, /join, no-store",
        "POST, /return, no-store",
        "POST, /leave, no-store",
        "GET, /c/ready, no-store",
        "GET, /c, no-store",
        "GET, /c/?v-r=init, no-store",
        "GET, /c/VAADIN/build/not-there.js, no-store",
        "GET, /leave-0123456789abcdef0123456789abcdef.js, no-store"
    })
    void every_answer_carries_its_headers(String method, String path, String cache) {
        var answer = method.equals("GET") ? site.get(path) : site.post(path, "x=1");
        var headers = answer.headers();
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "*");
        for (var expected : Map.of(
                        "Referrer-Policy", "same-origin",
                        "X-Content-Type-Options", "nosniff",
                        "X-Frame-Options", "DENY",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin",
                        "Cache-Control", cache)
                .entrySet()) {
            assertThat(headers.allValues(expected.getKey()))
                    .as(expected.getKey())
                    .containsExactly(expected.getValue());
        }
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void an_answer_to_a_post_that_lets_somebody_in_is_never_kept() {
        assertThat(site.post("/start", START).headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @Test
    void a_file_whose_name_changes_with_its_content_is_kept_for_ever() {
        var page = site.get("/start").body();
        var found = Pattern.compile("(?:src|href)=\"(/[a-z]+-[0-9a-f]{32}\\.[a-z]+)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(found).hasSizeGreaterThanOrEqualTo(4);
        assertThat(found).allSatisfy(file -> {
            var answer = site.get(file);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Cache-Control"))
                    .containsExactly("public, max-age=31536000, immutable");
        });
    }

    @Test
    void an_error_page_repeats_nothing_of_what_was_sent() {
        var broken = site.get("/broken?value=marked-value", "Accept", "text/html", "X-Marked", "marked-value");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body())
                .contains("<h1>")
                .doesNotContain("marked-value", "IllegalState", "org.bothyes", " at ");
        var json = site.get("/broken?value=marked-value", "Accept", "application/json");
        assertThat(json.body()).doesNotContain("marked-value", "IllegalState", "org.bothyes");
        var missing = site.get("/marked-value", "Accept", "application/json");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).doesNotContain("marked-value\",\"message");
        var refused = site.send("POST", "/start", "pack=marked-value", "Origin", "http://marked-value");
        assertThat(refused.body()).doesNotContain("marked-value");
    }

    @Test
    void a_journey_with_its_faults_leaves_no_code_no_word_and_no_answer_in_the_log(CapturedOutput log) {
        var pack = packs.packs().getFirst();
        var one = conversations.start(pack, Pin.typed("271828"), false);
        var invitation = answering.draft(one.partner()).invitation().orElseThrow();
        var token = invitation.token().code();
        site.post("/join", Site.form("code", token, "words", "marked-value") + Site.CHOSEN);
        var joined = site.post("/join", Site.form("code", token, "words", invitation.words()) + Site.CHOSEN);
        var back = site.post("/return", Site.form("code", one.code().code(), "pin", "271828"));
        site.get("/c/ready");
        site.get("/c/questions/seen/marked-value");
        for (var side : pack.sides()) {
            answering.answer(one.partner(), List.of(new Change.Answered(side, Comfort.NO)));
        }
        site.post("/join", "code=%FF%00marked-value" + "x".repeat(70_000));
        site.get("/broken?value=" + one.code().code().replace(" ", ""));
        site.get("/broken?value=marked-value");

        assertThat(log.getAll()).contains("IllegalStateException");
        var all = log.getAll().replaceAll("[\\s+-]|%20", "");
        for (var secret : new String[] {
            token, one.code().code(), Site.handle(joined), Site.handle(back), "marked-value", invitation.words()
        }) {
            assertThat(all).doesNotContainIgnoringCase(secret.replaceAll("[\\s-]", ""));
        }
        for (var topic : pack.topics().subList(0, 10)) {
            assertThat(log.getAll())
                    .doesNotContain(topic.id().value() + "/", "[" + topic.id().value());
        }
    }
}
