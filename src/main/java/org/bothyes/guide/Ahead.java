package org.bothyes.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.resource.ContentVersionStrategy;

/** What the doors and the rooms need, to be fetched while somebody reads and nothing else is to do. */
final class Ahead {

    private static final String BUILD = "VAADIN/build/";
    private static final ContentVersionStrategy VERSIONS = new ContentVersionStrategy();

    private Ahead() {}

    /** Addresses under which they may be kept for ever; none of the rooms' where their bundle has not been built. */
    static List<String> addresses() {
        var addresses = new ArrayList<String>();
        Stream.of("tokens.css", "doors.css", "leave.js", "pad.js", "rooms.css", "rooms.js", "lock.js", "mark.svg")
                .map(Ahead::ours)
                .forEach(addresses::add);
        try {
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/VAADIN/webapp/" + BUILD + "*.js")) {
                addresses.add("/c/" + BUILD + Objects.requireNonNull(file.getFilename()));
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
