// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bothyes.door.Site;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** On a laptop for a class there is the classroom and what anybody may read, and nothing else can be reached. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassroomAloneTest {

    @TempDir
    static Path folder;

    private ConfigurableApplicationContext running;
    private Site site;

    @BeforeAll
    void start() {
        var data = folder.resolve("data");
        running = Classroom.application().run("--server.port=0", "--BOTH_YES_DATA=" + data);
        site = new Site(port());
    }

    private int port() {
        return running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    void stop() {
        SpringApplication.exit(running);
    }

    @Test
    void there_is_nothing_but_what_is_named_here() {
        var doors = running.getBean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(door -> door.getPatternValues().stream())
                .distinct();
        assertThat(doors)
                .containsExactlyInAnyOrder(
                        "/",
                        "/.well-known/security.txt",
                        "/about",
                        "/away",
                        "/cards.pdf",
                        "/classroom",
                        "/classroom/room-rules.pdf",
                        "/classroom/worksheet/{id}.pdf",
                        "/classroom/{id}",
                        "/classroom/{id}/news",
                        "/classroom/{id}/plan.pdf",
                        "/classroom/{id}/presenter",
                        "/classroom/{id}/stage",
                        "/error",
                        "/guide",
                        "/guide/{slug}",
                        "/help",
                        "/help.pdf",
                        "/join",
                        "/privacy",
                        "/questions",
                        "/reminder.ics",
                        "/return",
                        "/robots.txt",
                        "/say",
                        "/scripts",
                        "/sitemap.xml",
                        "/start",
                        "/vote",
                        "/vote/join",
                        "/vote/news");
    }

    @Test
    void there_is_no_database_and_nobody_who_could_be_kept_in_one() {
        assertThat(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(running, DataSource.class))
                .isEmpty();
        assertThat(Arrays.stream(running.getBeanDefinitionNames())
                        .map(running::getType)
                        .filter(type -> type != null)
                        .map(Class::getName))
                .noneMatch(name -> name.startsWith("org.bothyes.conversation")
                        || name.startsWith("org.bothyes.door")
                        || name.startsWith("org.bothyes.storage")
                        || name.startsWith("org.bothyes.vault")
                        || name.startsWith("com.vaadin"));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/invitation",
                "/return/code",
                "/unlock",
                "/hand-over",
                "/leave",
                "/lock",
                "/ended",
                "/c",
                "/c/",
                "/c/ready",
                "/c/?v-r=uidl",
                "/c/VAADIN/push",
                "/vaadinServlet/"
            })
    void no_door_and_no_room_is_there(String path) {
        assertThat(site.get(path).statusCode()).isEqualTo(404);
        assertThat(site.post(path, "code=x").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/join", "/return"})
    void where_a_door_would_be_it_says_that_there_is_none(String door) {
        var page = Jsoup.parse(site.get(door).body());
        assertThat(page.select("h1").text()).isEqualTo("Lessons only");
        assertThat(page.select("form, input")).isEmpty();
        assertThat(site.post(door, "pack=guide" + Site.CHOSEN).statusCode()).isEqualTo(405);
        assertThat(site.cookies()).isEmpty();
    }

    @Test
    void a_lesson_is_shown_and_a_room_votes_without_a_database() {
        var stage = "/classroom/shy/stage";
        var fields = "";
        for (var act : List.of("people", "naive", "fishing", "after", "questions", "vote", "uncover")) {
            var page = Jsoup.parse(site.post(stage, fields + "do=" + act).body());
            fields = page.select("input[type=hidden]").stream()
                    .map(field -> field.attr("name") + "=" + field.val() + "&")
                    .collect(Collectors.joining());
            if (act.equals("vote")) {
                var phone = new Site(port());
                phone.post("/vote/join", "code=" + page.select(".code").text());
                assertThat(phone.get("/vote").statusCode()).isEqualTo(200);
                assertThat(phone.cookies()).hasSize(1);
            }
        }
        var asked = Jsoup.parse(site.post(stage, fields + "do=none").body());
        assertThat(asked.select("#phones").text()).isEqualTo("1");
        assertThat(asked.select("#votes").text()).isEqualTo("0");
    }

    @Test
    void every_link_arrives() {
        var seen = new TreeSet<String>();
        var next = new ArrayDeque<>(List.of("/", "/classroom", "/vote"));
        while (!next.isEmpty()) {
            var path = next.remove();
            if (!seen.add(path)) {
                continue;
            }
            var answer = site.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                links(answer.body()).forEach(next::add);
            }
        }
        assertThat(seen)
                .contains("/guide/stopping", "/classroom/recording/stage", "/questions")
                .hasSizeGreaterThan(50);
    }

    private Stream<String> links(String html) {
        var page = Jsoup.parse(html, site.origin());
        return page.select("a[href], link[href], script[src], img[src]").stream()
                .map(each -> each.absUrl(each.hasAttr("href") ? "href" : "src"))
                .filter(address -> address.startsWith(site.origin()))
                .map(address -> URI.create(address).getPath());
    }
}
