// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bothyes.conversation.Histories.History;
import org.bothyes.conversation.Histories.Pair;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Role;
import org.bothyes.overlap.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every byte that reaches one, in answers and frames, is the same whichever of two such histories the other has lived. */
@OnTheWire
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireIT {

    private static final int BY_CHANCE = 50;

    private final Stand at;
    private final LivedEvening evening;

    @Autowired
    WireIT(ApplicationContext app, Screens screens, @LocalServerPort int port) {
        this.at = Stand.in(app);
        this.evening = new LivedEvening(at, () -> new Device(port, screens));
    }

    /** By chance for either of the two in turn: who started, and who was invited. */
    Stream<Arguments> pairs() {
        var byChance = Histories.byChance(at.pack(), BY_CHANCE).toList();
        return Stream.concat(
                Histories.byHand(at.pack()).map(pair -> arguments(Role.ONE, pair)),
                IntStream.range(0, byChance.size())
                        .mapToObj(place -> arguments(Role.values()[place % 2], byChance.get(place))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void what_one_does_reaches_the_other_by_no_byte(Role reader, Pair pair) {
        assertThat(Diary.difference(
                        evening.lived(reader, pair.ones(), pair.one()),
                        evening.lived(reader, pair.ones(), pair.other())))
                .isEmpty();
    }

    @Test
    void what_is_shared_does_reach_one() {
        var ones = Sheet.blank(at.pack())
                .with(new Change.Answered(at.pack().sides().getFirst(), Comfort.YES));
        assertThat(Diary.difference(lived(ones, Histories.say(Comfort.YES)), lived(ones, Histories.say(Comfort.OPEN))))
                .isNotEmpty();
    }

    private List<String> lived(Sheet ones, History history) {
        return evening.lived(ones, history);
    }
}
