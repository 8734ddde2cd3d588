// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.door.Site.form;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.Context;
import org.bothyes.conversation.Answering;
import org.bothyes.conversation.Conversations;
import org.bothyes.conversation.Ending;
import org.bothyes.conversation.TickingClock;
import org.bothyes.pack.PackLibrary;
import org.bothyes.shell.Texts;
import org.bothyes.vault.Pin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.web.util.HtmlUtils;

/** The cookie brings the code, the PIN opens; without the cookie it takes both. */
@Served
class ReturnsTest {

    private final Conversations conversations;
    private final Answering answering;
    private final Ending ending;
    private final PackLibrary packs;
    private final Texts texts;
    private final TickingClock clock;
    private final TomcatWebServer server;
    private final Site site;

    @Autowired
    ReturnsTest(
            Conversations conversations,
            Answering answering,
            Ending ending,
            PackLibrary packs,
            Texts texts,
            TickingClock clock,
            WebServerApplicationContext app,
            @LocalServerPort int port) {
        this.conversations = conversations;
        this.answering = answering;
        this.ending = ending;
        this.packs = packs;
        this.texts = texts;
        this.clock = clock;
        this.server = (TomcatWebServer) Objects.requireNonNull(app.getWebServer());
        this.site = new Site(port);
    }

    private String shown(String key, Object... values) {
        return HtmlUtils.htmlEscape(texts.get(key, values), "UTF-8");
    }

    private void starts() {
        assertThat(site.post("/start", "pack=guide" + Site.CHOSEN).statusCode()).isEqualTo(200);
    }

    private void joinsHereToo() {
        var starter = conversations.start(packs.packs().getFirst(), Pin.typed("314159"), false);
        var invitation = answering.draft(starter.partner()).invitation().orElseThrow();
        var form = form("code", invitation.token().code(), "words", invitation.words());
        assertThat(site.post("/join", form + Site.CHOSEN).statusCode()).isEqualTo(200);
    }

    @Test
    void in_this_browser_the_pin_is_enough_and_the_session_gets_another_id() {
        starts();
        var session = site.cookie();
        assertThat(site.get("/return").body()).contains("action=\"/unlock\"").doesNotContain("name=\"code\"");
        var back = site.post("/unlock", "pin=271828");
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(Site.handle(back)).hasSize(26);
        assertThat(site.cookie()).isNotEqualTo(session).isPresent();
    }

    /** Such a one comes about where a page is left while it still speaks. */
    @Test
    void who_brings_a_session_that_no_door_has_made_is_let_in_all_the_same() {
        var code = conversations
                .start(packs.packs().getFirst(), Pin.typed("271828"), false)
                .code();
        var stray = ((Context) server.getTomcat().getHost().findChildren()[0])
                .getManager()
                .createSession(null)
                .getId();
        site.cookies().put("JSESSIONID", stray);
        var back = site.post("/return", form("code", code.code(), "pin", "271828"));
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(Site.handle(back)).hasSize(26);
        assertThat(site.cookie()).isPresent().isNotEqualTo(Optional.of(stray));
    }

    @Test
    void a_wrong_pin_is_told_kindly_and_after_five_it_takes_time() {
        starts();
        for (var i = 0; i < 5; i++) {
            var wrong = site.post("/unlock", "pin=161803");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains(shown("unlock.wrong")).doesNotContain("161803");
        }
        assertThat(site.post("/unlock", "pin=271828").body()).contains(shown("unlock.wait", 1));
        clock.tick(Duration.ofMinutes(1));
        assertThat(site.post("/unlock", "pin=271828").statusCode()).isEqualTo(200);
    }

    @Test
    void what_your_partner_has_erased_is_not_said_to_be_there_still() {
        var code = conversations.start(packs.packs().getFirst(), Pin.typed("271828"), false);
        site.post("/return", form("code", code.code().code(), "pin", "271828"));
        ending.erase(code.partner());
        assertThat(site.post("/unlock", "pin=271828").body()).contains(shown("unlock.wrong"));
        assertThat(texts.get("unlock.wrong")).contains("ended").doesNotContain("lost");
    }

    @Test
    void two_partners_in_one_browser_say_who_they_are() {
        starts();
        joinsHereToo();
        assertThat(site.get("/return").body()).contains("value=\"ONE\"", "value=\"TWO\"");
        assertThat(site.post("/unlock", "pin=271828").body()).contains(shown("unlock.who"));
        assertThat(site.post("/unlock", "who=ONE&pin=271828").statusCode()).isEqualTo(200);
        assertThat(site.post("/unlock", "who=TWO&pin=271828").statusCode()).isEqualTo(200);
    }

    @Test
    void after_the_evening_it_takes_the_code_again() {
        starts();
        clock.tick(ReturnCookie.EVENING);
        assertThat(site.get("/return").body()).contains("name=\"code\"");
        assertThat(site.post("/unlock", "pin=271828").body()).contains(shown("unlock.over"));
    }

    @Test
    void handing_over_changes_the_session_and_keeps_the_sealed_codes() {
        starts();
        var session = site.cookie();
        var cover = site.post("/hand-over", form("code", "ABC"));
        assertThat(cover.statusCode()).isEqualTo(200);
        assertThat(cover.body()).contains(shown("cover.title"), "/join#ABC");
        assertThat(site.cookie()).isPresent().isNotEqualTo(session);
        assertThat(site.post("/unlock", "pin=271828").statusCode()).isEqualTo(200);
    }

    @Test
    void leaving_drops_the_codes_too() {
        starts();
        site.post("/leave", "");
        assertThat(site.cookies()).doesNotContainKey("both-yes");
        assertThat(site.get("/return").body()).contains("name=\"code\"");
    }

    @Test
    void a_cookie_that_is_not_ours_is_no_cookie() {
        for (var value : new String[] {"x", "", "AAAA", "a".repeat(300), "%00"}) {
            var page = site.get("/return", "Cookie", "both-yes=" + value);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("name=\"code\"");
        }
    }

    @Test
    void one_code_or_two_look_alike_in_the_cookie() {
        starts();
        var one = site.cookies().get("both-yes");
        joinsHereToo();
        assertThat(site.cookies().get("both-yes")).hasSameSizeAs(one).isNotEqualTo(one);
    }

    @Test
    void a_pin_that_is_too_short_too_easy_or_mistyped_is_told_and_the_ticks_stay() {
        for (var pin : new String[] {"pin=1234&again=1234", "pin=123456&again=123456", "pin=271828&again=271829"}) {
            var answer = site.post("/start", "pack=guide&adult=true&consent=true&together=true&" + pin);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .containsAnyOf(shown("pin.too-short"), shown("pin.too-easy"), shown("pin.differs"))
                    .contains("checked")
                    .doesNotContain("1234", "271828");
        }
    }

    @Test
    void a_locked_tab_is_nobodys() {
        var entered = site.post("/start", "pack=guide" + Site.CHOSEN);
        var handle = Site.handle(entered);
        assertThat(site.send("POST", "/lock", handle, "Origin", site.origin()).statusCode())
                .isEqualTo(204);
        assertThat(site.send("POST", "/awake", handle, "Origin", site.origin()).statusCode())
                .isEqualTo(204);
    }
}
