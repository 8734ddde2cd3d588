// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.bothyes.Application;
import org.bothyes.conversation.Answering;
import org.bothyes.conversation.Conversations;
import org.bothyes.conversation.Fixture;
import org.bothyes.pack.PackLibrary;
import org.bothyes.vault.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What the doors bear: how often, how much, and from whom; and what looking at one does not do. */
@SpringBootTest(
        classes = {Application.class, Fixture.class, LimitsTest.Counted.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "BOTH_YES_DATA=./target/data/${random.uuid}",
            "vaadin.productionMode=true",
            "both-yes.tries=20",
            "server.forward-headers-strategy=native"
        })
class LimitsTest {

    private static final Pin PIN = Pin.typed("271828");

    private static int households;

    /** Tells how much came. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Counted {
        @Bean
        RouterFunction<ServerResponse> countedPage() {
            return RouterFunctions.route()
                    .POST("/counted/bytes", request -> ServerResponse.ok()
                            .body("" + request.servletRequest().getInputStream().readAllBytes().length))
                    .POST("/counted/characters", request -> ServerResponse.ok()
                            .body(""
                                    + request.servletRequest()
                                            .getReader()
                                            .readAllAsString()
                                            .length()))
                    .build();
        }
    }

    private final Conversations conversations;
    private final Answering answering;
    private final PackLibrary packs;
    private final Site site;

    @Autowired
    LimitsTest(Conversations conversations, Answering answering, PackLibrary packs, @LocalServerPort int port) {
        this.conversations = conversations;
        this.answering = answering;
        this.packs = packs;
        this.site = new Site(port);
    }

    /** An address that no other test comes from. */
    private static String newAddress() {
        households++;
        return "203.0.113." + households;
    }

    private int tries(String from, String path, String form) {
        return site.send("POST", path, form, "Origin", site.origin(), "X-Forwarded-For", from)
                .statusCode();
    }

    private void usesUp(String from, int tries) {
        for (var i = 0; i < tries; i++) {
            assertThat(tries(from, "/return", "code=ABC")).isEqualTo(422);
        }
    }

    /** Somebody who has a sealed code in this browser from then on. */
    private void startsElsewhere() {
        assertThat(tries(newAddress(), "/start", "pack=guide" + Site.CHOSEN)).isEqualTo(200);
    }

    @Test
    void who_guesses_from_one_address_is_asked_to_wait_and_others_are_not() {
        var guesser = newAddress();
        for (var i = 0; i < 20; i++) {
            assertThat(tries(guesser, "/return", "code=ABC&pin=" + i)).isEqualTo(422);
        }
        for (var door : List.of("/return", "/unlock", "/invitation", "/join", "/start")) {
            assertThat(tries(guesser, door, "code=ABC")).as(door).isEqualTo(429);
        }
        assertThat(tries(newAddress(), "/return", "code=ABC")).isEqualTo(422);
    }

    @Test
    void whoever_comes_back_with_a_sealed_code_is_not_kept_out_by_others_in_the_house() {
        startsElsewhere();
        var house = newAddress();
        usesUp(house, 20);
        assertThat(tries(house, "/return", "code=ABC")).isEqualTo(429);
        assertThat(tries(house, "/unlock", "pin=271828")).isEqualTo(200);
    }

    @Test
    void nobody_can_count_by_their_own_tries_who_else_came_back() {
        startsElsewhere();
        var house = newAddress();
        usesUp(house, 19);
        assertThat(tries(house, "/unlock", "pin=271828")).isEqualTo(200);
        assertThat(tries(house, "/return", "code=ABC")).isEqualTo(422);
        assertThat(tries(house, "/return", "code=ABC")).isEqualTo(429);
    }

    /** What somebody does who has a code of their own in hand, on a device that knows nothing of it. */
    private void nobodyElsePaysFor(int status, String path, String form) {
        var house = newAddress();
        usesUp(house, 19);
        assertThat(tries(house, path, form)).isEqualTo(status);
        assertThat(tries(house, "/return", "code=ABC")).isEqualTo(422);
        assertThat(tries(house, "/return", "code=ABC")).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({"271828, 200", "161803, 422"})
    void nobody_can_count_by_their_own_tries_who_typed_a_code_and_whose_pin_was_wrong(String pin, int status) {
        var code =
                conversations.start(packs.packs().getFirst(), PIN, true).code().code();
        nobodyElsePaysFor(status, "/return", Site.form("code", code, "pin", pin));
    }

    @Test
    void nobody_can_count_by_their_own_tries_who_looked_at_an_invitation_and_joined() {
        var starter = conversations.start(packs.packs().getFirst(), PIN, true);
        var invitation = answering.draft(starter.partner()).invitation().orElseThrow();
        var form = Site.form("code", invitation.token().code(), "words", invitation.words());
        nobodyElsePaysFor(200, "/invitation", form);
        nobodyElsePaysFor(422, "/join", Site.form("code", invitation.token().code(), "words", "no-such"));
        nobodyElsePaysFor(200, "/join", form + Site.CHOSEN);
    }

    /** Both have it: a limit of its own would tell each of them how often the other came with it. */
    @Test
    void an_open_invitation_is_looked_at_as_often_as_anybody_likes() {
        var starter = conversations.start(packs.packs().getFirst(), PIN, true);
        var invitation = answering.draft(starter.partner()).invitation().orElseThrow();
        var form = Site.form("code", invitation.token().code(), "words", invitation.words());
        var house = newAddress();
        usesUp(house, 20);
        for (var i = 0; i < 40; i++) {
            assertThat(tries(house, "/invitation", form)).isEqualTo(200);
        }
    }

    @Test
    void whoever_types_the_code_of_another_takes_no_try_of_the_browser_that_knows_it() {
        var code =
                conversations.start(packs.packs().getFirst(), PIN, true).code().code();
        assertThat(tries(newAddress(), "/return", Site.form("code", code, "pin", "271828")))
                .isEqualTo(200);
        var house = newAddress();
        usesUp(house, 20);
        for (var i = 0; i < 11; i++) {
            tries(house, "/return", Site.form("code", code, "pin", "271828"));
        }
        assertThat(tries(house, "/unlock", "pin=271828")).isEqualTo(200);
    }

    @Test
    void a_code_that_was_typed_brings_ten_tries_of_its_own_and_no_more() {
        var code =
                conversations.start(packs.packs().getFirst(), PIN, true).code().code();
        var house = newAddress();
        usesUp(house, 20);
        for (var i = 0; i < 10; i++) {
            assertThat(tries(house, "/return", Site.form("code", code, "pin", "161803")))
                    .isEqualTo(422);
        }
        assertThat(tries(house, "/return", Site.form("code", code, "pin", "161803")))
                .isEqualTo(429);
    }

    @Test
    void a_sealed_code_brings_ten_tries_of_its_own_and_no_more() {
        startsElsewhere();
        var house = newAddress();
        for (var i = 0; i < 10; i++) {
            assertThat(tries(house, "/unlock", "pin=161803")).isEqualTo(422);
        }
        usesUp(house, 20);
        assertThat(tries(house, "/unlock", "pin=161803")).isEqualTo(429);
    }

    @Test
    void who_opens_rooms_that_vote_without_end_is_asked_to_wait_and_the_lesson_goes_on() {
        var address = newAddress();
        var stage = "/classroom/shy/stage";
        for (var i = 0; i < 20; i++) {
            assertThat(tries(address, stage, "do=vote")).isEqualTo(200);
        }
        assertThat(tries(address, stage, "do=vote")).isEqualTo(429);
        assertThat(tries(address, stage, "do=people")).isEqualTo(200);
    }

    @Test
    void one_household_is_one_address_in_ipv6_too() {
        for (var i = 0; i < 20; i++) {
            tries("2001:db8:1:ab%02x::%d".formatted(i, i), "/return", "code=ABC");
        }
        assertThat(tries("2001:db8:1:abff::1", "/return", "code=ABC")).isEqualTo(429);
        assertThat(tries("2001:db8:1:ac00::1", "/return", "code=ABC")).isEqualTo(422);
    }

    @Test
    void reading_and_leaving_are_never_limited() {
        var address = newAddress();
        for (var i = 0; i < 60; i++) {
            assertThat(site.get("/join", "X-Forwarded-For", address).statusCode())
                    .isEqualTo(200);
            assertThat(tries(address, "/leave", "")).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/join", "/leave", "/awake", "/c/", "/c/?v-r=uidl", "/nowhere"})
    void more_than_64_kibibytes_are_refused_everywhere(String path) {
        var answer = site.send(
                "POST", path, "x".repeat(64 * 1024 + 1), "Origin", site.origin(), "X-Forwarded-For", newAddress());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/start, application/x-www-form-urlencoded",
        "/start, text/plain",
        "/leave, application/x-www-form-urlencoded",
        "/awake, text/plain",
        "/c/?v-r=uidl, application/json",
        "/nowhere, text/plain"
    })
    void more_than_64_kibibytes_are_refused_too_where_nobody_said_how_much_would_come(String path, String type)
            throws Exception {
        for (var size : new int[] {64 * 1024 + 1, 1024 * 1024}) {
            assertThat(chunked(path, type, "x".repeat(size))).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void a_small_form_in_chunks_is_a_form() throws Exception {
        var entered = chunked("/start", "application/x-www-form-urlencoded", "pack=guide" + Site.CHOSEN);
        assertThat(entered).startsWith("HTTP/1.1 200 ").contains("data-handle=");
    }

    /** Vaadin reads characters, Spring bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"/counted/bytes", "/counted/characters"})
    void up_to_64_kibibytes_in_chunks_reach_whoever_reads_them(String path) throws Exception {
        for (var size : new int[] {0, 1, 10_000, 64 * 1024}) {
            assertThat(chunked(path, "text/plain", "x".repeat(size)))
                    .startsWith("HTTP/1.1 200 ")
                    .containsPattern("(?m)^" + size + "\\R?$");
        }
    }

    @Test
    void a_mangled_form_in_chunks_is_no_fault_of_ours() throws Exception {
        assertThat(chunked("/join", "application/x-www-form-urlencoded", "code=%zz"))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/join", "/return", "/classroom/shy/stage", "/vote", "/vote/join"})
    void a_mangled_form_is_no_fault_of_ours(String path) {
        assertThat(tries(newAddress(), path, "code=%zz&do=%zz")).isEqualTo(400);
    }

    private String chunked(String path, String type, String body) throws IOException {
        return site.chunked(path, body, "Content-Type: " + type, "X-Forwarded-For: " + newAddress());
    }

    @Test
    void behind_tls_cookies_and_answers_say_so() {
        var origin = site.origin().replace("http", "https");
        var form = "pack=guide" + Site.CHOSEN;
        var entered = site.send(
                "POST",
                "/start",
                form,
                "Origin",
                origin,
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Port",
                URI.create(origin).getPort() + "",
                "X-Forwarded-For",
                newAddress());
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(entered.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(entered.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Domain="))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-both-yes="))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-both-yes-session="));
        assertThat(site.get("/c/nowhere").headers().firstValue("Location"))
                .as("the session that it names is known")
                .isEmpty();
    }

    @Test
    void fifty_visits_of_bots_use_up_no_invitation_and_get_no_cookie() {
        var starter = conversations.start(packs.packs().getFirst(), PIN, true);
        var invitation = answering.draft(starter.partner()).invitation().orElseThrow();
        for (var i = 0; i < 50; i++) {
            var visit = site.send(i % 2 == 0 ? "GET" : "HEAD", "/join", "", "User-Agent", "WhatsApp/2.23 A");
            assertThat(visit.statusCode()).isEqualTo(200);
            assertThat(visit.headers().firstValue("Set-Cookie")).isEmpty();
        }
        var form = Site.form("code", invitation.token().code(), "words", invitation.words());
        var from = newAddress();
        assertThat(tries(from, "/invitation", form)).isEqualTo(200);
        assertThat(tries(from, "/invitation", form))
                .as("looking uses nothing up")
                .isEqualTo(200);
        assertThat(tries(from, "/join", form + Site.CHOSEN)).isEqualTo(200);
        assertThat(tries(from, "/invitation", form)).isEqualTo(422);
    }

    @Test
    void an_open_page_that_is_known_already_is_not_sent_again() {
        var tag = site.get("/join").headers().firstValue("ETag").orElseThrow();
        var again = site.get("/join", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(site.get("/return").headers().firstValue("ETag")).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/h2-console",
                "/h2-console/",
                "/.git/config",
                "/.env",
                "/data.key",
                "/application.properties",
                "/c/.env",
                "/WEB-INF/web.xml"
            })
    void what_is_nobodys_business_is_not_there(String path) {
        assertThat(site.get(path).statusCode()).isIn(404, 302).satisfies(status -> {
            if (!path.startsWith("/c/")) {
                assertThat(status).isEqualTo(404);
            }
        });
    }
}
