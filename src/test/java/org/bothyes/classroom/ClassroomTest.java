// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bothyes.classroom.Lesson.Show;
import org.bothyes.classroom.Lesson.Step;
import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.bothyes.shell.Texts;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a room is shown is true of the two, and touches nobody. */
@Served
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassroomTest {

    private final Lessons lessons;
    private final Texts texts;
    private final JdbcClient jdbc;
    private final Site site;

    @Autowired
    ClassroomTest(Lessons lessons, Texts texts, JdbcClient jdbc, @LocalServerPort int port) {
        this.lessons = lessons;
        this.texts = texts;
        this.jdbc = jdbc;
        this.site = new Site(port);
    }

    Stream<Lesson> lessons() {
        return lessons.all().stream();
    }

    @Test
    void the_middle_is_what_the_product_itself_would_show_and_says_why() {
        var board = Board.of(Written.lesson(), texts);
        assertThat(board.lines().stream().map(line -> line.topic() + ": " + line.both() + " (" + line.why() + ")"))
                .containsExactly(
                        "Soft light: Both would like this (Both would like it, so both see it.)",
                        "In the dark:  (One said no, so neither sees it.)",
                        "Music in the background:  (One left it out, so neither sees it.)",
                        "Time together without a goal: Both open to talking (At least one is only open to talking, so"
                                + " both see it as something to talk about.)",
                        "Only holding each other: Both open to talking (Their rules are stricter than this needs, so it is"
                                + " something to talk about.)",
                        "Showing what feels good: Both open to talking (Their rules are stricter than this needs, so it is something to"
                                + " talk about.)",
                        "Showing what feels good:  (One said not now, so neither sees it.)");
        assertThat(board.lines().getFirst().onlyWith()).contains("slow");
        assertThat(board.lines().getFirst().a()).contains("slow");
        assertThat(board.lines().getFirst().b()).doesNotContain("slow");
        assertThat(board.rules()).hasSize(1);
        assertThat(board.rules().getFirst().b()).isEqualTo(texts.get("board.blank"));
        assertThat(board.rules().getFirst().both()).contains("No filming");
        assertThat(board.signals()).hasSize(1);
    }

    @Test
    void an_ordinary_list_would_tell_who_said_what() {
        var told = Board.of(Written.lesson(), texts).told();
        assertThat(told.getFirst().name()).isEqualTo("Ira");
        assertThat(told.getFirst().noes()).containsExactly("In the dark");
        assertThat(told.getFirst().notNow()).hasSize(1);
        assertThat(told.getLast().noes()).isEmpty();
        assertThat(told.getLast().leftOut()).containsExactly("Music in the background");
    }

    @Test
    void what_is_said_of_rules_and_ticks_is_there() {
        var recording = Board.of(lessons.asked("recording"), texts);
        assertThat(recording.rules().stream().map(Board.Rule::limit)).noneMatch(limit -> limit.startsWith("How long"));
        assertThat(recording.rules().stream().filter(rule -> rule.both().startsWith("No")))
                .hasSizeGreaterThanOrEqualTo(3);
        var known = Board.of(lessons.asked("twenty-years"), texts);
        assertThat(known.ticked())
                .singleElement()
                .asString()
                .containsIgnoringCase("blanket")
                .containsIgnoringCase("water");
    }

    @Test
    void there_are_eight_lessons_and_two_more_without_the_intimate_part() {
        assertThat(lessons.all().stream().map(lesson -> lesson.pack().id().value()))
                .hasSize(10)
                .filteredOn("guide"::equals)
                .hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void each_lesson_has_something_shared_something_to_talk_about_and_something_hidden(Lesson lesson) {
        var kinds = Board.of(lesson, texts).lines().stream()
                .collect(Collectors.groupingBy(Board.Line::both, Collectors.counting()));
        assertThat(kinds).hasSize(3).allSatisfy((both, lines) -> assertThat(lines)
                .isGreaterThan(1));
    }

    /** Some lessons count aloud. */
    @ParameterizedTest
    @CsvSource({"changed-mind, 6, 4", "photo-online, 4, 2", "pressure, 3, 3", "read-between, 6, 3"})
    void what_an_educator_counts_aloud_is_what_is_there(String id, int like, int talk) {
        var lines = Board.of(lessons.asked(id), texts).lines();
        assertThat(lines.stream().filter(line -> line.both().equals(texts.get("board.both.like"))))
                .hasSize(like);
        assertThat(lines.stream().filter(line -> line.both().equals(texts.get("board.both.talk"))))
                .hasSize(talk);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void each_lesson_shows_the_two_their_answers_what_both_see_and_what_leaks_elsewhere(Lesson lesson) {
        var shown = lesson.steps().stream().map(Step::show).toList();
        assertThat(shown).contains(Show.PEOPLE, Show.ANSWERS, Show.OVERLAP, Show.QUESTIONS);
        assertThat(shown).containsAnyOf(Show.NAIVE, Show.FISHING);
        assertThat(lesson.steps().stream().map(Step::id)).doesNotHaveDuplicates();
    }

    @Test
    void a_page_shows_all_of_its_lesson_and_says_that_it_is_made_up() {
        for (var lesson : lessons.all()) {
            var page = Jsoup.parse(site.get("/classroom/" + lesson.id()).body());
            var text = page.select("main").text();
            assertThat(text).contains(texts.get("classroom.made-up"), lesson.closing(), lesson.note(), lesson.optOut());
            Stream.of(lesson.goals(), lesson.groundRules(), lesson.questions(), lesson.watchFor(), lesson.after())
                    .flatMap(List::stream)
                    .forEach(line -> assertThat(text).contains(line));
            assertThat(page.select(".plan li")).hasSameSizeAs(lesson.steps());
            assertThat(page.select("#answers ~ table:first-of-type tbody tr"))
                    .hasSameSizeAs(Board.of(lesson, texts).lines());
        }
    }

    @Test
    void a_lesson_makes_no_session_and_writes_no_row() {
        var before = rows();
        for (var lesson : lessons.all()) {
            assertThat(site.get("/classroom/" + lesson.id()).statusCode()).isEqualTo(200);
        }
        assertThat(site.get("/classroom").statusCode()).isEqualTo(200);
        assertThat(site.get("/classroom/no-such").statusCode()).isEqualTo(404);
        assertThat(site.cookies()).isEmpty();
        assertThat(rows()).isEqualTo(before);
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
