// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bothyes.Application;
import org.bothyes.door.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who watches a server sees how it does, on a port of their own, and nothing of anybody. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "BOTH_YES_DATA=./target/data/${random.uuid}",
            "vaadin.productionMode=true",
            "management.server.port=0"
        })
class WatchedTest {

    private static final Pattern METRIC = Pattern.compile("(?m)^([a-z_]+)(\\{(.*)})? [^ ]+$");
    private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"([^\"]*)\"");
    private static final List<String> STARTS =
            List.of("both_yes_", "hikaricp_", "http_server_requests", "jvm_", "process_", "system_");

    private final Site site;
    private final Site watched;

    @Autowired
    WatchedTest(@LocalServerPort int port, @LocalManagementPort int watch) {
        this.site = new Site(port);
        this.watched = new Site(watch);
    }

    @BeforeEach
    void somebody_starts_and_somebody_guesses() {
        site.get("/");
        site.get("/guide/no-such-page-at-all");
        site.post("/start", "pack=guide" + Site.CHOSEN);
        site.get("/c/");
        site.post("/return", "code=wrong-wrong-wrong&pin=314159");
        site.get("/classroom/shy/stage");
    }

    @Test
    void no_label_is_an_id_an_address_or_anything_of_anybody() {
        var page = watched.get("/prometheus").body();
        var labels = new TreeSet<String>();
        var parts = new TreeSet<String>();
        METRIC.matcher(page).results().forEach(metric -> {
            assertThat(STARTS).anyMatch(metric.group(1)::startsWith);
            LABEL.matcher(String.valueOf(metric.group(3))).results().forEach(label -> {
                labels.add(label.group(1));
                if (label.group(1).equals("part")) {
                    parts.add(label.group(2));
                }
            });
        });
        assertThat(labels).isSubsetOf("action", "area", "cause", "gc", "outcome", "part", "pool", "space", "state");
        assertThat(labels).contains("outcome", "part", "space");
        assertThat(parts).containsExactly("classroom", "door", "open", "rest");
        assertThat(page).doesNotContain("no-such-page", "shy", "guide", "127.0.0.1", "uri=", "/start", "sessions");
        assertThat(page).contains("both_yes_disk_free_bytes", "both_yes_backup_age_seconds");
    }

    @Test
    void health_and_readiness_are_there_and_say_nothing_more() {
        assertThat(watched.get("/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(watched.get("/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(watched.get("/health").body()).contains("UP").doesNotContain("H2", "path", "free");
    }

    @Test
    void nothing_else_is_there_and_nothing_of_it_on_the_port_for_partners() {
        for (var path : List.of("/env", "/beans", "/heapdump", "/loggers", "/metrics", "/threaddump", "/", "/start")) {
            assertThat(watched.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (var path : List.of("/health", "/prometheus", "/selfcheck", "/backup", "/restore")) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(site.post(path, "word=x").statusCode()).as(path).isNotEqualTo(200);
        }
    }
}
