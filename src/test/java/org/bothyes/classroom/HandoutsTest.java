// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.bothyes.pack.PackLibrary;
import org.bothyes.shell.Texts;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is printed for a class says what the pages say, and can be read aloud. */
@Served
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoutsTest {

    private final Lessons lessons;
    private final PackLibrary packs;
    private final Texts texts;
    private final Site site;

    @Autowired
    HandoutsTest(Lessons lessons, PackLibrary packs, Texts texts, @LocalServerPort int port) {
        this.lessons = lessons;
        this.packs = packs;
        this.texts = texts;
        this.site = new Site(port);
    }

    private PDDocument pdf(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(site.origin() + path)).build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Type")).as(path).contains("application/pdf");
            return Loader.loadPDF(answer.body());
        }
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }

    Stream<String> linked() {
        var lesson = "/classroom/" + lessons.all().getFirst().id();
        return Stream.of("/classroom", lesson, "/help")
                .flatMap(page -> Jsoup.parse(site.get(page).body()).select("a[href$=.pdf]").eachAttr("href").stream())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("linked")
    void every_handout_that_a_page_leads_to_has_tags_a_language_and_a_title(String path) throws Exception {
        try (var pdf = pdf(path)) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentInformation().getTitle()).isNotBlank();
            assertThat(pdf.getDocumentInformation().getMetadataKeys()).containsExactlyInAnyOrder("Title", "Subject");
            assertThat(text(pdf)).hasSizeGreaterThan(300);
        }
    }

    @Test
    void there_is_one_of_each_kind() {
        assertThat(linked())
                .contains(
                        "/classroom/worksheet/guide.pdf",
                        "/classroom/worksheet/everyday.pdf",
                        "/classroom/room-rules.pdf",
                        "/cards.pdf",
                        "/help.pdf")
                .anyMatch(path -> path.endsWith("/plan.pdf"));
    }

    @Test
    void a_worksheet_asks_whatever_its_pack_asks() throws Exception {
        for (var pack : packs.packs()) {
            try (var pdf = pdf("/classroom/worksheet/" + pack.id() + ".pdf")) {
                var text = text(pdf);
                var words = pack.words();
                pack.topics().forEach(topic -> assertThat(text).contains(words.name(topic)));
                pack.sides().forEach(side -> assertThat(text).contains(words.side(side)));
                pack.choices().forEach(choice -> choice.items()
                        .forEach(item -> assertThat(text).contains(words.item(choice, item))));
                pack.limits().forEach(limit -> limit.rows()
                        .forEach(row -> assertThat(text).contains(words.name(limit), words.label(limit, row))));
                pack.signals().forEach(signal -> assertThat(text).contains(words.name(signal)));
                pack.conditions().forEach(condition -> assertThat(text).contains(words.name(condition)));
                pack.fixed().forEach(fixed -> assertThat(text).contains(words.text(fixed)));
            }
        }
    }

    @Test
    void a_plan_has_all_of_its_lesson() throws Exception {
        for (var lesson : lessons.all()) {
            try (var pdf = pdf("/classroom/" + lesson.id() + "/plan.pdf")) {
                var text = text(pdf);
                assertThat(text).contains(lesson.title(), lesson.note(), lesson.optOut(), lesson.closing());
                assertThat(text)
                        .contains(lesson.goals())
                        .contains(lesson.groundRules())
                        .contains(lesson.questions());
                lesson.steps().forEach(step -> assertThat(text).contains(step.say()));
                lesson.votes().forEach(vote -> assertThat(text).contains(vote.ask(), vote.then()));
                Board.of(lesson, texts).lines().forEach(line -> assertThat(text).contains(line.topic(), line.why()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/classroom/worksheet/none.pdf", "/classroom/none/plan.pdf"})
    void there_is_none_of_what_does_not_exist(String path) {
        assertThat(site.get(path).statusCode()).isEqualTo(404);
    }
}
