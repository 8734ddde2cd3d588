// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.internal.StringUtil;
import com.vaadin.flow.server.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ContentVersionStrategy;

/**
 * What the doors and the rooms need, by addresses under which it may be kept for ever: fetched while somebody reads or
 * types and nothing else is to do, and at once, not one after the other, by a room that finds none of it.
 */
@Component
public class Ahead {

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

    private final String addresses;
    private final List<String> modules;
    private final List<String> scripts;

    /** @param rooms whether there are any */
    Ahead(@Value("${both-yes.rooms:true}") boolean rooms) {
        try {
            modules = rooms ? modules() : List.of();
            scripts = modules.isEmpty()
                    ? List.of()
                    : List.of("/c/VAADIN/static/push/vaadinPush-min.js?v=" + Version.getBuildHash());
            var files = rooms ? files() : List.<String>of();
            addresses = String.join(
                    " ",
                    Stream.of(files, modules, scripts).flatMap(List::stream).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle cannot be read", e);
        }
    }

    /** Everything, with spaces between; nothing where there are no rooms, or their bundle has not been built. */
    public String addresses() {
        return addresses;
    }

    /** Has a room's page ask for its scripts before they ask for each other. */
    void preload(Element head) {
        modules.forEach(module -> link(head, "modulepreload", module));
        scripts.forEach(script -> link(head, "preload", script).attr("as", "script"));
    }

    private static Element link(Element head, String rel, String address) {
        return head.appendElement("link").attr("rel", rel).attr("href", address);
    }

    private static List<String> files() throws IOException {
        var addresses = new ArrayList<String>();
        OURS.stream().map(Ahead::ours).forEach(addresses::add);
        var theme = new ClassPathResource("META-INF/resources" + THEME);
        if (theme.exists()) {
            addresses.add(THEME + "?v-c="
                    + StringUtil.getHash(theme.getContentAsString(UTF_8), UTF_8).substring(0, 8));
        }
        return List.copyOf(addresses);
    }

    private static List<String> modules() throws IOException {
        var bundle = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/VAADIN/webapp/" + BUILD + "*.js");
        return Stream.of(bundle)
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .filter(name -> !name.startsWith(UNUSED))
                .map(name -> "/c/" + BUILD + name)
                .toList();
    }

    /** The address that Spring gives a file of ours by its content. */
    private static String ours(String name) {
        var version = VERSIONS.getResourceVersion(new ClassPathResource("static/" + name));
        return VERSIONS.addVersion("/" + name, version);
    }
}
