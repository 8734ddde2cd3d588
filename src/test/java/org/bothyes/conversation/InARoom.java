// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.server.VaadinSession;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.pack.Limit;
import org.bothyes.shell.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A partner in a room, without a browser, and with the time in a test's hands. */
@WholeApplication
abstract class InARoom extends SpringBrowserlessTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    AutoLock autoLock;

    @Autowired
    Texts texts;

    Stand at;
    Stand.Couple couple;
    Limit filming;

    @BeforeEach
    void two_have_answered() {
        at = Stand.in(app);
        at.clock().set(TickingClock.START); // a quarter past eight in the evening, in UTC
        couple = at.couple();
        filming = at.pack().limit("filming").orElseThrow();
        for (var partner : List.of(couple.one(), couple.two())) {
            at.answerAll(partner, Comfort.YES);
            at.answering().answer(partner, List.of(new Change.Limited(filming, 1)));
        }
    }

    /**
     * Sits down before a new tab.
     *
     * @param opened the round whose list was opened in it, 0 for none
     * @param behind how many minutes the clock there is behind UTC, as browsers say it
     */
    void sits(Partner partner, int opened, String behind) {
        var tabs = autoLock.newBrowser();
        VaadinSession.getCurrent().getSession().setAttribute(Tabs.ATTRIBUTE, tabs);
        var handle = tabs.open(partner, null, app.getBean(SecureRandom.class), at.now());
        tabs.find(handle).orElseThrow().opened(opened);
        var ui = UI.getCurrent();
        ui.getInternals()
                .setExtendedClientDetails(new ExtendedClientDetails(
                        ui, null, null, null, null, null, null, behind, null, null, null, null, null, null, null,
                        handle, null, null, null));
    }

    static void goes(String room) {
        UI.getCurrent().navigate(room);
    }

    void nobodyIsHereFor(Duration time) {
        at.clock().tick(time);
        autoLock.lockUnused();
    }

    /** What the bell has brought is done before the page is looked at. */
    static void hears() {
        var session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }

    String title() {
        return find(H1.class).single().getText();
    }

    String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    /** What the joint rule about filming says. */
    String rule(int row) {
        return at.pack().words().rule(filming, filming.rows().get(row));
    }
}
