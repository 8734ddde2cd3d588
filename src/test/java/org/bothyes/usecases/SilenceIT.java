// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.overlap.Comfort.NO;
import static org.bothyes.overlap.Comfort.OPEN;
import static org.bothyes.overlap.Comfort.YES;
import static org.bothyes.pack.Way.GIVE;
import static org.bothyes.pack.Way.RECEIVE;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who waits hears nothing of what the partner does, neither on the screen nor on the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilenceIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private Running running = Running.shared();

    @BeforeAll
    void start() {
        running = Running.withSealsCountingAfter("2m");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void who_waits_hears_nothing_of_joining_answering_sealing_and_taking_back() {
        var ann = browser.person("ann", running);
        var wire = new Wire(ann.page);
        var invitation = ann.starts();
        ann.answers("soft-light", YES).jumpsToTheEnd().seals().isWaiting();
        wire.startsListening();

        var bob = browser.person("bob", running).joins(invitation);
        bob.answers("soft-light", YES).answers("darkness", NO).answers("no-goal", OPEN);
        bob.answers("side-by-side", YES).answers("face-to-face", YES).answers("holding", NO);
        bob.answers("watch-first", GIVE, YES).answers("watch-first", RECEIVE, YES);
        bob.answers("show", GIVE, YES).answers("show", RECEIVE, OPEN);
        bob.jumpsToTheEnd().seals().isWaiting();
        bob.takesItBack().finishesWithoutSharing().isWaiting();
        bob.takesItBack().seals().isWaiting();
        bob.page.reload();
        bob.isWaiting();

        assertThat(wire.heard()).as("frames and answers that Ann's page got").isEmpty();
        assertThat(wire.changes()).as("changes of Ann's page").isZero();
        ann.isWaiting();
    }

    @Test
    void the_same_ears_hear_when_both_have_finished() {
        var atOnce = Running.shared();
        var ann = browser.person("ann", atOnce);
        var wire = new Wire(ann.page);
        var bob = browser.person("bob", atOnce).joins(ann.starts());
        ann.finishesWithoutSharing().isWaiting();
        wire.startsListening();
        bob.finishesWithoutSharing();
        ann.sees("finished.title");
        assertThat(wire.heard()).anyMatch(heard -> heard.startsWith("a frame: "));
        assertThat(wire.changes()).isPositive();
    }

    /** Everything that reaches a page: frames of its socket, answers to its requests, changes of what it shows. */
    private static final class Wire {

        private final Page page;
        private final List<String> heard = new CopyOnWriteArrayList<>();

        Wire(Page page) {
            this.page = page;
            var tools = page.context().newCDPSession(page);
            tools.send("Network.enable");
            tools.on("Network.webSocketFrameReceived", this::hear);
            page.onResponse(answer -> {
                if (!answer.url().contains("v-r=heartbeat")) {
                    heard.add("an answer to " + answer.url());
                }
            });
        }

        /** A frame without letters and digits but Atmosphere's own X keeps the line open and says nothing. */
        private void hear(JsonObject frame) {
            var said = frame.getAsJsonObject("response").get("payloadData").getAsString();
            if (!said.isBlank() && !said.strip().equals("X")) {
                heard.add("a frame: " + said);
            }
        }

        void startsListening() {
            page.evaluate("""
                    () => {
                      window.changes = 0;
                      new MutationObserver(all => window.changes += all.length).observe(document,
                          {subtree: true, childList: true, attributes: true, characterData: true});
                    }""");
            heard.clear();
        }

        List<String> heard() {
            // Going to the page and back lets everything in that was on its way.
            page.evaluate("() => new Promise(done => requestAnimationFrame(done))");
            return heard;
        }

        int changes() {
            return (int) page.evaluate("window.changes");
        }
    }
}
