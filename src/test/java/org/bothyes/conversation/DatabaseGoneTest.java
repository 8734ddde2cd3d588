// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.bothyes.overlap.Comfort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

class DatabaseGoneTest {

    private static final int MANY = 200;

    @TempDir
    Path folder;

    private EmbeddedPostgres postgres(int port) throws Exception {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("pg"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    /** If each waited for those before them, it would be ten times as long. */
    @Test
    @Timeout(120)
    void answering_fails_kindly_while_the_database_is_away_and_goes_on_when_it_is_back() throws Exception {
        var postgres = postgres(0);
        var port = postgres.getPort();
        try (var at = Stand.start(
                folder,
                "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username=postgres")) {
            var partner = at.couple().one();
            at.answer(partner, 0, Comfort.YES);

            postgres.close();
            for (var i = 0; i < 3; i++) {
                assertThat(catchThrowable(() -> at.answer(partner, 1, Comfort.YES)))
                        .isInstanceOfAny(DataAccessException.class, TransactionException.class);
            }

            Stand.together(Collections.nCopies(MANY, () -> catchThrowable(() -> at.answer(partner, 1, Comfort.YES))))
                    .forEach(fault ->
                            assertThat(fault).isInstanceOfAny(DataAccessException.class, TransactionException.class));

            postgres = postgres(port);
            // Connections that died meanwhile fail once each, as kindly, and are let go.
            await().atMost(Duration.ofSeconds(5))
                    .ignoreExceptionsMatching(
                            e -> e instanceof DataAccessException || e instanceof TransactionException)
                    .until(() -> at.answering().answer(partner, List.of(at.say(2, Comfort.OPEN))) != null);
            assertThat(at.comfort(partner, 0)).isEqualTo(Comfort.YES);
            assertThat(at.comfort(partner, 1)).isEqualTo(Comfort.BLANK);
            assertThat(at.comfort(partner, 2)).isEqualTo(Comfort.OPEN);
        } finally {
            postgres.close();
        }
    }
}
