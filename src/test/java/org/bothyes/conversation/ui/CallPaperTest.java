// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bothyes.overlap.Dice;
import org.bothyes.overlap.Overlap;
import org.bothyes.overlap.OverlapRule;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.shell.Texts;
import org.bothyes.shell.TextsForTests;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The card for a call on paper says what the card says, and depends on nothing else. */
class CallPaperTest {

    private static final int CASES = 20;

    private final Pack pack = PackLibrary.load(null).packs().getFirst();
    private final Texts texts = TextsForTests.texts();
    private final CallPaper paper = new CallPaper(templates(), texts);

    private static SpringTemplateEngine templates() {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        var words = new ResourceBundleMessageSource();
        words.setBasename("vaadin-i18n/translations");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setAlwaysUseMessageFormat(true);
        words.setFallbackToSystemLocale(false);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(words);
        return engine;
    }

    private CallCard card(Overlap overlap) {
        return CallCard.of(overlap, Role.ONE, texts);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void it_says_all_that_the_card_says() throws IOException {
        var card = card(OverlapRule.of(Sheet.fullest(pack), Sheet.fullest(pack)));
        try (var pdf = Loader.loadPDF(paper.of(card))) {
            var text = flat(new PDFTextStripper().getText(pdf));
            assertThat(text).contains(flat(texts.get("signals.always")));
            for (var facts : List.of(card.signals(), card.rules(), card.words())) {
                assertThat(facts).isNotEmpty();
                facts.forEach(fact -> assertThat(text).contains(flat(fact.name()), flat(fact.what())));
            }
            card.fixed().forEach(line -> assertThat(text).contains(flat(line)));
            card.checkIns().forEach(lines -> lines.lines()
                    .forEach(line -> assertThat(text).contains(flat(line))));
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
        }
    }

    @Test
    void it_names_no_topic() throws IOException {
        var card = card(OverlapRule.of(Sheet.fullest(pack), Sheet.fullest(pack)));
        try (var pdf = Loader.loadPDF(paper.of(card))) {
            var text = flat(new PDFTextStripper().getText(pdf));
            var ruled = card.toString();
            assertThat(pack.topics().stream()
                            .map(topic -> pack.words().name(topic))
                            .filter(name -> !ruled.contains(name)))
                    .noneMatch(text::contains);
        }
    }

    @Test
    void for_equal_overlaps_it_is_the_same_bytes_whatever_the_partner_answered() {
        var dice = new Dice(pack, 21);
        for (var i = 0; i < CASES; i++) {
            var mine = dice.sheet();
            var theirs = dice.sheet();
            assertThat(paper.of(card(OverlapRule.of(mine, dice.sameForPartner(mine, theirs)))))
                    .as("case %d", i)
                    .isEqualTo(paper.of(card(OverlapRule.of(mine, theirs))));
        }
    }
}
