// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.bothyes.Application;
import org.bothyes.conversation.Fixture;
import org.bothyes.door.Site;
import org.bothyes.pack.PackLibrary;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** The pages that anybody may read, as they go over the wire. */
@SpringBootTest(
        classes = {Application.class, Fixture.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "BOTH_YES_DATA=./target/data/${random.uuid}",
            "vaadin.productionMode=true",
            "both-yes.operator=The <Example> Centre",
            "both-yes.contact=help@example.org"
        })
class OpenPagesTest {

    /** The first round trips of a connection carry no more, in bytes (RFC 6928). */
    private static final int FIRST_WINDOW = 14 * 1024;

    private static final Path CHECKED = Path.of("target", "html");
    private static final double HARDEST = 7.0;
    private static final int MOST = 20 * 1024;
    private static final Pattern INLINED = Pattern.compile("<(style|script)>(.*?)</\\1>", Pattern.DOTALL);

    private final PackLibrary packs;
    private final Guide guide;
    private final Site site;
    private final URI origin;

    @Autowired
    OpenPagesTest(PackLibrary packs, Guide guide, @LocalServerPort int port) {
        this.packs = packs;
        this.guide = guide;
        this.site = new Site(port);
        this.origin = URI.create(site.origin());
    }

    @DynamicPropertySource
    static void helpLines(DynamicPropertyRegistry settings) throws IOException {
        var file = Files.createTempFile("help", ".yaml");
        Files.writeString(file, "- {name: Example Line, what: To talk, phone: \"+1 555 0100\", hours: At night}");
        file.toFile().deleteOnExit();
        settings.add("both-yes.help", file::toString);
    }

    private List<String> open() {
        return Stream.concat(
                        Stream.of("/", "/guide", "/questions", "/scripts", "/say", "/help", "/about", "/privacy"),
                        guide.pages().stream().map(page -> "/guide/" + page.slug()))
                .toList();
    }

    /** Beside those that are written beforehand, the lessons: as plain, and with styles of their own. */
    private List<String> withLessons() {
        var lessons = page("/classroom").select("main .doors a").eachAttr("href");
        assertThat(lessons).hasSizeGreaterThan(1);
        return Stream.of(open(), List.of("/classroom"), lessons)
                .flatMap(List::stream)
                .toList();
    }

    private Document page(String path) {
        return Jsoup.parse(site.get(path).body(), site.origin());
    }

    private HttpResponse<byte[]> packed(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(origin.resolve(path))
                            .header("Accept-Encoding", "gzip, br")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void a_page_leaves_nothing_with_whoever_reads_it_and_is_asked_for_again_cheaply() {
        for (var path : withLessons()) {
            var answer = site.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).as(path).contains("no-cache");
            var tag = answer.headers().firstValue("ETag").orElseThrow();
            var again = site.get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        assertThat(site.cookies()).isEmpty();
    }

    @Test
    void a_page_is_small_and_says_the_same_packed() throws Exception {
        for (var path : open()) {
            var packed = packed(path);
            assertThat(packed.headers().firstValue("Content-Encoding")).as(path).contains("gzip");
            assertThat(packed.headers().allValues("Vary")).as(path).contains("Accept-Encoding");
            assertThat(packed.body().length).as("bytes of " + path).isLessThanOrEqualTo(MOST);
            var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
            var plain = site.get(path);
            assertThat(new String(unpacked, StandardCharsets.UTF_8)).isEqualTo(plain.body());
            assertThat(packed.headers().firstValue("ETag"))
                    .isNotEqualTo(plain.headers().firstValue("ETag"));
        }
        assertThat(packed("/").body().length).isLessThanOrEqualTo(FIRST_WINDOW);
    }

    /** Whether they are valid says the Nu checker, which runs after the tests; pom.xml has it. */
    @Test
    void every_page_and_every_door_is_there_to_be_checked() throws IOException {
        FileSystemUtils.deleteRecursively(CHECKED);
        Files.createDirectories(CHECKED);
        var doors = Stream.of(
                "/start",
                "/join",
                "/return",
                "/return/code",
                "/ended",
                "/away",
                "/nowhere",
                "/classroom/recording/stage");
        for (var path : Stream.concat(withLessons().stream(), doors).toList()) {
            var html = site.get(path, "Accept", "text/html").body();
            assertThat(html).as(path).startsWithIgnoringCase("<!doctype html>");
            Files.writeString(CHECKED.resolve("page" + path.replace('/', '-') + ".html"), html);
        }
    }

    @Test
    void a_page_is_seen_with_one_request_and_only_what_its_policy_names() {
        for (var path : open()) {
            var answer = site.get(path);
            var page = Jsoup.parse(answer.body());
            assertThat(page.select("link[rel=stylesheet], script[src], img, iframe, [style], [onclick]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("link[rel=icon]").attr("href")).startsWith("data:image/svg+xml,");
            var policies = answer.headers().allValues("Content-Security-Policy");
            assertThat(policies).as(path).hasSize(1);
            assertThat(policies.getFirst())
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            var inlined = INLINED.matcher(answer.body());
            while (inlined.find()) {
                assertThat(policies.getFirst()).contains(new Inlined(inlined.group(2)).source());
            }
        }
    }

    @Test
    void every_link_leads_to_a_page_that_is_there_and_none_elsewhere() {
        var targets = new TreeSet<String>();
        for (var path : withLessons()) {
            for (var link : page(path).select("a[href]")) {
                var to = link.attr("href");
                if (!to.startsWith("#")
                        && !Set.of("mailto:help@example.org", "tel:+15550100").contains(to)) {
                    targets.add(to);
                }
            }
        }
        assertThat(targets).contains("/start", "/join", "/return", "/away").allMatch(to -> to.startsWith("/"));
        for (var to : targets) {
            assertThat(site.get(to.replaceFirst("#.*", "")).statusCode()).as(to).isEqualTo(200);
        }
    }

    @Test
    void a_page_has_its_headings_in_order_its_landmarks_and_no_anchor_twice() {
        for (var path : withLessons()) {
            var page = page(path);
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("main#main, header.top, footer")).as(path).hasSize(3);
            var level = 1;
            for (var heading : page.select("h1, h2, h3, h4")) {
                var next = heading.tagName().charAt(1) - '0';
                assertThat(next).as(path + ": " + heading.text()).isLessThanOrEqualTo(level + 1);
                level = next;
            }
            assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
            for (var link : page.select("a[href^=#]")) {
                assertThat(page.getElementById(link.attr("href").substring(1)))
                        .as(path + link)
                        .isNotNull();
            }
            assertThat(page.title()).as(path).startsWith("Both Yes");
        }
    }

    @Test
    void what_names_sources_does_not_reach_the_reader_but_a_mark_does() {
        for (var page : guide.pages()) {
            var html = site.get("/guide/" + page.slug()).body();
            assertThat(html).doesNotContain("<!--");
            assertThat(Jsoup.parse(html).select(".from").isEmpty()).isEqualTo(!page.sourced());
        }
    }

    /** With the pack's words and the bundle's, as they come to a reader. */
    @Test
    void every_page_as_it_is_sent_reads_easily() {
        for (var path : withLessons()) {
            assertThat(ReadingGrade.of(lines(page(path).select("main"))))
                    .as("grade of " + path)
                    .isLessThanOrEqualTo(HARDEST);
        }
    }

    /** The same for each section of the questions, so that none hides behind the others. */
    @Test
    void every_section_of_the_questions_reads_easily() {
        var sections = page("/questions").select("main section, main details");
        assertThat(sections).hasSizeGreaterThan(10);
        for (var section : sections) {
            assertThat(ReadingGrade.of(lines(section.select("*"))))
                    .as("grade of " + section.select("h2, h3").text())
                    .isLessThanOrEqualTo(HARDEST);
        }
    }

    /** What stands by itself: no text within another. */
    private static List<String> lines(Elements part) {
        var kinds = "h1, h2, h3, p, li, dt, dd, b, span, small";
        return part.select(kinds).stream()
                .filter(line -> line.select(kinds).size() == 1 && !line.text().isBlank())
                .map(Element::text)
                .toList();
    }

    @Test
    void myths_are_guessed_first_and_opened_then() {
        var myths = page("/guide/myths").select(".text details");
        assertThat(myths).isNotEmpty();
        assertThat(myths).allMatch(myth -> !myth.hasAttr("open") && myth.selectFirst("summary > h3") != null);
        assertThat(myths.select("div")).extracting(Element::text).noneMatch(String::isBlank);
    }

    @Test
    void every_question_of_every_pack_can_be_read_before_anybody_starts() {
        var text = page("/questions").text();
        for (var pack : packs.packs()) {
            var words = pack.words();
            pack.topics().forEach(topic -> assertThat(text).contains(words.name(topic), words.help(topic)));
            pack.sides().forEach(side -> assertThat(text).contains(words.side(side)));
            pack.choices().forEach(choice -> choice.items()
                    .forEach(item -> assertThat(text).contains(words.item(choice, item))));
            pack.limits().forEach(limit -> limit.rows()
                    .forEach(row -> assertThat(text).contains(words.name(limit), words.label(limit, row))));
            pack.signals().forEach(signal -> assertThat(text).contains(words.name(signal)));
            pack.conditions().forEach(condition -> assertThat(text).contains(words.name(condition)));
            pack.ready().forEach(ready -> assertThat(text).contains(words.text(ready)));
            pack.fixed().forEach(fixed -> assertThat(text).contains(words.text(fixed)));
        }
        assertThat(page("/questions").select("input, select, form")).isEmpty();
    }

    @Test
    void every_line_to_say_stands_under_its_moment_once() {
        var page = page("/scripts");
        for (var pack : packs.packs()) {
            for (var script : pack.scripts()) {
                var moment = script.moment().name().toLowerCase(Locale.ROOT).replace('_', '-');
                assertThat(page.select("#" + moment + " q"))
                        .extracting(Element::text)
                        .containsOnlyOnce(pack.words().line(script));
            }
        }
    }

    @Test
    void whatever_can_be_picked_among_the_lines_has_one_and_a_style_that_shows_it() {
        var page = page("/scripts");
        var style = page.select("style").html();
        var abouts = page.select("#about option[value!=\"\"]");
        assertThat(abouts).hasSizeGreaterThan(30);
        for (var about : abouts) {
            assertThat(page.select("[data-about~=(^| )" + Pattern.quote(about.val()) + "( |$)]"))
                    .as(about.val())
                    .isNotEmpty();
            assertThat(style).contains("#about [value=\"" + about.val() + "\"]:checked");
        }
        for (var moment : page.select("#moment option[value!=\"\"]")) {
            assertThat(page.getElementById(moment.val())).as(moment.val()).isNotNull();
            assertThat(style).contains("#moment [value=\"" + moment.val() + "\"]:checked");
        }
    }

    @Test
    void whatever_is_asked_can_be_picked_to_be_said_aloud_and_has_lines_of_its_own_and_a_style_that_shows_them() {
        var page = page("/say");
        var style = page.select("style").html();
        for (var pack : packs.packs()) {
            var abouts = Stream.concat(
                    pack.topics().stream().map(topic -> topic.id().value()),
                    pack.limits().stream().map(limit -> limit.id().value()));
            for (var about : abouts.map(id -> pack.id() + "." + id).toList()) {
                assertThat(page.select("#about option[value=" + about + "]"))
                        .as(about)
                        .hasSize(1);
                assertThat(page.select("#write [data-about~=(^| )" + Pattern.quote(about) + "( |$)]"))
                        .as(about)
                        .isNotEmpty();
                assertThat(style)
                        .contains("#about [value=\"" + about + "\"]:checked) li[data-about~=\"" + about + "\"]");
            }
        }
    }

    @Test
    void saying_a_limit_begins_with_nothing_owed_and_nothing_picked_and_has_words_for_each_moment() {
        var page = page("/say");
        assertThat(page.select("h1 + .lead").text()).startsWith("You never owe this.");
        assertThat(page.select("[selected], [checked], main [name], button, [type=submit]"))
                .isEmpty();
        assertThat(page.select(".moment").eachAttr("id")).containsExactly("now", "write", "hear");
        for (var moment : page.select(".moment")) {
            assertThat(moment.select("h2 ~ ul li:not([data-about])")).hasSizeGreaterThan(2);
        }
    }

    @Test
    void the_help_lines_that_were_named_stand_where_help_is() {
        var lines = page("/help").select("#help-near-you ~ .lines li");
        assertThat(lines).hasSize(1);
        assertThat(lines.text()).contains("Example Line", "To talk", "At night");
        assertThat(lines.select("a").attr("href")).isEqualTo("tel:+15550100");
    }

    @Test
    void whoever_runs_the_server_is_named_and_reached() {
        var about = page("/about");
        assertThat(about.text()).contains("This server is run by The <Example> Centre.");
        assertThat(about.select("a[href=mailto:help@example.org]")).hasSize(1);
        assertThat(page("/").text()).contains("The <Example> Centre");
        var security = site.get("/.well-known/security.txt").body();
        assertThat(security).contains("Contact: mailto:help@example.org\n").containsPattern("Expires: 20..-..-01T");
    }

    @Test
    void machines_are_told_of_the_open_pages_and_of_nothing_else() {
        var sitemap = Jsoup.parse(site.get("/sitemap.xml").body(), "", org.jsoup.parser.Parser.xmlParser());
        assertThat(sitemap.select("loc").eachText())
                .containsExactlyInAnyOrderElementsOf(
                        open().stream().map(path -> site.origin() + path).toList());
        var robots = site.get("/robots.txt").body();
        assertThat(robots).contains("Disallow: /\n", "Sitemap: " + site.origin() + "/sitemap.xml");
        open().forEach(path -> assertThat(robots).contains("Allow: " + path + "$\n"));
        assertThat(robots).doesNotContain("/c/", "/start", "/join", "/return", "/invit");
        for (var door : List.of("/start", "/join", "/return")) {
            assertThat(page(door).select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        }
    }

    @Test
    void what_is_not_there_is_told_kindly_and_leaves_nothing() {
        for (var path : List.of("/guide/nowhere", "/guide/", "/guide/what-it-is/more", "/nowhere", "/scripts/x")) {
            var answer = site.get(path, "Accept", "text/html");
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(Jsoup.parse(answer.body()).title()).isEqualTo("Both Yes");
        }
    }

    @Test
    void what_is_fetched_ahead_is_there_and_may_be_kept_for_ever() {
        var ahead = page("/").select("[data-ahead]").attr("data-ahead").split(" ");
        assertThat(ahead).anyMatch(address -> address.startsWith("/rooms-"));
        assertThat(page("/start").select("[data-ahead]").attr("data-ahead").split(" "))
                .as("at a door")
                .isEqualTo(ahead);
        for (var address : ahead) {
            var answer = site.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .as(address)
                    .contains("public, max-age=31536000, immutable");
        }
    }

    @Test
    void nothing_in_our_styles_and_scripts_leads_elsewhere() throws IOException {
        for (var name : List.of("open.css", "open.js", "lines.js", "tokens.css")) {
            assertThat(Path.of("frontend", name)).content().doesNotContain("http:", "https:", "url(");
        }
    }
}
