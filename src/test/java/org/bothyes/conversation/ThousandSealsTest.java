// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Overlap;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Five hundred couples of whom all seal at the same moment, and all open at the next. */
@Tag("faults")
class ThousandSealsTest {

    private static final int COUPLES = 500;

    @TempDir
    Path folder;

    private Stand start(String... settings) {
        var all = Stream.concat(
                Stream.of(
                        Crowd.QUICK,
                        "both-yes.seal-counts=0s",
                        "spring.jpa.properties.hibernate.generate_statistics=true"),
                Stream.of(settings));
        return Stand.withoutPages(folder, all.toArray(String[]::new));
    }

    @Test
    @Timeout(600)
    void a_thousand_seals_at_once_make_one_list_a_couple() throws Exception {
        try (var at = start()) {
            sealAndOpen(at, "H2");
        }
    }

    @Test
    @Timeout(600)
    void a_thousand_seals_at_once_make_one_list_a_couple_on_postgresql() throws Exception {
        try (var postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("pg"))
                        .start();
                var at = start(
                        "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username=postgres")) {
            sealAndOpen(at, "PostgreSQL");
        }
    }

    private static void sealAndOpen(Stand at, String database) throws Exception {
        var couples = Crowd.couples(at, COUPLES);
        for (var couple : couples) {
            at.answer(couple.one(), 0, Comfort.YES);
            at.answerAll(couple.two(), Comfort.YES);
        }
        var tries = at.app()
                .getBean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        tries.clear();
        var from = System.nanoTime();
        Crowd.atOnce(both(couples, partner -> () -> {
            at.rounds().seal(partner);
            return true;
        }));
        var sealed = Duration.ofNanos(System.nanoTime() - from);
        var again = again(tries);
        assertThat(couples).allSatisfy(couple -> assertThat(at.rounds().stage(couple.one()))
                .isInstanceOf(Stage.BothFinished.class)
                .isEqualTo(at.rounds().stage(couple.two())));

        from = System.nanoTime();
        var opened = Crowd.<Overlap>atOnce(
                both(couples, partner -> () -> at.sharing().open(partner)));
        var read = Duration.ofNanos(System.nanoTime() - from);
        for (var i = 0; i < opened.size(); i += 2) {
            assertThat(opened.get(i)).isEqualTo(opened.get(i + 1));
            assertThat(opened.get(i).isNothing()).isFalse();
        }
        var lists = at.jdbc()
                .sql("select count(*) from round where overlap is not null and both_at is not null")
                .query(Integer.class)
                .single();
        assertThat(lists).isEqualTo(COUPLES);
        assertThat(at.jdbc()
                        .sql("select count(*) from round")
                        .query(Integer.class)
                        .single())
                .isEqualTo(COUPLES);
        Figures.tell(
                "%d seals at once on %s: 0 failed, in %s; %d tries came in between and were made again; all opened in %s, %d lists for %d couples"
                        .formatted(
                                2 * COUPLES,
                                database,
                                Figures.seconds(sealed),
                                again,
                                Figures.seconds(read),
                                lists,
                                COUPLES));
    }

    private interface Deed<T> {
        Callable<T> of(Partner partner);
    }

    private static <T> List<Callable<T>> both(List<Stand.Couple> couples, Deed<T> deed) {
        return couples.stream()
                .flatMap(couple -> Stream.of(deed.of(couple.one()), deed.of(couple.two())))
                .toList();
    }

    /** What was begun and did not come to its end. */
    private static long again(Statistics tries) {
        return tries.getTransactionCount() - tries.getSuccessfulTransactionCount();
    }
}
