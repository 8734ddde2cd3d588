// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bothyes.pack.PackLibrary;
import org.bothyes.shell.Pdf;
import org.bothyes.shell.Texts;
import org.jsoup.Jsoup;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What anybody may take along: it holds nothing of anybody, and its name tells nothing. */
@Controller
class TakeAlong {

    /** The moments in which nobody looks for words; six cards fill a sheet. */
    private static final List<String> MOMENTS = List.of("during", "quiet", "slow", "stop", "say-no", "hear-no");

    private static final int WEEKS = 2;

    private final SingletonSupplier<byte[]> cards;
    private final SingletonSupplier<byte[]> help;
    private final Texts texts;
    private final Clock clock;
    private final SecureRandom random;

    TakeAlong(
            ITemplateEngine templates,
            PackLibrary packs,
            Guide guide,
            List<HelpLine> helpLines,
            Texts texts,
            Clock clock,
            SecureRandom random) {
        this.cards = SingletonSupplier.of(() -> cards(templates, new Lines(packs)));
        var page = guide.beside("help");
        Map<String, Object> about = Map.of("page", page, "lines", helpLines);
        this.help = SingletonSupplier.of(() -> help(templates, about));
        this.texts = texts;
        this.clock = clock;
        this.random = random;
    }

    /** Lines to say, as cards to cut out; made for the first who asks. */
    @GetMapping(path = "/cards.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> cards() {
        return ResponseEntity.ok(cards.obtain());
    }

    /** Where to find help, for whoever can't look at it on a screen of their own. */
    @GetMapping(path = "/help.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> help() {
        return ResponseEntity.ok(help.obtain());
    }

    /**
     * A reminder to talk again, every two weeks: what a calendar needs (RFC 5545, 3.6.1) and nothing else. A time without a
     * zone is everybody's own.
     */
    @GetMapping(path = "/reminder.ics", produces = "text/calendar;charset=UTF-8")
    ResponseEntity<String> reminder() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return ResponseEntity.ok("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//reminder//EN
                BEGIN:VEVENT
                UID:%s
                DTSTAMP:%sT000000Z
                DTSTART:%sT190000
                RRULE:FREQ=WEEKLY;INTERVAL=%d
                SUMMARY:%s
                END:VEVENT
                END:VCALENDAR
                """.formatted(
                        new UUID(random.nextLong(), random.nextLong()),
                        today.format(BASIC_ISO_DATE),
                        today.plusWeeks(WEEKS).format(BASIC_ISO_DATE),
                        WEEKS,
                        texts.get("reminder.summary"))
                .replace("\n", "\r\n"));
    }

    private static byte[] help(ITemplateEngine templates, Map<String, Object> about) {
        var page = Jsoup.parse(templates.process("help-paper", new Context(Locale.ENGLISH, about)));
        page.select("a").unwrap(); // nobody follows a link on paper
        return Pdf.of(page.html());
    }

    private static byte[] cards(ITemplateEngine templates, Lines lines) {
        var cards = lines.moments().stream()
                .filter(moment -> MOMENTS.contains(moment.key()))
                .map(Lines.Moment::general)
                .toList();
        return Pdf.of(templates.process("cards", new Context(Locale.ENGLISH, Map.of("cards", cards))));
    }
}
