// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.bothyes.Application;
import org.bothyes.door.Site;
import org.bothyes.shell.Texts;
import org.bothyes.storage.Erasures;
import org.bothyes.vault.InstanceKey;
import org.flywaydb.core.Flyway;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** The self check says what is wrong, by trying, and is green only where nothing is. */
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "BOTH_YES_DATA=./target/data/${random.uuid}",
            "BOTH_YES_FORWARDED=native",
            "vaadin.productionMode=true",
            "management.server.port=0"
        })
class SelfCheckTest {

    /** A folder that nobody can write to, not even root. */
    private static final String UNWRITTEN = "/proc";

    @TempDir
    static Path folder;

    private final ApplicationContext app;
    private final Arrivals arrivals;
    private final Texts texts;
    private final int port;
    private final int watch;

    @Autowired
    SelfCheckTest(ApplicationContext app, Texts texts, @LocalServerPort int port, @LocalManagementPort int watch) {
        this.app = app;
        this.arrivals = app.getBean(Arrivals.class);
        this.texts = texts;
        this.port = port;
        this.watch = watch;
    }

    /** A proxy that does all that it should. It looks at the first request of a connection, so others are new ones. */
    private static String good(String head) {
        var last = head.toLowerCase(Locale.ROOT).contains("upgrade: websocket") ? "" : "Connection: close\r\n";
        return head.replaceFirst("(?i)\r\nX-Forwarded-For: [^\r]*", "")
                .replaceFirst("\r\n", "\r\nX-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n" + last);
    }

    private List<String> problems(int ago, UnaryOperator<String> asked, UnaryOperator<String> answered)
            throws Exception {
        try (var front = new TlsFront(folder, ago, port, asked, answered);
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(front.trusted())
                        .build()) {
            return problems(new FromOutside(front.address(), client, arrivals, Clock.systemUTC()));
        }
    }

    private static List<String> problems(FromOutside outside) throws InterruptedException {
        return outside.look().stream()
                .filter(found -> !found.isGood())
                .map(Finding::key)
                .toList();
    }

    @Test
    void behind_a_good_proxy_all_is_well() throws Exception {
        assertThat(problems(1, SelfCheckTest::good, UnaryOperator.identity())).isEmpty();
    }

    @Test
    void a_proxy_that_says_nothing_of_tls_is_noticed() throws Exception {
        assertThat(problems(1, head -> good(head).replace("X-Forwarded-Proto", "X-Other"), UnaryOperator.identity()))
                .contains("check.forwarding.unsaid");
    }

    @Test
    void headers_that_are_taken_away_or_said_twice_are_noticed() throws Exception {
        assertThat(problems(1, SelfCheckTest::good, head -> head.replace("X-Frame-Options: DENY\r\n", "")))
                .containsExactly("check.headers.changed");
        assertThat(problems(
                        1,
                        SelfCheckTest::good,
                        head -> head.replaceFirst("\r\n", "\r\nReferrer-Policy: unsafe-url\r\n")))
                .containsExactly("check.headers.changed");
    }

    @Test
    void a_proxy_that_stops_websockets_is_noticed() throws Exception {
        assertThat(problems(1, head -> good(head).replaceAll("(?i)\r\nUpgrade: [^\r]*", ""), UnaryOperator.identity()))
                .containsExactly("check.push.stopped");
    }

    @Test
    void a_certificate_that_ends_soon_is_noticed() throws Exception {
        assertThat(problems(80, SelfCheckTest::good, UnaryOperator.identity())).containsExactly("check.tls.ends");
    }

    @Test
    void a_certificate_that_nobody_trusts_is_noticed() throws Exception {
        try (var front = new TlsFront(folder, 1, port, SelfCheckTest::good, UnaryOperator.identity());
                var client = HttpClient.newHttpClient()) {
            assertThat(problems(new FromOutside(front.address(), client, arrivals, Clock.systemUTC())))
                    .containsExactly("check.tls.untrusted");
        }
    }

    @Test
    void another_server_or_none_at_the_address_is_noticed() throws Exception {
        try (var lost = new TlsFront(folder, 1, watch, SelfCheckTest::good, UnaryOperator.identity());
                var client = HttpClient.newBuilder().sslContext(lost.trusted()).build()) {
            assertThat(problems(new FromOutside(lost.address(), client, arrivals, Clock.systemUTC())))
                    .containsExactly("check.address.another");
            assertThat(problems(new FromOutside("https://localhost:1", client, arrivals, Clock.systemUTC())))
                    .containsExactly("check.address.unreachable");
            assertThat(problems(new FromOutside("", client, arrivals, Clock.systemUTC())))
                    .containsExactly("check.address.unset");
        }
    }

    @Test
    void the_page_and_the_lines_say_the_same_and_that_something_is_to_mend() {
        var watched = new Site(watch);
        var page = watched.get("/selfcheck");
        assertThat(page.statusCode()).isEqualTo(503);
        var lines = Jsoup.parse(page.body()).select("li").eachText();
        assertThat(lines)
                .contains(texts.get("check.address.unset"), texts.get("check.backups.none"))
                .contains(texts.get("check.database.good"), texts.get("check.clock.good"));
        assertThat(Jsoup.parse(page.body()).select("li.mend").eachText())
                .contains(texts.get("check.backups.none"))
                .doesNotContain(texts.get("check.database.good"));
        assertThat(watched.get("/selfcheck/lines").body().lines().map(line -> line.substring(7)))
                .containsExactlyElementsOf(lines);
        assertThat(lines) // since none is made, nothing is noted
                .doesNotContain(texts.get("check.erasures.good"));
        assertThat(page.body()).doesNotContain("http://", "https://cdn", "<script");
    }

    @Test
    void a_database_that_is_run_carelessly_is_noticed() {
        var inside = app.getBean(FromInside.class);
        assertThat(inside.database("jdbc:h2:file:./x;WRITE_DELAY=0;TRACE_LEVEL_FILE=0")
                        .isGood())
                .isTrue();
        assertThat(inside.database("jdbc:h2:file:./x;WRITE_DELAY=0").values()).containsExactly("TRACE_LEVEL_FILE=0");
        assertThat(inside.database("jdbc:h2:file:./x;WRITE_DELAY=500;TRACE_LEVEL_FILE=0")
                        .values())
                .containsExactly("WRITE_DELAY=0");
    }

    private List<String> problems(JdbcClient jdbc, Backups backups, Duration later) {
        return problems(jdbc, backups, app.getBean(Erasures.class), later);
    }

    private List<String> problems(JdbcClient jdbc, Backups backups, Erasures erasures, Duration later) {
        var clock = Clock.offset(Clock.systemUTC(), later);
        var url = app.getEnvironment().getRequiredProperty("spring.datasource.url");
        var places = new Places(folder, folder.resolve("the.key").toString(), "");
        return new FromInside(jdbc, backups, erasures, clock, places, url)
                .look().stream()
                        .filter(found -> !found.isGood())
                        .map(Finding::key)
                        .toList();
    }

    private Backups backups(Erasures erasures, String folder) {
        return new Backups(
                app.getBean(DataSource.class),
                app.getBean(Flyway.class),
                app.getBean(InstanceKey.class),
                erasures,
                Clock.systemUTC(),
                folder);
    }

    @Test
    void backups_that_are_missing_old_or_out_of_reach_are_noticed() throws Exception {
        var jdbc = app.getBean(JdbcClient.class);
        var here = Files.createDirectory(folder.resolve("backups"));
        var backups = backups(app.getBean(Erasures.class), here.toString());
        assertThat(problems(jdbc, backups, Duration.ZERO)).containsExactly("check.backups.missing");
        backups.make();
        assertThat(problems(jdbc, backups, Duration.ZERO)).isEmpty();
        assertThat(problems(jdbc, backups, Duration.ofHours(27))).contains("check.backups.old");
        var unwritten = backups(app.getBean(Erasures.class), UNWRITTEN);
        assertThat(problems(jdbc, unwritten, Duration.ZERO)).containsExactly("check.backups.unreachable");
        FileSystemUtils.deleteRecursively(here);
        assertThat(problems(jdbc, backups, Duration.ZERO)).containsExactly("check.backups.unreachable");
    }

    @Test
    void notes_of_what_was_erased_that_have_gone_are_noticed() throws Exception {
        var here = Files.createDirectory(folder.resolve("noted"));
        var key = app.getBean(InstanceKey.class);
        var erasures = new Erasures(key, here.resolve(Erasures.FILE), folder);
        var backups = backups(erasures, here.toString());
        backups.make();
        var jdbc = app.getBean(JdbcClient.class);
        assertThat(problems(jdbc, backups, erasures, Duration.ZERO)).isEmpty();
        Files.delete(here.resolve(Erasures.FILE));
        assertThat(problems(jdbc, backups, erasures, Duration.ZERO)).containsExactly("check.erasures.missing");
    }

    @Test
    void a_clock_that_is_not_the_databases_and_a_database_that_says_nothing_are_noticed() {
        var backups = app.getBean(Backups.class);
        assertThat(problems(app.getBean(JdbcClient.class), backups, Duration.ofMinutes(2)))
                .contains("check.clock.other");
        var nowhere = new DriverManagerDataSource("jdbc:h2:mem:nowhere;IFEXISTS=TRUE");
        assertThat(problems(JdbcClient.create(nowhere), backups, Duration.ZERO)).contains("check.database.silent");
    }

    @Test
    void files_that_others_can_read_are_noticed() throws IOException {
        var before = Files.getPosixFilePermissions(folder);
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            assertThat(problems(app.getBean(JdbcClient.class), app.getBean(Backups.class), Duration.ZERO))
                    .contains("check.files.open");
        } finally {
            Files.setPosixFilePermissions(folder, before);
        }
        assertThat(problems(app.getBean(JdbcClient.class), app.getBean(Backups.class), Duration.ZERO))
                .doesNotContain("check.files.open");
    }

    @Test
    void every_finding_has_its_sentence() {
        for (var check : Finding.Check.values()) {
            assertThat(texts.get(Finding.good(check, 1, 2, 3).key())).isNotBlank();
        }
        var problems = List.of(
                "address.unset address.unreachable address.another tls.untrusted tls.ends plain.open forwarding.unread",
                "forwarding.unsaid visitors.unread visitors.lie visitors.unsaid headers.changed push.stopped clock.other clock.moved",
                "files.open files.unknown database.flags database.silent disk.full backups.none backups.missing",
                "backups.old backups.unreachable erasures.waiting erasures.missing");
        assertThat(problems.stream().flatMap(line -> Arrays.stream(line.split(" ", -1))))
                .allSatisfy(problem -> assertThat(texts.get("check." + problem)).endsWith("."));
    }
}
