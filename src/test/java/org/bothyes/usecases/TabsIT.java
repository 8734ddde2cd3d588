// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Comfort.LATER;
import static org.bothyes.overlap.Comfort.NO;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.TOGETHER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.util.UriComponentsBuilder;

/** A tab is one partner or nobody: nothing opens, mixes or disturbs it from another tab or another site. */
class TabsIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private final Running running = Running.shared();

    @Test
    void a_room_that_does_not_exist_is_a_real_404_for_who_is_let_in_too() {
        var ann = browser.person("ann", running);
        ann.starts();
        var missing = ann.page.navigate(running.url("/c/nonsense"));
        assertEquals(404, missing.status());
        ann.sees("missing.title");
    }

    @Test
    void what_one_opens_on_the_side_is_not_named_in_the_browsers_list_of_pages() {
        var ann = browser.person("ann", running);
        var listed = new CopyOnWriteArrayList<String>();
        ann.page.onConsoleMessage(said -> listed.add(said.text()));
        ann.page.addInitScript(TELLS_ADDRESSES);
        ann.starts();
        ann.answers("soft-light", YES);
        var question = ann.page.url();
        var titles = Map.of(
                "menu.handover", "handover.title",
                "menu.later", "later.title",
                "menu.finish", "finish.title",
                "menu.support", "support.title",
                "held.title", "held.title",
                "menu.end", "erase.title");
        titles.forEach((entry, title) -> {
            ann.opensTheMenu(entry).sees(title);
            assertThat(ann.page).hasURL(question);
            ann.page.goBack();
            assertThat(ann.answer("soft-light", TOGETHER, YES)).isChecked();
        });
        ann.opensTheMenu("menu.support").sees("support.title").page.reload();
        assertThat(ann.answer("soft-light", TOGETHER, YES)).isChecked();
        ann.finishesWithoutSharing();
        assertThat(listed).contains(question, running.url("/c/waiting")).allSatisfy(address -> assertThat(address)
                .doesNotContain("hand-over", "later", "finish", "support", "held", "erase"));
    }

    /** Each that the page ever shows, also one that is taken out again at once. */
    private static final String TELLS_ADDRESSES = """
            console.debug(location.href);
            for (const change of ['pushState', 'replaceState']) {
              const before = history[change];
              history[change] = function (...how) {
                before.apply(this, how);
                console.debug(location.href);
              };
            }""";

    @Test
    void two_tabs_of_one_browser_are_two_partners_and_never_mix() {
        var ann = browser.person("ann", running);
        var bob = ann.inAnotherTab();
        var invitation = ann.looks().starts();
        bob.looks().joins(invitation);
        ann.looks().answers("soft-light", YES);
        bob.looks().answers("soft-light", NO).answers("darkness", YES);
        ann.looks().page.reload();
        assertThat(ann.answer("soft-light", TOGETHER, YES)).isChecked();
        ann.answers("darkness", LATER);
        bob.looks().page.reload();
        assertThat(bob.answer("darkness", TOGETHER, YES)).isChecked();
        bob.page.goBack();
        assertThat(bob.answer("soft-light", TOGETHER, NO)).isChecked();
        assertThat(ann.answer("darkness", TOGETHER, LATER)).isChecked();
    }

    @Test
    void each_of_two_partners_in_one_browser_finishes_and_reads_for_themselves() {
        var ann = browser.person("ann", running);
        var bob = ann.inAnotherTab();
        var invitation = ann.looks().starts();
        bob.looks().joins(invitation);
        bob.answers("soft-light", YES).jumpsToTheEnd().seals().isWaiting();
        ann.looks().answers("soft-light", YES).jumpsToTheEnd().seals().opensWhatIsShared();
        bob.looks().sees("finished.title");
        bob.goesTo("/c/shared").sees("finished.title");
        ann.looks().page.reload();
        ann.sees("shared.title");
    }

    @Test
    void a_room_tells_whose_tab_it_is_and_the_distance_of_its_clock_and_nothing_more_of_the_device() {
        var ann = browser.person("ann", running);
        ann.starts();
        var asked = ann.page.waitForRequest(request -> request.url().contains("v-r=init"), () -> ann.page.reload());
        var told = UriComponentsBuilder.fromUriString(asked.url()).build().getQueryParams();
        assertThat(told).containsOnlyKeys("v-r", "location", "query", "v-sw", "v-wn", "v-tzo");
        assertThat(told.getFirst("v-sw")).isEmpty();
        assertEquals(ann.page.evaluate("() => window.name"), told.getFirst("v-wn"));
        assertEquals(ann.page.evaluate("() => '' + new Date().getTimezoneOffset()"), told.getFirst("v-tzo"));
    }

    @Test
    void a_new_tab_is_locked() {
        var ann = browser.person("ann", running);
        ann.starts();
        for (var path : new String[] {"/c/ready", "/c/", "/c/check", "/c/invite", "/c/code", "/c/waiting"}) {
            ann.inAnotherTab().goesTo(path).sees("locked.title");
        }
    }

    @Test
    void an_opened_or_copied_tab_is_locked() {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES);
        var opened = ann.page.waitForPopup(() -> ann.page.evaluate("window.open(location.href)"));
        assertThat(new Person("copy", running, opened).sees("locked.title").page.content())
                .doesNotContain(Written.name("soft-light"));
        assertThat(ann.answer("soft-light", TOGETHER, YES)).isChecked();
        ann.answers("darkness", YES);
    }

    @Test
    void a_link_from_another_site_makes_no_session_and_disturbs_no_tab() throws IOException {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES);
        var cookies = cookies(ann);
        try (var elsewhere = new OtherSite("<a href=\"" + running.url("/c/ready") + "\">Look</a>")) {
            var tab = ann.page.context().newPage();
            tab.navigate(elsewhere.url());
            tab.getByText("Look").click();
            tab.waitForURL("**/return");
            new Person("guest", running, tab).sees("return.title");
        }
        assertThat(cookies(ann)).isEqualTo(cookies);
        ann.answers("darkness", YES);
        ann.page.reload();
        assertThat(ann.answer("darkness", TOGETHER, YES)).isChecked();
    }

    @Test
    void a_form_on_another_site_opens_no_door_and_ends_no_session() throws IOException {
        var ann = browser.person("ann", running);
        ann.starts();
        for (var door : new String[] {"/start", "/leave", "/return"}) {
            var form = "<form method=post action=\"" + running.url(door)
                    + "\"><input name=adult value=true><input name=consent value=true><button>Send</button></form>";
            try (var elsewhere = new OtherSite(form)) {
                var tab = ann.page.context().newPage();
                tab.navigate(elsewhere.url());
                var answer = tab.waitForResponse(
                        running.url(door), () -> tab.getByText("Send").click());
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.headerValue("set-cookie")).isNull();
            }
        }
        ann.answers("soft-light", YES);
    }

    /** The browser forgets the name of a tab that comes back from another site; so it is nobody's, and says so. */
    @Test
    void a_tab_that_comes_back_from_another_site_asks_for_the_pin() throws IOException {
        var ann = browser.person("ann", running);
        ann.starts();
        ann.answers("soft-light", YES);
        try (var elsewhere = new OtherSite("<p>Elsewhere</p>")) {
            ann.page.navigate(elsewhere.url());
            ann.page.goBack();
        }
        ann.sees("locked.title");
        assertThat(ann.page.content()).doesNotContain(Written.name("soft-light"));
    }

    private static List<String> cookies(Person person) {
        return person.page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .toList();
    }

    /** A page under another name: for a browser, 127.0.0.1 is another site than localhost. */
    private static final class OtherSite implements AutoCloseable {

        private final HttpServer server;

        OtherSite(String body) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            var page = ("<!doctype html><title>Elsewhere</title>" + body).getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
