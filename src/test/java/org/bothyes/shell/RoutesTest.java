// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bothyes.door.Served;
import org.bothyes.door.Site;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route there is, as the application itself lists them: none comes without the headers of its kind. */
@Served
class RoutesTest {

    private static final List<String> ALWAYS = List.of(
            "Content-Security-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy",
            "Cache-Control");

    private final RequestMappingHandlerMapping doors;
    private final ServletContext context;
    private final Site site;

    @Autowired
    RoutesTest(RequestMappingHandlerMapping doors, ServletContext context, @LocalServerPort int port) {
        this.doors = doors;
        this.context = context;
        this.site = new Site(port);
    }

    private record Route(String method, String path) {}

    private Stream<Route> doors() {
        return doors.getHandlerMethods().keySet().stream()
                .flatMap(door -> door.getPatternValues().stream()
                        .flatMap(path -> door.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), path.replaceAll("\\{[a-z]+}", "x")))))
                .filter(route -> !route.path().equals("/leave"));
    }

    private List<String> rooms() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(context)).getRegisteredRoutes().stream()
                .map(room -> "/c/" + room.getTemplate().replaceAll(":[a-z]+", "x"))
                .toList();
    }

    @Test
    void no_route_comes_without_the_headers_of_its_kind() {
        var walked = new ArrayList<String>();
        doors().forEach(door -> {
            walked.add(door.path());
            var answer = door.method().equals("GET") ? site.get(door.path()) : site.post(door.path(), "x=1");
            var keeps = answer.headers().firstValue("Cache-Control").orElse("");
            for (var header : ALWAYS) {
                assertThat(answer.headers().allValues(header))
                        .as(header + " of " + door)
                        .hasSize(1);
            }
            assertThat(keeps).as(door.toString()).isEqualTo(expected(door));
        });
        assertThat(walked)
                .contains(
                        "/",
                        "/start",
                        "/join",
                        "/invitation",
                        "/return",
                        "/unlock",
                        "/hand-over",
                        "/privacy",
                        "/vote",
                        "/classroom/x/stage",
                        "/cards.pdf",
                        "/reminder.ics");
    }

    private static String expected(Route door) {
        if (door.method().equals("POST")
                || door.path().matches("/return.*|/reminder.ics|/vote.*|/classroom/x/(stage|news)")) {
            return "no-store";
        }
        return door.path().equals("/away") ? "public, max-age=86400" : "no-cache";
    }

    @Test
    void no_room_is_kept_anywhere_let_in_or_not() {
        var rooms = rooms();
        assertThat(rooms).hasSizeGreaterThan(20).contains("/c/shared", "/c/erase");
        for (var letIn : List.of(false, true)) {
            if (letIn) {
                site.post("/start", "pack=guide" + Site.CHOSEN);
            }
            for (var room : rooms) {
                var answer = site.get(room);
                for (var header : ALWAYS) {
                    assertThat(answer.headers().allValues(header))
                            .as(header + " of " + room)
                            .hasSize(1);
                }
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .as(room)
                        .contains("no-store");
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                        .contains("frame-ancestors 'none'");
            }
        }
    }
}
