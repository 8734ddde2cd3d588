// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a PDF holds, read back: what it is made of, and nothing that came in by itself. */
@ExtendWith(OutputCaptureExtension.class)
class PdfTest {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><title>A page</title><meta name="subject" content="What it is">
            <style>body { font-family: "Liberation Sans" }</style></head>
            <body><h1>One’s heading</h1><p>“A line.”</p><ul><li>first<li>second</ul></body>
            </html>
            """;

    private static PDDocument read(String html) throws IOException {
        return Loader.loadPDF(Pdf.of(html));
    }

    @Test
    void the_text_is_there() throws IOException {
        try (var pdf = read(PAGE)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("One’s heading", "“A line.”", "first", "second");
        }
    }

    @Test
    void a_screen_reader_is_told_what_it_reads() throws IOException {
        try (var pdf = read(PAGE)) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("A page");
            assertThat(kinds(catalog.getStructureTreeRoot())).contains("H1", "P", "L", "LI", "LBody");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfuaid:part>1</pdfuaid:part>", "What it is");
        }
    }

    private static List<String> kinds(PDStructureNode node) {
        var kinds = new ArrayList<String>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                kinds.add(element.getStructureType());
                kinds.addAll(kinds(element));
            }
        }
        return kinds;
    }

    @Test
    void its_font_comes_along() throws IOException {
        try (var pdf = read(PAGE)) {
            var resources = pdf.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
            assertThat(resources.getFontNames()).hasSize(1);
        }
    }

    @Test
    void nothing_says_when_where_or_with_what_it_was_made() throws IOException {
        try (var pdf = read(PAGE)) {
            assertThat(pdf.getDocumentInformation().getMetadataKeys()).containsExactlyInAnyOrder("Title", "Subject");
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .doesNotContainIgnoringCase("date", "creator", "producer");
            assertThat(pdf.getDocumentCatalog().getCOSObject().containsKey(COSName.ACRO_FORM))
                    .isFalse();
        }
    }

    @Test
    void the_same_page_gives_the_same_bytes() {
        assertThat(Pdf.of(PAGE)).isEqualTo(Pdf.of(PAGE)).isNotEqualTo(Pdf.of(PAGE.replace("first", "third")));
    }

    @Test
    void it_asks_nobody_for_anything_and_logs_nothing(CapturedOutput output) throws IOException {
        var asked = new ArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", request -> {
            asked.add(request.getRequestURI().toString());
            request.close();
        });
        server.start();
        try {
            var elsewhere = "http://localhost:" + server.getAddress().getPort();
            Pdf.of(PAGE.replace("<p>", "<img src='%s/x.png' alt='x'><p>".formatted(elsewhere))
                    .replace("<style>", "<link rel=stylesheet href='%s/x.css'><style>".formatted(elsewhere)));
        } finally {
            server.stop(0);
        }
        assertThat(asked).isEmpty();
        assertThat(output.getAll()).isEmpty();
    }

    @Test
    void the_fonts_of_the_machine_are_not_looked_for() {
        Pdf.of(PAGE);
        assertThat(FontMappers.instance().getClass().getEnclosingClass())
                .as("PDFBox's own reads them all, and keeps a list of them in a file at home")
                .isEqualTo(Pdf.class);
    }
}
