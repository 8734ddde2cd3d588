// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Overlap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same migrations and the same journey on a real PostgreSQL. */
class PostgresTest {

    @TempDir
    Path folder;

    @Test
    void two_partners_go_all_the_way_on_postgresql() throws Exception {
        try (var postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("pg"))
                        .start();
                var at = Stand.start(
                        folder,
                        "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username=postgres")) {
            var couple = at.couple();
            at.answer(couple.one(), 0, Comfort.YES);
            Stand.together(() -> tab(at, couple.two(), 0), () -> tab(at, couple.two(), 1));
            for (var side = 0; side < 50; side++) {
                assertThat(at.comfort(couple.two(), side)).isEqualTo(Comfort.YES);
            }
            assertThat(at.back(couple.b().code())).isPresent();

            Stand.together(() -> seal(at, couple.one()), () -> seal(at, couple.two()));
            assertThat(at.rounds().takeBack(couple.one())).isTrue();
            at.finish(couple);
            var opened = Stand.<Overlap>together(
                    () -> at.sharing().open(couple.one()), () -> at.sharing().open(couple.two()));
            assertThat(opened.getFirst()).isEqualTo(opened.getLast());
            assertThat(opened.getFirst().isNothing()).isFalse();
            assertThat(rows(at, "partner where draft is not null or sealed is not null"))
                    .isZero();

            at.tick("P31D");
            assertThat(at.rounds().stage(couple.one())).isEqualTo(new Stage.Ended());
            at.cleanUp();
            assertThat(rows(at, "partner")).isZero();
            assertThat(rows(at, "round")).isZero();
        }
    }

    private static boolean tab(Stand at, Partner partner, int first) {
        for (var side = first; side < 50; side += 2) {
            at.answer(partner, side, Comfort.YES);
        }
        return true;
    }

    private static boolean seal(Stand at, Partner partner) {
        at.rounds().seal(partner);
        return true;
    }

    private static int rows(Stand at, String of) {
        return at.jdbc().sql("select count(*) from " + of).query(Integer.class).single();
    }
}
