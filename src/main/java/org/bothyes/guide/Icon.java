package org.bothyes.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The mark, small enough to stand in the page itself in place of a request of its own. */
final class Icon {

    static final String ADDRESS = read();

    private Icon() {}

    /** As a data address: only what would end it or its attribute is written in another way (RFC 2397). */
    private static String read() {
        try {
            var svg = new ClassPathResource("static/mark.svg").getContentAsString(UTF_8);
            return "data:image/svg+xml,"
                    + svg.strip()
                            .replace('"', '\'')
                            .replace("%", "%25")
                            .replace("#", "%23")
                            .replace("<", "%3C")
                            .replace(">", "%3E")
                            .replace("\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException("mark.svg cannot be read", e);
        }
    }
}
