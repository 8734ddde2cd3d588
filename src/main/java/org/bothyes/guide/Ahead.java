package org.bothyes.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.resource.ContentVersionStrategy;

/** What the doors and the rooms need, to be fetched while somebody reads and nothing else is to do. */
final class Ahead {

    private static final String BUILD = "VAADIN/build/";
    /** Part of the bundle that none of our components asks for. */
    private static final String UNUSED = "markdown-helpers";

    private static final String THEME = "/aura/aura.css";
    private static final List<String> OURS = List.of(
            "tokens.css",
            "doors.css",
            "leave.js",
            "pad.js",
            "enter.js",
            "rooms.css",
            "rooms.js",
            "lock.js",
            "mark.svg");
    private static final ContentVersionStrategy VERSIONS = new ContentVersionStrategy();

    private Ahead() {}

    /** Addresses under which they may be kept for ever; none of the rooms' where their bundle has not been built. */
    static List<String> addresses() {
        var addresses = new ArrayList<String>();
        OURS.stream().map(Ahead::ours).forEach(addresses::add);
        try {
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/VAADIN/webapp/" + BUILD + "*.js")) {
                var name = Objects.requireNonNull(file.getFilename());
                if (!name.startsWith(UNUSED)) {
                    addresses.add("/c/" + BUILD + name);
                }
            }
            var theme = new ClassPathResource("META-INF/resources" + THEME);
            if (theme.exists()) {
                addresses.add(THEME + "?v-c="
                        + Inlined.sha256(theme.getContentAsByteArray()).substring(0, 8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle cannot be read", e);
        }
        return List.copyOf(addresses);
    }

    /** The address that Spring gives a file of ours by its content. */
    private static String ours(String name) {
        var version = VERSIONS.getResourceVersion(new ClassPathResource("static/" + name));
        return VERSIONS.addVersion("/" + name, version);
    }
}
