// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bothyes.Application;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Overlap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Both at the very same moment, with seals that count at once. */
@SpringBootTest(
        classes = {Application.class, Fixture.class},
        properties = {"BOTH_YES_DATA=./target/data/${random.uuid}", "both-yes.seal-counts=0s"})
class SimultaneousTest {

    private final Stand at;

    @Autowired
    SimultaneousTest(ApplicationContext app) {
        at = Stand.in(app);
    }

    @Test
    @Timeout(60)
    void fifty_pairs_that_seal_and_open_at_once_each_come_to_one_overlap() throws Exception {
        try (var pairs = Executors.newFixedThreadPool(4)) {
            var all = IntStream.range(0, 50)
                    .mapToObj(i -> pairs.submit(this::sealAndOpen))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
        assertThat(at.jdbc()
                        .sql("select count(*) from round where overlap is not null and both_at is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
        assertThat(at.jdbc()
                        .sql("select count(*) from round")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
    }

    private boolean sealAndOpen() throws Exception {
        var couple = at.couple();
        at.answer(couple.one(), 0, Comfort.YES);
        at.answerAll(couple.two(), Comfort.YES);
        Stand.together(() -> seal(couple.one()), () -> seal(couple.two()));
        assertThat(at.rounds().stage(couple.one()))
                .isInstanceOf(Stage.BothFinished.class)
                .isEqualTo(at.rounds().stage(couple.two()));
        var opened = Stand.<Overlap>together(
                () -> at.sharing().open(couple.one()), () -> at.sharing().open(couple.two()));
        assertThat(opened.getFirst()).isEqualTo(opened.getLast());
        assertThat(opened.getFirst().isNothing()).isFalse();
        return true;
    }

    private boolean seal(Partner partner) {
        at.rounds().seal(partner);
        return true;
    }
}
