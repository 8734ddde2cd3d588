// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.Script.Moment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What anybody may take along, read back as it goes over the wire. */
@Served
class TakeAlongTest {

    /** Whatever tells of us, of what it is about, or of when it was made. */
    private static final String TELLS = "(?is).*(both|yes|consent|partner|https?:|@|/20\\d\\d|D:20\\d\\d).*";

    private final PackLibrary packs;
    private final Clock clock;
    private final Site site;

    @Autowired
    TakeAlongTest(PackLibrary packs, Clock clock, @LocalServerPort int port) {
        this.packs = packs;
        this.clock = clock;
        this.site = new Site(port);
    }

    private byte[] cards() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(site.origin() + "/cards.pdf"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    @Test
    void the_cards_hold_the_lines_that_help_with_everything_when_nobody_looks_for_words_and_no_others()
            throws Exception {
        try (var pdf = Loader.loadPDF(cards())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            var moments = List.of(Moment.DURING, Moment.QUIET, Moment.SLOW, Moment.STOP, Moment.SAY_NO, Moment.HEAR_NO);
            for (var pack : packs.packs()) {
                for (var script : pack.scripts()) {
                    var line = "“" + pack.words().line(script) + "”";
                    assertThat(text.contains(line))
                            .as(line)
                            .isEqualTo(moments.contains(script.moment())
                                    && script.ties().isEmpty());
                }
            }
        }
    }

    @Test
    void the_cards_tell_nothing_but_their_lines() throws Exception {
        try (var pdf = Loader.loadPDF(cards())) {
            var about = pdf.getDocumentInformation();
            assertThat(about.getMetadataKeys()).containsExactlyInAnyOrder("Title", "Subject");
            assertThat(about.getTitle() + about.getSubject()).doesNotMatch(TELLS);
            assertThat(new PDFTextStripper().getText(pdf)).doesNotMatch(TELLS);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void the_cards_are_the_same_for_everybody_and_leave_nothing() throws Exception {
        assertThat(cards()).isEqualTo(cards());
        var answer = site.get("/cards.pdf");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "content-disposition");
        var again = site.get(
                "/cards.pdf",
                "If-None-Match",
                answer.headers().firstValue("ETag").orElseThrow());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    private VEvent reminder() throws Exception {
        var calendar = new CalendarBuilder()
                .build(new StringReader(site.get("/reminder.ics").body()));
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(names(calendar.getPropertyList().getAll())).containsExactlyInAnyOrder("VERSION", "PRODID");
        assertThat(calendar.getComponentList().getAll()).hasSize(1);
        return (VEvent) calendar.getComponentList().getAll().getFirst();
    }

    private static List<String> names(List<Property> properties) {
        return properties.stream().map(Property::getName).toList();
    }

    @Test
    void a_reminder_comes_every_two_weeks_from_two_weeks_on_at_seven_in_the_evening_wherever_one_is() throws Exception {
        var reminder = reminder();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThat(reminder.<DtStart<LocalDateTime>>getRequiredProperty("DTSTART")
                        .getDate())
                .isEqualTo(today.plusWeeks(2).atTime(LocalTime.of(19, 0)));
        var rule = reminder.<RRule<LocalDateTime>>getRequiredProperty("RRULE").getRecur();
        var start = today.plusWeeks(2).atTime(19, 0);
        assertThat(rule.getDates(start, start, start.plusWeeks(5)))
                .containsExactly(start, start.plusWeeks(2), start.plusWeeks(4));
        assertThat(reminder.getDateTimeStamp().getDate())
                .isEqualTo(today.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    @Test
    void a_reminder_holds_what_a_calendar_needs_and_tells_nothing() throws Exception {
        var reminder = reminder();
        assertThat(names(reminder.getPropertyList().getAll()))
                .containsExactlyInAnyOrder("UID", "DTSTAMP", "DTSTART", "RRULE", "SUMMARY");
        assertThat(reminder.getComponentList().getAll()).isEmpty();
        assertThat(site.get("/reminder.ics").body()).doesNotMatch(TELLS);
        assertThat(reminder.getRequiredProperty("UID").getValue())
                .hasSize(36)
                .isNotEqualTo(reminder().getRequiredProperty("UID").getValue());
    }

    @Test
    void a_reminder_is_kept_by_nobody_on_the_way() {
        var headers = site.get("/reminder.ics").headers();
        assertThat(headers.firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.map()).doesNotContainKeys("set-cookie", "etag", "content-disposition");
        assertThat(site.get("/reminder.ics").body().lines()).hasSize(11);
        assertThat(site.get("/reminder.ics").body().split("\r\n", -1)).hasSize(12);
    }
}
