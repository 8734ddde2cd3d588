// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.UriUtils;

/** The mark, small enough to stand in the page itself in place of a request of its own. */
final class Icon {

    static final String ADDRESS = read();

    private Icon() {}

    /** As a data address (RFC 2397), as short as an address may be. */
    private static String read() {
        try {
            var svg = new ClassPathResource("static/mark.svg").getContentAsString(UTF_8);
            return "data:image/svg+xml,"
                    + UriUtils.encodeQuery(svg.replace('"', '\'').replace("\n", ""), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("mark.svg cannot be read", e);
        }
    }
}
