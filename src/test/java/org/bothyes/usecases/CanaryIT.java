// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Comfort.NO;
import static org.bothyes.overlap.Comfort.OPEN;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.TOGETHER;
import static org.bothyes.usecases.Written.name;
import static org.bothyes.usecases.Written.text;

import ch.qos.logback.classic.LoggerContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bothyes.Application;
import org.bothyes.Haystack;
import org.bothyes.door.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Two partners walk the whole way in their browsers while the application logs all it can; then every file that it has
 * written, its temporary ones and a backup included, is searched for what they said and what let them in.
 */
class CanaryIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private static final String WRONG_PIN = "161803";
    private static final String WRONG_WORDS = "marked words";

    @TempDir
    Path folder;

    private final List<String> marks = new ArrayList<>(List.of(Person.PIN, WRONG_PIN, WRONG_WORDS));
    private final Set<Request> requests = ConcurrentHashMap.newKeySet();

    @Test
    void a_whole_journey_leaves_nothing_of_it_in_any_file() throws Exception {
        try (var running = Running.talkative(folder)) {
            var before = lines();
            var ann = person("ann", running);
            var bob = person("bob", running);
            walkToTheRules(ann, bob);
            shareAndMakeSafer(ann, bob);
            backUp();
            comeAndGo(ann, bob);

            var all = Haystack.of(folder);
            assertThat(all.bytes()).as("bytes that were searched").isGreaterThan(100_000);
            assertThat(all.finds(marks)).isEmpty();
            assertThat(lines() - before).as("lines in the log").isLessThanOrEqualTo(requests.size());
        }
    }

    @Test
    void the_same_search_finds_it_in_the_log_where_nothing_keeps_it_out() throws Exception {
        try (var running = Running.talkative(folder, Talking.class)) {
            var site = new Site(URI.create(running.url("/")).getPort());
            site.post("/start", "pack=guide" + Site.CHOSEN);
            site.post("/unlock", Site.form("pin", WRONG_PIN));
            site.get("/c/limits/filming");
            assertThat(Haystack.of(folder.resolve("log")).finds(List.of(Person.PIN, WRONG_PIN, "limits/filming")))
                    .hasSize(3);
        }
    }

    /** The application without what keeps its log quiet. */
    static final class Talking implements ApplicationListener<ApplicationPreparedEvent> {

        public static void main(String[] args) {
            new SpringApplicationBuilder(Application.class)
                    .listeners(new Talking())
                    .run(args);
        }

        @Override
        public void onApplicationEvent(ApplicationPreparedEvent event) {
            ((LoggerContext) LoggerFactory.getILoggerFactory())
                    .getTurboFilterList()
                    .clear();
        }
    }

    private Person person(String name, Running at) {
        var person = browser.person(name, at);
        person.page.onRequest(requests::add);
        return person;
    }

    private void walkToTheRules(Person ann, Person bob) {
        var invitation = ann.starts();
        knows(invitation);
        bob.page.navigate(invitation.link());
        bob.fills("words", WRONG_WORDS).button("join.look").click();
        bob.sees("join.title").joins(invitation);
        for (var person : List.of(ann, bob)) {
            person.pictures("room").answers("soft-light", YES).onlyWith("soft-light", TOGETHER, "slowly");
            person.answers("darkness", YES).answers("no-goal", person == ann ? OPEN : NO);
            person.goesToTheRules().picksRule("filming", "each-time").picksSignal("red");
        }
    }

    private void shareAndMakeSafer(Person ann, Person bob) {
        ann.seals();
        bob.seals();
        ann.opensWhatIsShared();
        bob.opensWhatIsShared();
        var line =
                ann.page.locator("details.topic-line").filter(new Locator.FilterOptions().setHasText(name("darkness")));
        line.locator("summary").click();
        line.locator("button")
                .filter(new Locator.FilterOptions().setHasText(text("safer.off")))
                .click();
        assertThat(line).hasCount(0);
        ann.follows(text("shared.round")).button("round.ask").click();
        bob.follows(text("shared.round")).button("round.ask").click();
        ann.sees("round.begun.title").button("round.begun.go").click();
        ann.arrivesAt("/c/ready").goesTo("/c/questions/atmosphere/soft-light");
        ann.saves(() -> ann.touches(ann.answer("soft-light", TOGETHER, NO)));
    }

    private void comeAndGo(Person ann, Person bob) {
        ann.goesTo("/c/hand-over").button("handover.go").click();
        ann.sees("cover.title").goesTo("/return");
        ann.fills("pin", WRONG_PIN).button("unlock.go").click();
        assertThat(ann.page.getByText(text("unlock.wrong"))).isVisible();
        ann.unlocks();
        knows(bob);
        bob.link("leave").click();
        bob.page.waitForURL("**/away");
        bob.waitsUntilTheCodeIsGone().comesBackWith(bob.code());
        for (var person : List.of(ann, bob)) {
            knows(person);
        }
        bob.goesTo("/c/erase").button("erase.now").click();
        bob.arrivesAt("/c/ended");
    }

    private void knows(Invitation invitation) {
        marks.addAll(List.of(invitation.code(), invitation.code().replace("-", ""), invitation.words()));
    }

    /** The code, the tab, what the cookies hold, and every step and answer. */
    private void knows(Person person) {
        marks.addAll(List.of(person.code(), person.code().replace(" ", "")));
        marks.add((String) person.page.evaluate("window.name"));
        person.page.context().cookies().forEach(cookie -> marks.add(cookie.value));
        for (var topic : List.of("soft-light", "darkness", "no-goal")) {
            marks.addAll(List.of(topic, name(topic)));
        }
        marks.addAll(List.of("limits/filming", "each-time", "/c/check"));
    }

    /** As an operator does it while it runs. */
    private void backUp() throws Exception {
        Files.createDirectories(folder.resolve("backup"));
        try (var connection = DriverManager.getConnection(Running.database(folder), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("backup to '" + folder.resolve("backup").resolve("both-yes.zip") + "'");
        }
    }

    private long lines() throws Exception {
        try (var log = Files.lines(folder.resolve("log").resolve("both-yes.log"))) {
            return log.count();
        }
    }
}
