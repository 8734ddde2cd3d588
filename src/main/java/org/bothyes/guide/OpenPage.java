// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;

/** A page that is the same for everybody, ready to be sent: written once, packed once, tagged once. */
final class OpenPage {

    private final byte[] plain;
    private final byte[] packed;
    private final String tag;
    private final String policy;

    /** @param policy the only styles and scripts it may have */
    OpenPage(String html, String policy) {
        this.plain = html.getBytes(UTF_8);
        this.packed = gzip(plain);
        this.tag = DigestUtils.md5DigestAsHex(plain);
        this.policy = policy;
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var unpacks = Objects.requireNonNullElse(request.getHeader("Accept-Encoding"), "")
                .matches(".*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
        var bytes = unpacks ? packed : plain;
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Vary", "Accept-Encoding");
        if (new ServletWebRequest(request, response).checkNotModified(tag + (unpacks ? "-gzip" : ""))) {
            return;
        }
        if (unpacks) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
