// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bothyes.conversation.TickingClock;
import org.bothyes.storage.Erasures;
import org.bothyes.vault.InstanceKey;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How long backups stay, and that none is half there. */
class BackupsTest {

    @TempDir
    private Path folder;

    private final TickingClock clock = new TickingClock();
    private final DriverManagerDataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID());
    private Connection keepsItThere;
    private Backups backups;

    @BeforeEach
    void an_installation() throws IOException, SQLException {
        keepsItThere = DriverManager.getConnection(database.getUrl());
        var schema = Flyway.configure().dataSource(database).load();
        schema.migrate();
        var key = InstanceKey.create(folder.resolve("key"), new SecureRandom());
        Files.createDirectory(folder.resolve("backups"));
        backups = new Backups(
                database,
                schema,
                key,
                new Erasures(key, folder.resolve("backups").resolve(Erasures.FILE), folder),
                clock,
                folder.resolve("backups").toString());
    }

    @AfterEach
    void close() throws SQLException {
        keepsItThere.close();
    }

    private String[] files() {
        return folder.resolve("backups").toFile().list();
    }

    @Test
    void a_backup_that_is_too_old_goes_also_where_no_other_is_made() throws Exception {
        backups.make();
        clock.tick(Duration.ofDays(30).minusSeconds(1));
        backups.daily();
        assertThat(backups.newest()).isPresent();
        clock.tick(Duration.ofSeconds(2));
        backups.daily();
        assertThat(backups.newest()).isEmpty();
    }

    @Test
    void where_the_notes_of_what_was_erased_have_gone_no_backup_is_made() throws Exception {
        backups.make();
        Files.delete(folder.resolve("backups").resolve("erased"));
        clock.tick(Duration.ofDays(1));
        assertThatExceptionOfType(Erasures.Missing.class).isThrownBy(backups::make);
        assertThat(files()).containsExactly("both-yes-2031-03-04T201530Z.zip");
    }

    @Test
    void a_backup_stays_thirty_days_and_what_is_not_one_stays_too() throws Exception {
        Files.createFile(folder.resolve("backups").resolve("both-yes-notes.zip"));
        Files.createFile(folder.resolve("backups").resolve("erased"));
        backups.nightly();
        var first = backups.newest().orElseThrow();
        clock.tick(Duration.ofDays(30).minusSeconds(1));
        backups.nightly();
        assertThat(files()).hasSize(4);
        clock.tick(Duration.ofSeconds(2));
        backups.nightly();
        assertThat(files())
                .hasSize(4)
                .contains("both-yes-notes.zip", "erased")
                .noneMatch(name -> name.contains("2031-03-04"));
        assertThat(backups.newest().orElseThrow()).isAfter(first);
    }

    @Test
    void what_a_server_that_died_in_the_midst_has_left_goes_with_the_next_night() throws Exception {
        Files.createFile(folder.resolve("backups").resolve("both-yes-2031-03-04T200000Z.zip.part"));
        backups.nightly();
        assertThat(files()).containsExactlyInAnyOrder("both-yes-2031-03-04T201530Z.zip", "erased");
    }

    @Test
    void its_owner_alone_may_read_it() throws Exception {
        var file = backups.make().file();
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void one_that_failed_is_not_there_and_those_before_it_are() throws Exception {
        backups.make();
        clock.tick(Duration.ofMinutes(1));
        try (var statement = keepsItThere.createStatement()) {
            statement.execute("drop table round");
        }
        assertThatExceptionOfType(SQLException.class).isThrownBy(backups::make);
        assertThat(files()).containsExactlyInAnyOrder("both-yes-2031-03-04T201530Z.zip", "erased");
        backups.nightly(); // which says so in the log and goes on
        assertThat(files()).containsExactlyInAnyOrder("both-yes-2031-03-04T201530Z.zip", "erased");
    }

    @Test
    void every_table_is_in_a_backup_and_moves_but_those_about_the_database_itself_and_an_evening() throws Exception {
        var tables = new TreeSet<String>();
        try (var found = keepsItThere.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        tables.removeAll(Set.of("flyway_schema_history", "instance", "shedlock", "evening"));
        assertThat(tables)
                .as("put it into Backup.TABLES, after those it points to")
                .isEqualTo(Set.copyOf(Backup.TABLES));
    }
}
