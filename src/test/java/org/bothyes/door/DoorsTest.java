// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.door.Site.form;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.bothyes.conversation.Answering;
import org.bothyes.conversation.Conversations;
import org.bothyes.conversation.Invitation;
import org.bothyes.pack.PackLibrary;
import org.bothyes.shell.Texts;
import org.bothyes.vault.Pin;
import org.bothyes.vault.Secret;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

@Served
class DoorsTest {

    private static final String TICKED = Site.CHOSEN;
    private static final Pin PIN = Pin.typed("271828");

    private final Conversations conversations;
    private final Answering answering;
    private final PackLibrary packs;
    private final Texts texts;
    private final Site site;

    @Autowired
    DoorsTest(
            Conversations conversations,
            Answering answering,
            PackLibrary packs,
            Texts texts,
            @LocalServerPort int port) {
        this.conversations = conversations;
        this.answering = answering;
        this.packs = packs;
        this.texts = texts;
        this.site = new Site(port);
    }

    private Invitation invitation() {
        var starter = conversations.start(packs.packs().getFirst(), PIN, false).partner();
        return answering.draft(starter).invitation().orElseThrow();
    }

    private String shown(String key) {
        return HtmlUtils.htmlEscape(texts.get(key), "UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/start", "/join", "/return", "/away", "/tokens.css"})
    void who_only_reads_gets_no_cookie(String path) {
        var answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/marked-value", "/admin.php", "/start/more", "/error/x", "/VAADIN/build/x.js"})
    void a_page_that_is_not_there_is_a_real_and_kind_404(String path) {
        var answer = site.get(path + "?marked-value=1", "Accept", "text/html", "Referer", "http://marked-value/");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains(shown("missing.title")).doesNotContain("marked-value");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void who_comes_back_to_the_page_of_an_invitation_can_type_it_anew() {
        var back = site.get("/invitation?marked-value=1");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/join"));
    }

    @Test
    void both_boxes_have_to_be_ticked_and_what_was_typed_stays() {
        for (var ticks : List.of("", "&adult=true", "&consent=true", "&adult=no&consent=true", "&adult=false")) {
            var start = site.post("/start", "pack=guide&pin=271828&again=271828" + ticks);
            assertThat(start.statusCode()).isEqualTo(422);
            assertThat(start.body()).contains(shown("door.tick-both"));

            var open = invitation();
            var join = site.post("/join", form("code", open.token().code(), "words", open.words()) + ticks);
            assertThat(join.statusCode()).isEqualTo(422);
            assertThat(join.body())
                    .contains(shown("door.tick-both"), open.token().code(), open.words());
            assertThat(join.body().contains("checked")).isEqualTo(ticks.contains("true"));
        }
        assertThat(site.cookies()).isEmpty();
    }

    @Test
    void what_is_far_too_long_is_refused_kindly_and_not_echoed() {
        var long10k = "Q".repeat(10_000);
        var join = site.post("/join", form("code", long10k, "words", long10k) + TICKED);
        assertThat(join.statusCode()).isEqualTo(422);
        assertThat(join.body()).contains(shown("join.wrong")).doesNotContain("QQQQ");
        var back = site.post("/return", form("code", long10k, "pin", long10k));
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.body()).contains(shown("return.wrong")).doesNotContain("QQQQ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/join", "/return"})
    void an_empty_or_mangled_form_is_no_fault_of_ours(String door) {
        for (var body : List.of(
                "x",
                "code=%00&words=%ff" + TICKED.replace("adult=true", "adult=maybe"),
                "code&code&code",
                "a".repeat(70_000))) {
            var answer = site.post(door, body);
            assertThat(answer.statusCode()).as(body.substring(0, 1)).isBetween(400, 499);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void a_used_an_unknown_and_a_mistold_invitation_are_told_alike() {
        var used = invitation();
        assertThat(conversations.join(used.token().code(), used.words(), PIN)).isPresent();
        var open = invitation();
        var unknown = Secret.random(new SecureRandom());
        var mistold = invitation();
        var answers = List.of(
                tryJoin(used.token().code(), used.words()),
                tryJoin(unknown.code(), open.words()),
                tryJoin(mistold.token().code(), "never right"),
                tryJoin("ABC", "never right"));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(422);
        assertThat(answers)
                .extracting(a -> a.body().replaceAll("value=\"[^\"]*\"", ""))
                .satisfies(bodies -> assertThat(Set.copyOf(bodies)).hasSize(1));
        assertThat(answers).extracting(a -> a.headers().map().keySet()).satisfies(keys -> assertThat(Set.copyOf(keys))
                .hasSize(1));
    }

    private HttpResponse<String> tryJoin(String code, String words) {
        return site.post("/join", form("code", code, "words", words) + TICKED);
    }

    @Test
    void starting_gives_a_session_cookie_that_no_script_and_no_other_site_gets() {
        var entered = site.post("/start", "pack=guide" + TICKED);
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(entered.headers().allValues("Set-Cookie")).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Domain=", "Max-Age", "Expires")
                .as("usable without TLS")
                .doesNotContain("Secure", "__Host-"));
        assertThat(entered.body()).contains("data-to=\"/c/code\"");
    }

    @Test
    void entering_again_changes_the_session_and_gives_each_tab_its_own_handle() {
        var first = site.post("/start", "pack=guide" + TICKED);
        var before = site.cookie().orElseThrow();
        var invitation = invitation();
        var second = tryJoin(invitation.token().code(), invitation.words());
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(site.cookie().orElseThrow()).isNotEqualTo(before);
        assertThat(Site.handle(second)).hasSize(26).isNotEqualTo(Site.handle(first));
    }

    @Test
    void leaving_ends_the_session_and_is_no_fault_without_one() {
        assertThat(site.post("/leave", "").statusCode()).isEqualTo(204);
        site.post("/start", "pack=guide" + TICKED);
        assertThat(site.post("/leave", "").statusCode()).isEqualTo(204);
        var ready = site.get("/c/ready");
        assertThat(ready.statusCode()).isEqualTo(302);
        assertThat(ready.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/return"));
    }

    @Test
    void no_secret_is_ever_in_an_address() {
        var welcome = conversations.start(packs.packs().getFirst(), PIN, false);
        var invitation = answering.draft(welcome.partner()).invitation().orElseThrow();
        var joined = tryJoin(invitation.token().code(), invitation.words());
        var back = site.post("/return", form("code", welcome.code().code(), "pin", "271828"));
        site.get("/c/ready");
        for (var secret : List.of(
                invitation.token().code().replace(" ", ""),
                welcome.code().code().replace(" ", ""),
                invitation.words(),
                Site.handle(joined),
                Site.handle(back))) {
            assertThat(site.met())
                    .noneMatch(address -> address.replaceAll("[ +%-]|20", "").contains(secret.replace(" ", "")));
            assertThat(back.body().replace(" ", ""))
                    .doesNotContain(welcome.code().code().replace(" ", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/join", "/return"})
    void no_link_fills_a_form_or_ticks_a_box(String door) {
        var link = door + "?code=marked-value&words=marked-value&pack=marked-value&adult=true&consent=true";
        assertThat(site.get(link).body())
                .doesNotContain("marked-value")
                .isEqualTo(site.get(door).body());
        assertThat(Jsoup.parse(site.get(link).body()).select("[type=checkbox][checked]"))
                .isEmpty();
    }
}
