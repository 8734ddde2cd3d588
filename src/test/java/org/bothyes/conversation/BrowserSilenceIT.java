// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bothyes.conversation.Histories.History;
import org.bothyes.conversation.Histories.Pair;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Sheet;
import org.bothyes.usecases.RealBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who looks with a real browser and its tools sees the same, whichever of two such histories two has lived. */
@OnTheWire
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserSilenceIT {

    private static final List<String> PAIRS = List.of(
            "one edit, or a hundred",
            "all blank, or all no",
            "nothing in common, or finished without sharing",
            "sealed, or sealed and taken back and sealed",
            "never came back, or twenty times",
            "no wrong PIN, or seven",
            "opened second, or first and often",
            "asked for a new round and thought better of it, or not");

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private final Stand at;
    private final LivedEvening evening;

    @Autowired
    BrowserSilenceIT(ApplicationContext app, Screens screens, @LocalServerPort int port) {
        this.at = Stand.in(app);
        this.evening = new LivedEvening(at, () -> new BrowserDiary(browser.phone(), port, screens));
    }

    Stream<Pair> pairs() {
        return Histories.byHand(at.pack()).filter(pair -> PAIRS.contains(pair.name()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void nothing_that_a_browser_shows_tells_two_histories_apart(Pair pair) {
        assertThat(Diary.difference(lived(pair.ones(), pair.one()), lived(pair.ones(), pair.other())))
                .isEmpty();
    }

    @Test
    void what_is_shared_is_shown() {
        assertThat(pairs()).hasSameSizeAs(PAIRS);
        var ones = Sheet.blank(at.pack())
                .with(new Change.Answered(at.pack().sides().getFirst(), Comfort.YES));
        assertThat(Diary.difference(lived(ones, Histories.say(Comfort.YES)), lived(ones, Histories.say(Comfort.OPEN))))
                .isNotEmpty();
    }

    private List<String> lived(Sheet ones, History history) {
        return evening.lived(ones, history);
    }
}
