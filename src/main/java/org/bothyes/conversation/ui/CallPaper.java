// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;
import org.bothyes.conversation.NotNow;
import org.bothyes.conversation.Tabs;
import org.bothyes.shell.Pdf;
import org.bothyes.shell.Texts;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The card for a call to take along: a tagged PDF, made in memory of the card and of nothing else. */
@Component
class CallPaper {

    private static final String FILE = "card.pdf";

    private final ITemplateEngine templates;
    private final Texts texts;

    CallPaper(ITemplateEngine templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
    }

    /** For equal cards the same bytes. */
    byte[] of(CallCard card) {
        return Pdf.of(templates.process("call", new Context(Locale.ENGLISH, Map.of("card", card))));
    }

    /** A link to it. Browsers keep such addresses among their downloads: one is worth nothing once its tab has locked. */
    Anchor link(CallCard card, Tabs.Tab tab) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(asked -> isLocked(tab) ? gone() : response(of(card))),
                texts.get("call.take"));
        link.addClassName("link");
        return link;
    }

    private static boolean isLocked(Tabs.Tab tab) {
        try {
            tab.partner();
            return false;
        } catch (NotNow e) {
            return true;
        }
    }

    private static DownloadResponse gone() {
        return DownloadResponse.error(HttpServletResponse.SC_NOT_FOUND);
    }

    private static DownloadResponse response(byte[] pdf) {
        return new DownloadResponse(new ByteArrayInputStream(pdf), FILE, "application/pdf", pdf.length);
    }
}
