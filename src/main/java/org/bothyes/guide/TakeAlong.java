package org.bothyes.guide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bothyes.pack.PackLibrary;
import org.bothyes.shell.Pdf;
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

    private final SingletonSupplier<byte[]> cards;

    TakeAlong(ITemplateEngine templates, PackLibrary packs) {
        this.cards = SingletonSupplier.of(() -> cards(templates, new Lines(packs)));
    }

    /** Lines to say, as cards to cut out; made for the first who asks. */
    @GetMapping(path = "/cards.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> cards() {
        return ResponseEntity.ok(cards.obtain());
    }

    private static byte[] cards(ITemplateEngine templates, Lines lines) {
        var cards = lines.moments().stream()
                .filter(moment -> MOMENTS.contains(moment.key()))
                .toList();
        return Pdf.of(templates.process("cards", new Context(Locale.ENGLISH, Map.of("cards", cards))));
    }
}
