// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;

/**
 * A page to take along: HTML in, a tagged PDF (PDF/UA) out, made in memory. Its bytes depend on the HTML alone: it has no
 * date, no author, and a number that is made of its title. It fetches nothing, and looks for no fonts on the machine.
 */
public final class Pdf {

    /** The one font there is, as styles call it. */
    private static final String FONT = "Liberation Sans";

    static {
        XRLog.setLoggingEnabled(false); // it would print parts of what it is given
        FontMappers.set(new OneFont());
    }

    private Pdf() {}

    /**
     * @param html with a language, a title and a {@code meta} named subject, all of which a screen reader may say; all of
     *     its text is in the font {@value #FONT}
     * @return the bytes of the file
     */
    public static byte[] of(String html) {
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useFont(Pdf::font, FONT)
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withW3cDocument(new W3CDom().namespaceAware(false).fromJsoup(Jsoup.parse(html)), "");
        try (var renderer = builder.buildPdfRenderer();
                var pdf = renderer.createPDFKeepOpen()) {
            var told = pdf.getDocumentInformation().getCOSObject();
            List.of(COSName.CREATION_DATE, COSName.MOD_DATE, COSName.AUTHOR, COSName.PRODUCER)
                    .forEach(told::removeItem);
            pdf.setDocumentId(0L); // in place of the time
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the page cannot be made", e);
        }
    }

    /** PDFBox brings it along. */
    private static InputStream font() {
        return PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
    }

    /**
     * Stands for the fonts of forms, which every document is given and none of ours has. Without it, all fonts of the
     * machine would be read, and their list kept in a file at home.
     */
    private static final class OneFont implements FontMapper {

        private final TrueTypeFont font;

        OneFont() {
            try {
                font = new TTFParser().parse(new RandomAccessReadBuffer(font()));
            } catch (IOException e) {
                throw new UncheckedIOException("the font cannot be read", e);
            }
        }

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font, false);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font, false);
        }

        @Override
        public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
            throw new UnsupportedOperationException("none of our fonts is of this kind");
        }
    }
}
