// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bothyes.overlap.Comfort.OPEN;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.TOGETHER;
import static org.bothyes.usecases.Written.name;
import static org.bothyes.usecases.Written.text;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bothyes.conversation.Figures;
import org.bothyes.overlap.Comfort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one PostgreSQL, and everything that can go. Run by {@code bin/verify --cluster}, which prints the figures.
 * The times that are held here are what the product promises, and far more than a quiet machine needs.
 */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    @TempDir
    static Path folder;

    private static final String SESSION = "__Host-both-yes-session";
    private static final int COUPLES = 5;
    private static final int PHONES = 12;
    /** How long the database is away, and within what time all goes on after it. */
    private static final Duration AWAY = Duration.ofSeconds(60);

    private static final Duration BACK = Duration.ofSeconds(10);

    private Cluster cluster;

    @BeforeAll
    void start() {
        cluster = new Cluster(folder, Running.QUICK_START);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    private Person person(String name) {
        return browser.person(name, cluster);
    }

    /** The node on which somebody's room is, by the mark that the proxy sets before the room's cookie. */
    private static String node(Person person) {
        return session(person).value.split("~", 2)[0];
    }

    private static Cookie session(Person person) {
        return person.page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(SESSION))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody comes back, as after a pause, until they happen to be on this node. */
    private static Person on(String node, Person person) {
        for (var tries = 0; !node(person).equals(node); tries++) {
            assertThat(tries).isLessThan(20);
            person.page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(SESSION));
            person.unlocks();
        }
        return person;
    }

    /** Two who have answered and stand before "I'm done", each on a node of their own. */
    private List<Person> couple() {
        var ann = person("ann");
        var bo = person("bo").joins(ann.starts());
        for (var who : List.of(ann, bo)) {
            on(who == ann ? "a" : "b", who).walksToTopic("soft-light");
            who.answers("soft-light", YES);
            who.goesTo("/c/check").sees("check.title");
        }
        return List.of(ann, bo);
    }

    /** From the last "I'm done" to the other's screen, on the other node. */
    private Duration untilTheOtherSees(List<Person> couple) {
        var bo = couple.getLast().seals();
        bo.page.evaluate("""
                title => new MutationObserver(() => {
                  if (document.querySelector('h1')?.textContent === title) window.finishedAt ??= Date.now();
                }).observe(document.body, {childList: true, subtree: true, characterData: true})""", text("finished.title"));
        var ann = couple.getFirst();
        ann.page.evaluate("() => addEventListener('click', () => window.clickedAt ??= Date.now(), true)");
        ann.button("check.seal").click();
        bo.sees("finished.title");
        return Duration.ofMillis(at(bo.page, "finishedAt") - at(ann.page, "clickedAt"));
    }

    private static long at(Page page, String moment) {
        return ((Number) page.evaluate("() => window." + moment)).longValue();
    }

    private static String all(List<Duration> times) {
        return times.stream()
                .map(time -> time.toMillis() + " ms")
                .sorted()
                .toList()
                .toString();
    }

    @Test
    void that_both_have_finished_is_seen_on_the_other_node_within_a_second() throws IOException {
        var times = new ArrayList<Duration>();
        for (var i = 0; i < COUPLES; i++) {
            times.add(untilTheOtherSees(couple()));
        }
        Figures.tell("From one's last “I'm done” to the other's screen on the other node: " + all(times));
        assertThat(times).allMatch(time -> time.compareTo(Duration.ofSeconds(1)) < 0);
    }

    @Test
    void where_no_hint_comes_through_it_is_seen_within_four_seconds() throws Exception {
        var couples = List.of(couple(), couple(), couple());
        var cutting = new AtomicBoolean(true);
        var scissors = Thread.ofVirtual().start(() -> {
            while (cutting.get()) {
                cluster.cutLines();
            }
        });
        var times = new ArrayList<Duration>();
        for (var couple : couples) {
            times.add(untilTheOtherSees(couple));
        }
        cutting.set(false);
        scissors.join();
        Figures.tell("The same while the line between the nodes is cut again and again: " + all(times));
        assertThat(times).allMatch(time -> time.compareTo(Duration.ofSeconds(4)) < 0);
    }

    @Test
    void when_a_node_is_killed_its_partner_goes_on_at_the_same_question_with_just_the_pin() throws IOException {
        var ann = person("ann");
        ann.starts();
        var node = node(ann);
        ann.answers("soft-light", YES).answers("darkness", OPEN);
        var from = System.nanoTime();
        cluster.node(node).crashes();
        ann.nextButton().click();
        ann.sees("unlock.title");
        ann.fills("pin", Person.PIN).button("unlock.go").click();
        assertThat(ann.heading()).hasText(name("darkness"));
        var back = Duration.ofNanos(System.nanoTime() - from);
        assertThat(node(ann)).isNotEqualTo(node);
        assertThat(ann.answer("darkness", TOGETHER, OPEN)).isChecked();
        ann.goesTo("/c/questions/atmosphere/soft-light");
        assertThat(ann.answer("soft-light", TOGETHER, YES)).isChecked();
        cluster.node(node).comesBack();
        Figures.tell("A node killed: back at the same question on the other node after " + back.toMillis()
                + " ms, with the PIN; 0 of 2 acknowledged answers lost");
        assertThat(back).isLessThan(Duration.ofSeconds(15));
    }

    /** People go on trying all the while, and are told kindly. */
    @Test
    void while_the_database_is_away_nothing_says_saved_and_all_goes_on_by_itself_when_it_is_back() throws IOException {
        var ann = person("ann");
        ann.starts();
        var bo = person("bo");
        bo.starts();
        var both = List.of(on("a", ann), on("b", bo));
        both.forEach(who -> who.answers("soft-light", YES).walksToTopic("darkness"));
        var newcomer = person("newcomer");

        cluster.database().stop();
        var until = System.nanoTime() + AWAY.toNanos();
        var tries = 0;
        for (; System.nanoTime() < until; tries++) {
            for (var who : both) {
                who.touches(who.answer("darkness", TOGETHER, tries % 2 == 0 ? YES : OPEN));
                assertThat(who.page.getByText(text("step.not-saved"))).isVisible();
                assertThat(saved(who)).isHidden();
            }
            newcomer.goesTo("/").sees("front.title");
            newcomer.goesTo("/start")
                    .choosesPin()
                    .ticksBoth()
                    .button("start.go")
                    .click();
            newcomer.sees("error.title");
        }
        cluster.database().start();
        var from = System.nanoTime();
        var last = both.stream().map(who -> triesUntilSaved(who, from)).toList();
        var back = since(from);
        for (var who : both) {
            who.goesTo("/c/questions/atmosphere/darkness");
            assertThat(who.answer("darkness", TOGETHER, last.get(both.indexOf(who))))
                    .isChecked();
            who.goesTo("/c/questions/atmosphere/soft-light");
            assertThat(who.answer("soft-light", TOGETHER, YES)).isChecked();
        }
        Figures.tell("PostgreSQL away for " + AWAY.toSeconds() + " s: " + 2 * tries
                + " answers tried, none of them said to be saved; both saved again " + back.toMillis()
                + " ms after it was back, without a restart");
        assertThat(back).isLessThan(BACK);
    }

    /** What was said last, and is said to be saved. */
    private static Comfort triesUntilSaved(Person who, long from) {
        for (var comfort = Comfort.NO; ; comfort = comfort == Comfort.NO ? Comfort.LATER : Comfort.NO) {
            var next = who.answer("darkness", TOGETHER, comfort);
            who.page.waitForResponse(answer -> answer.url().contains("v-r=uidl"), () -> who.touches(next));
            who.page.evaluate("() => new Promise(requestAnimationFrame)");
            if (saved(who).isVisible()) {
                return comfort;
            }
            assertThat(since(from)).isLessThan(BACK.multipliedBy(3));
        }
    }

    @Test
    void while_one_node_after_the_other_starts_anew_what_was_said_to_be_saved_is() throws Exception {
        var phones = IntStream.range(0, PHONES)
                .mapToObj(i -> new SavingPhone(cluster.site()))
                .toList();
        var enough = new AtomicBoolean();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var answering = phones.stream()
                    .map(phone -> hands.submit(() -> phone.answers(enough)))
                    .toList();
            for (var node : List.of("a", "b")) {
                var before = saved(phones);
                cluster.node(node).stops();
                cluster.node(node).comesBack();
                await().atMost(Duration.ofMinutes(2)).until(() -> saved(phones) > before + 10 * PHONES);
            }
            enough.set(true);
            for (var one : answering) {
                one.get();
            }
        }
        var lost = phones.stream().flatMap(phone -> phone.lost().stream()).toList();
        Figures.tell("Both nodes started anew one by one under " + PHONES + " who answer without a pause: "
                + saved(phones) + " said to be saved, " + lost.size() + " of them lost; "
                + phones.stream().mapToInt(SavingPhone::failed).sum() + " times somebody had to try again, "
                + Figures.longest(phones.stream().map(SavingPhone::longest).toList()) + " at the longest");
        assertThat(lost).isEmpty();
    }

    private static int saved(List<SavingPhone> phones) {
        return phones.stream().mapToInt(SavingPhone::saved).sum();
    }

    private static Locator saved(Person who) {
        return who.page.getByText(text("step.saved"), new Page.GetByTextOptions().setExact(true));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
