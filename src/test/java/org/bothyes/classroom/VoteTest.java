// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bothyes.conversation.Conversations;
import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.bothyes.pack.PackLibrary;
import org.bothyes.shell.Texts;
import org.bothyes.vault.Pin;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A room votes with its phones, about a couple that is made up and about nobody else. */
@Served
class VoteTest {

    private static final String STAGE = "/classroom/pressure/stage";

    private final Texts texts;
    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final PackLibrary packs;
    private final int port;
    private final Site educator;
    private Document stage = new Document("");

    @Autowired
    VoteTest(Texts texts, JdbcClient jdbc, Conversations conversations, PackLibrary packs, @LocalServerPort int port) {
        this.texts = texts;
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.packs = packs;
        this.port = port;
        this.educator = new Site(port);
    }

    /** Presses a button of the page that stands, or of the first one. */
    private void does(String act) {
        if (stage.select("form").isEmpty()) {
            stage = Jsoup.parse(educator.get(STAGE).body());
        }
        stage = Jsoup.parse(presses(educator, act).body());
    }

    private HttpResponse<String> presses(Site who, String act) {
        var fields = Stream.concat(
                stage.select("input[type=hidden]").stream()
                        .flatMap(field -> Stream.of(field.attr("name"), field.val())),
                Stream.of("do", act));
        return who.post(STAGE, Site.form(fields.toArray(String[]::new)));
    }

    /** @return the room's code */
    private String opens() {
        does("vote");
        return stage.select(".code").text();
    }

    private Site joins(String code) {
        var phone = new Site(port);
        assertThat(phone.post("/vote/join", Site.form("code", code)).statusCode())
                .isEqualTo(302);
        return phone;
    }

    private static Document looks(Site phone) {
        return Jsoup.parse(phone.get("/vote").body());
    }

    private static HttpResponse<String> votes(Site phone, int answer) {
        var question = looks(phone).select("[name=question]").val();
        return phone.post("/vote", Site.form("question", question, "answer", "" + answer));
    }

    private static List<String> shares(Document stage) {
        return stage.select(".share b").eachText();
    }

    @Test
    void two_hundred_phones_vote_at_once_and_each_counts_once() throws Exception {
        var before = rows();
        var code = opens();
        does("uncover");
        try (var phones = Executors.newVirtualThreadPerTaskExecutor()) {
            var voting = IntStream.range(0, 200)
                    .mapToObj(i -> phones.submit(() -> {
                        var phone = joins(code);
                        votes(phone, 2);
                        return votes(phone, i % 4 == 0 ? 0 : 1).statusCode();
                    }))
                    .toList();
            for (var vote : voting) {
                assertThat(vote.get()).isEqualTo(302);
            }
        }
        does("uncover");
        assertThat(stage.select("#phones").text()).isEqualTo("200");
        assertThat(stage.select("#votes").text()).isEqualTo("200");
        assertThat(shares(stage))
                .containsExactly(
                        texts.get("stage.vote.bar", 3), texts.get("stage.vote.bar", 8), texts.get("stage.vote.bar", 1));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_phone_that_joins_again_is_the_same_phone() {
        var code = opens();
        does("uncover");
        var phone = joins(code);
        votes(phone, 1);
        assertThat(phone.post("/vote/join", Site.form("code", code)).statusCode())
                .isEqualTo(302);
        votes(phone, 2);
        does("none");
        assertThat(stage.select("#phones").text()).isEqualTo("1");
        assertThat(stage.select("#votes").text()).isEqualTo("1");
    }

    @Test
    void with_fewer_than_eight_votes_the_wall_says_so_and_shows_no_bar() {
        var code = opens();
        does("uncover");
        for (var i = 0; i < 7; i++) {
            votes(joins(code), 1);
        }
        does("uncover");
        assertThat(stage.select("progress")).isEmpty();
        assertThat(stage.text()).contains(texts.get("stage.vote.few"));
    }

    @Test
    void a_phone_sees_the_question_and_its_own_vote_and_never_how_many_said_what() {
        var phone = joins(opens());
        assertThat(looks(phone).select("h1").text()).isEqualTo(texts.get("vote.in"));
        does("uncover");
        votes(phone, 1);
        var page = looks(phone);
        assertThat(page.select("[aria-pressed=true]").eachAttr("id")).containsExactly("answer1");
        does("uncover");
        page = looks(phone);
        assertThat(page.select("button:not([disabled])")).isEmpty();
        assertThat(page.select("progress, .share, #votes, #phones")).isEmpty();
        assertThat(page.text()).contains(texts.get("vote.shown"));
    }

    @Test
    void a_reset_leaves_nothing() {
        var code = opens();
        does("uncover");
        var phone = joins(code);
        votes(phone, 1);
        does("reset");
        assertThat(educator.cookies()).doesNotContainValue(code);
        assertThat(looks(phone).text()).contains(texts.get("vote.over.title"));
        assertThat(new Site(port).post("/vote/join", Site.form("code", code)).body())
                .contains(texts.get("vote.fault.code"));
        assertThat(opens()).isNotEqualTo(code);
        assertThat(stage.select("#phones").text()).isEqualTo("0");
    }

    @Test
    void a_reload_of_the_stage_keeps_the_room() {
        var code = opens();
        stage = Jsoup.parse(educator.get(STAGE).body());
        assertThat(stage.select(".code")).isEmpty(); // it begins with the first scene
        does("vote");
        assertThat(stage.select(".code").text()).isEqualTo(code);
    }

    @Test
    void nobody_but_the_educator_goes_on_or_hears_of_votes() {
        var code = opens();
        var phone = joins(code);
        var other = new Site(port);
        var forger = new Site(port);
        forger.cookies().put(Ticket.NAME, code + ".0123456789abcdef0123456789abcdef");
        for (var stranger : List.of(phone, other, forger)) {
            presses(stranger, "uncover");
            assertThat(stranger.get("/classroom/pressure/news").statusCode()).isEqualTo(204);
        }
        assertThat(other.get("/vote/news").statusCode()).isEqualTo(204);
        assertThat(forger.get("/vote/news").statusCode()).isEqualTo(204);
        assertThat(looks(phone).select("h1").text()).isEqualTo(texts.get("vote.in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "X", "BCDF.BCDF", "<script>alert(1)</script>", "ÄÖÜß", "1234 5678 9012"})
    void a_code_of_no_room_gets_a_kind_word_that_does_not_repeat_it_and_stays_in_its_field(String code) {
        var answer = new Site(port).post("/vote/join", Site.form("code", code));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(answer.body());
        assertThat(page.select(".fault").text()).isEqualTo(texts.get("vote.fault.code"));
        assertThat(page.select("[name=code]").val()).isEqualTo(code.length() > 12 ? "" : code);
        page.select("[name=code]").remove();
        assertThat(page.html()).doesNotContain("alert(1)", "BCDF.BCDF", "ÄÖÜß");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_code_is_read_as_people_type_it() {
        var code = opens();
        var phone = joins(" " + code.substring(0, 2).toLowerCase(Locale.ROOT) + " " + code.substring(2) + " ");
        assertThat(looks(phone).select("h1").text()).isEqualTo(texts.get("vote.in"));
    }

    @Test
    void a_real_code_opens_no_room_and_a_rooms_code_opens_nothing_real() {
        var real = conversations
                .start(packs.packs().getFirst(), Pin.typed("314159"), false)
                .code();
        var code = opens();
        var phone = joins(code);
        var before = rows();
        for (var form :
                List.of(Site.form("code", code), Site.form("code", code, "words", "green tea", "pin", "271828"))) {
            for (var door : List.of("/return", "/join", "/invitation", "/unlock")) {
                var answer = phone.post(door, form);
                assertThat(answer.headers().firstValue("Location").orElse(""))
                        .as(door)
                        .doesNotContain("/c/");
            }
        }
        assertThat(phone.get("/c/ready").headers().firstValue("Location").orElseThrow())
                .endsWith("/return");
        assertThat(rows()).isEqualTo(before);
        var room = new Site(port).post("/vote/join", Site.form("code", real.code()));
        assertThat(room.body()).contains(texts.get("vote.fault.code")).doesNotContain(real.code());
    }

    /** How many there are of each; that nothing else is written holds ClassroomAloneTest, which has no database. */
    private List<Long> rows() {
        return Stream.of("conversation", "partner", "round")
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
