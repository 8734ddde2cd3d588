// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What one does for all fails, where the database is away, as everything else does that needs it. */
class OnceTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final DriverManagerDataSource away = new DriverManagerDataSource("jdbc:h2:mem:nowhere;IFEXISTS=TRUE");
    private final ArrayList<String> done = new ArrayList<>();

    private void within(DriverManagerDataSource asked) throws SQLException {
        var locks = new StorageConfiguration().locks(new JdbcTemplate(asked), database);
        new Once(locks).within("something", Duration.ofMinutes(1), Duration.ofMinutes(2), () -> done.add("once"));
    }

    @Test
    void what_is_done_once_is_not_done_again_within_its_time() throws SQLException {
        Flyway.configure().dataSource(database).load().migrate();
        within(database);
        within(database);
        assertThat(done).containsExactly("once");
    }

    @Test
    void nothing_is_done_while_the_database_is_away_even_if_it_was_never_asked_before() {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> within(away));
        assertThat(done).isEmpty();
    }

    @Test
    void nothing_is_done_where_the_database_can_not_answer() {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> within(database));
        assertThat(done).isEmpty();
    }
}
