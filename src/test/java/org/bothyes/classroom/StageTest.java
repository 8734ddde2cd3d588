// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.bothyes.shell.Texts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On the stage the educator changes answers, and the room sees what becomes of it. */
@Served
class StageTest {

    private static final String STAGE = "/classroom/recording/stage";

    private final Texts texts;
    private final Site site;
    private Document page = new Document("");

    @Autowired
    StageTest(Texts texts, @LocalServerPort int port) {
        this.texts = texts;
        this.site = new Site(port);
    }

    @BeforeEach
    void begin() {
        page = Jsoup.parse(site.get(STAGE).body());
    }

    private void press(String act) {
        var button = page.select("button[name=do]").stream()
                .filter(each -> each.attr("value").equals(act))
                .findFirst()
                .orElseThrow();
        assertThat(button.hasAttr("disabled")).as(act + " can't be pressed").isFalse();
        page = Jsoup.parse(site.post(STAGE, form(act)).body());
    }

    private String form(String act) {
        var fields = Stream.concat(
                page.select("input[type=hidden]").stream().flatMap(field -> Stream.of(field.attr("name"), field.val())),
                Stream.of("do", act));
        return Site.form(fields.toArray(String[]::new));
    }

    /** The line of which A's answer is this button. */
    private Element line(String act) {
        return page.select("tr:has(button[value='" + act + "'])").getFirst();
    }

    private List<String> middle() {
        return page.select("tbody .both").eachText();
    }

    private String lineBothLike() {
        press("all");
        return page.select("tr.shown:has(b:contains(" + texts.get("board.both.like") + ")) td.a button")
                .attr("value");
    }

    @Test
    void line_by_line_the_middle_comes_to_light() {
        assertThat(middle()).containsOnly(texts.get("stage.covered"));
        press("uncover");
        assertThat(middle().getFirst()).contains(texts.get("board.both.like"), texts.get("board.why.like"));
        assertThat(middle().subList(1, middle().size())).containsOnly(texts.get("stage.covered"));
        press("all");
        assertThat(middle()).doesNotContain(texts.get("stage.covered"));
        press("cover");
        assertThat(middle()).containsOnly(texts.get("stage.covered"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"people", "questions"})
    void the_clicker_leads_on_from_whatever_the_room_looks_at(String view) {
        press("uncover");
        var before = middle();
        press(view);
        assertThat(middle()).isEmpty();
        press("uncover");
        assertThat(middle()).isEqualTo(before);
        press(view);
        press("all");
        assertThat(middle()).isNotEmpty().doesNotContain(texts.get("stage.covered"));
    }

    @Test
    void a_changed_answer_shows_at_once_what_goes_and_what_comes_and_why() {
        var a = lineBothLike();
        press(a);
        assertThat(line(a).select(".both").text())
                .isEqualTo(texts.get("board.both.talk") + " " + texts.get("board.why.talk"));
        press(a);
        assertThat(line(a).select(".both").text()).isEqualTo(texts.get("board.why.one", texts.get("board.said.later")));
        press(a);
        assertThat(line(a).select(".both").text()).isEqualTo(texts.get("board.why.one", texts.get("board.said.no")));
        press(a);
        assertThat(line(a).select(".both").text()).isEqualTo(texts.get("board.why.one", texts.get("board.said.blank")));
        press(a);
        assertThat(line(a).select(".both").text()).contains(texts.get("board.both.like"));
    }

    @Test
    void an_ordinary_list_shows_who_said_what_and_counts() {
        press("naive");
        assertThat(page.select(".counts").text()).contains("Kim: 0 no, 1 not now", "Jonas: 1 no, 1 not now");
        assertThat(middle().getFirst()).isEqualTo("Kim: I’d like this Jonas: I’d like this Here: Both would like this");
        assertThat(middle()).anyMatch(line -> line.endsWith("Here: nothing, and no word about it"));
        press("blind");
        assertThat(page.select(".counts")).isEmpty();
    }

    @Test
    void who_says_yes_to_everything_reads_each_yes_and_open_and_no_no() {
        press("all");
        press("fishing");
        assertThat(page.select("td.a").eachText()).allMatch(said -> said.startsWith(texts.get("comfort.yes")));
        var hidden = page.select("tbody tr:not(.shown)");
        assertThat(hidden.select("td.b").eachText()).isNotEmpty().doesNotContain(texts.get("comfort.yes"));
        assertThat(page.select("tbody tr.shown td.b").eachText())
                .isNotEmpty()
                .allMatch(said -> said.startsWith(texts.get("comfort.yes")) || said.equals(texts.get("comfort.open")));
        press("after");
        press("blind");
        assertThat(page.select("td.a").eachText()).anyMatch(said -> !said.startsWith(texts.get("comfort.yes")));
    }

    @Test
    void who_says_yes_to_everything_once_the_list_was_opened_sees_nothing_more() {
        press("all");
        var before = page.select("tbody tr.shown .both b").eachText();
        press("fishing");
        var all = page.select("tbody tr.shown").size();
        assertThat(all).isGreaterThan(before.size());
        press("after");
        assertThat(page.select("td.a").eachText()).allMatch(said -> said.startsWith(texts.get("comfort.yes")));
        assertThat(page.select("tbody tr.shown .both b").eachText()).isEqualTo(before);
        assertThat(page.select("tbody .both").eachText()).anyMatch(text -> text.contains(texts.get("board.why.waits")));
        press("blind");
        assertThat(page.select("td.a").eachText()).anyMatch(said -> !said.startsWith(texts.get("comfort.yes")));
    }

    @Test
    void once_opened_the_list_gets_safer_at_once_and_looser_never() {
        var like = lineBothLike();
        var hidden = page.select("tbody tr:not(.shown):has(td.b button:contains(" + texts.get("comfort.yes") + "))")
                .select("td.a button:contains(" + texts.get("comfort.later") + ")")
                .attr("value");
        press("open");
        press(hidden); // no
        press(hidden); // nothing
        press(hidden); // yes
        assertThat(line(hidden).select("td.a").text()).startsWith(texts.get("comfort.yes"));
        assertThat(line(hidden).select(".both").text()).isEqualTo(texts.get("board.why.waits"));
        press(like);
        assertThat(line(like).select(".both b").text()).isEqualTo(texts.get("board.both.talk"));
        press(like);
        assertThat(line(like).select(".both b")).isEmpty();
        press(like); // no
        press(like); // nothing
        press(like); // yes
        assertThat(line(like).select(".both").text()).isEqualTo(texts.get("board.why.waits"));
    }

    @Test
    void from_the_start_leaves_nothing_of_what_was_changed() {
        var before = page.select("form").outerHtml();
        var a = lineBothLike();
        press(a);
        press("open");
        press("naive");
        press("reset");
        assertThat(page.select("form").outerHtml()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "do=uncover",
                "do=nonsense&ones=1&others=2",
                "do=a+999&ones=%00",
                "uncovered=-1&view=none&do=all%20",
                "do=open&opened=x.y&uncovered=99999"
            })
    void what_no_stage_would_send_changes_nothing_and_stays_kind(String forged) {
        var answer = site.post(STAGE, forged);
        assertThat(answer.statusCode()).isEqualTo(200);
        var fields = Jsoup.parse(answer.body()).select("input[type=hidden]").stream()
                .filter(field -> !field.attr("name").matches("uncovered|opened"))
                .collect(Collectors.toMap(field -> field.attr("name"), Element::val));
        assertThat(fields).allSatisfy((name, value) -> assertThat(value)
                .isEqualTo(page.select("input[name=" + name + "]").val()));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(site.cookies()).isEmpty();
    }

    @Test
    void there_is_no_stage_for_a_lesson_that_does_not_exist() {
        assertThat(site.get("/classroom/none/stage").statusCode()).isEqualTo(404);
        assertThat(site.post("/classroom/none/stage", "do=all").statusCode()).isEqualTo(404);
    }
}
