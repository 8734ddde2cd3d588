// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Comfort.NO;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.TOGETHER;
import static org.bothyes.usecases.Written.name;
import static org.bothyes.usecases.Written.text;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A phone loses its connection in a room and finds it again. */
class OfflineIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private final Running running = Running.shared();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Person ann = browser.person("ann", running);

    @BeforeEach
    void isInARoom() {
        ann.starts();
        ann.answers("soft-light", YES).walksToTopic("darkness");
        ann.page.context().onRequest(request -> asked.add(request.url()));
    }

    @Test
    void the_notice_goes_when_the_connection_is_back_and_what_was_answered_meanwhile_is_saved() {
        ann.page.context().setOffline(true);
        ann.touches(ann.answer("darkness", TOGETHER, NO));
        ann.page.waitForCondition(
                () -> ann.page.evaluate("Vaadin.connectionState.state").equals("reconnecting"));
        ann.nextButton().click();
        ann.page.context().setOffline(false);
        ann.page.waitForURL(url -> !url.endsWith("/darkness"));
        assertThat(notice()).hasCount(0);
        ann.link("step.back").click();
        assertThat(ann.heading()).hasText(name("darkness"));
        assertThat(ann.answer("darkness", TOGETHER, NO)).isChecked();
        nothingIsAskedForThatIsNotThere();
    }

    @Test
    void without_a_connection_a_link_leaves_the_room_as_it_is_and_so_does_the_browsers_back() {
        var room = ann.page.url();
        ann.page.context().setOffline(true);
        assertThat(notice()).isVisible();
        ann.link("step.back").click();
        assertThat(ann.page).hasURL(room);
        ann.page.evaluate("history.back()");
        ann.page.waitForURL(url -> !url.equals(room));
        theRoomStays();
        ann.page.context().setOffline(false);
        assertThat(notice()).hasCount(0);
        assertThat(ann.heading()).hasText(name("soft-light"));
        nothingIsAskedForThatIsNotThere();
    }

    @Test
    void leaving_needs_no_connection() {
        ann.page.context().setOffline(true);
        assertThat(notice()).isVisible();
        ann.link("leave").click();
        ann.page.waitForURL("**/away");
        assertThat(ann.page).hasTitle(text("away.title"));
    }

    /** For longer than a page takes that is put in its place. */
    private void theRoomStays() {
        ann.page.waitForRequest("**/mark.svg", () -> {});
        assertThat(ann.heading()).hasText(name("darkness"));
        assertThat(ann.link("leave")).isVisible();
        assertThat(notice()).isVisible();
        assertThat(ann.page.locator("iframe")).hasCount(0);
    }

    private Locator notice() {
        return ann.page.locator("vaadin-connection-indicator:is([offline], [reconnecting]) .v-status-message");
    }

    private void nothingIsAskedForThatIsNotThere() {
        assertThat(asked).noneMatch(url -> url.endsWith("/offline-stub.html") || url.endsWith("/sw.js"));
    }
}
