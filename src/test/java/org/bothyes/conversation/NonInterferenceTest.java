// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bothyes.conversation.Histories.Pair;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two histories of one partner that lead to the same overlap leave the same traces on the other's side. */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NonInterferenceTest {

    private final Stand at;
    private final Traces traces;

    @Autowired
    NonInterferenceTest(ApplicationContext app) {
        at = Stand.in(app);
        traces = new Traces(at);
    }

    Stream<Pair> pairs() {
        return Stream.concat(Histories.byHand(at.pack()), Histories.byChance(at.pack(), 20));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void what_two_does_leaves_no_trace_on_ones_side(Pair pair) {
        for (var oneFirst : List.of(true, false)) {
            assertThat(traces.of(pair.ones(), pair.one(), oneFirst))
                    .isEqualTo(traces.of(pair.ones(), pair.other(), oneFirst));
        }
    }

    @Test
    void what_is_shared_does_make_a_difference() {
        var one = Sheet.blank(at.pack())
                .with(new Change.Answered(at.pack().sides().getFirst(), Comfort.YES));
        assertThat(traces.of(one, Histories.say(Comfort.YES), true))
                .isNotEqualTo(traces.of(one, Histories.say(Comfort.OPEN), true));
    }
}
