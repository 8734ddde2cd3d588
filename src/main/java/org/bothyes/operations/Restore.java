// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.bothyes.conversation.AutoLock;
import org.bothyes.storage.Durability;
import org.bothyes.storage.Erasures;
import org.bothyes.vault.InstanceKey;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.stereotype.Component;

/**
 * Brings a backup back. It is laid into a database in memory that has its schema, is brought up to today's schema there,
 * loses there what was erased or opened since, and only then takes the place of what is stored, in one transaction:
 * whatever goes wrong, all is as it was before.
 */
@Component
class Restore {

    /** Each conversation, and the round that is answered in it; none where its list was opened. */
    private static final String ANSWERING =
            "select c.id, r.id from conversation c left join round r on r.conversation_id = c.id and r.overlap is null";

    private final DataSource database;
    private final Flyway schema;
    private final InstanceKey key;
    private final Erasures erasures;
    private final AutoLock autoLock;
    private final Durability durability;

    Restore(
            DataSource database,
            Flyway schema,
            InstanceKey key,
            Erasures erasures,
            AutoLock autoLock,
            Durability durability) {
        this.database = database;
        this.schema = schema;
        this.key = key;
        this.erasures = erasures;
        this.autoLock = autoLock;
        this.durability = durability;
    }

    /** How it came out. */
    sealed interface Outcome {

        /**
         * It is back.
         *
         * @param conversations how many there are now
         * @param erased how many are in the backup and were erased since, or opened
         */
        record Back(long conversations, long erased) implements Outcome {}

        /** There is no such file, or the server may not read it. */
        record Unseen() implements Outcome {}

        /** It is damaged, or no backup. */
        record Unreadable() implements Outcome {}

        /** It was made with another instance key, without which nothing in it can be opened. */
        record OtherKey() implements Outcome {}

        /** What was erased since can't be known, so it would come back. */
        record NoNotes() implements Outcome {}

        /** It was made by a later version. */
        record Later() implements Outcome {}

        /** There are conversations here, which would be gone. */
        record NotEmpty(long conversations) implements Outcome {}
    }

    /** @param replaces whether what is here may go */
    synchronized Outcome from(Path file, boolean replaces) throws SQLException {
        if (!Files.isReadable(file)) {
            return new Outcome.Unseen();
        }
        Backup backup;
        try {
            backup = Backup.read(file);
        } catch (IOException e) {
            return new Outcome.Unreadable();
        }
        if (!backup.isOf(key.check())) {
            return new Outcome.OtherKey();
        }
        if (!isKnown(backup.schema())) {
            return new Outcome.Later();
        }
        var here = count(database);
        if (here > 0 && !replaces) {
            return new Outcome.NotEmpty(here);
        }
        try (var aside = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "")) {
            prepare(aside, file, backup.schema());
            var gone = takePlace(aside, file);
            return new Outcome.Back(count(aside), gone);
        } catch (Erasures.Missing e) {
            return new Outcome.NoNotes();
        } catch (IOException e) {
            return new Outcome.Unreadable();
        }
    }

    private boolean isKnown(String version) {
        try {
            return MigrationVersion.fromVersion(version)
                            .compareTo(schema.info().current().getVersion())
                    <= 0;
        } catch (FlywayException e) {
            return false;
        }
    }

    /** First with the schema that the rows fit, then brought up to today's. */
    private void prepare(Connection aside, Path file, String version) throws IOException, SQLException {
        var url = aside.getMetaData().getURL();
        var migrations = Flyway.configure(getClass().getClassLoader())
                .locations(schema.getConfiguration().getLocations())
                .dataSource(url, "sa", "");
        migrations.target(MigrationVersion.fromVersion(version)).load().migrate();
        Backup.load(file, aside);
        migrations.target(MigrationVersion.LATEST).load().migrate();
        askAgain(aside);
    }

    /**
     * "I'm done" and the wish for a new round can have been taken back since. So each says it anew, and until then goes on
     * answering: nothing is shared by what somebody no longer says.
     */
    private static void askAgain(Connection aside) throws SQLException {
        try (var statement = aside.createStatement()) {
            statement.executeUpdate("update partner set sealed = null, sealed_at = null where conversation_id in"
                    + " (select conversation_id from round where both_at is null)");
            statement.executeUpdate("update partner set asks_round = false");
        }
    }

    /** Of what was opened since, the list is not in the backup, and the answers are gone for good. */
    private static long letGo(Connection aside, Predicate<UUID> erased) throws SQLException {
        var gone = 0L;
        try (var statement = aside.createStatement();
                var rows = statement.executeQuery(ANSWERING);
                var delete = aside.prepareStatement("delete from conversation where id = ?")) {
            while (rows.next()) {
                var id = rows.getObject(1, UUID.class);
                var answering = rows.getObject(2, UUID.class);
                if (erased.test(id) || (answering != null && erased.test(answering))) {
                    delete.setObject(1, id);
                    gone += delete.executeUpdate();
                }
            }
        }
        return gone;
    }

    /**
     * Whoever is here is asked for the PIN again: what their tab shows may not be what is stored now.
     *
     * @return how many were erased since
     */
    private long takePlace(Connection aside, Path backup) throws IOException, SQLException, Erasures.Missing {
        long gone;
        try (var here = database.getConnection()) {
            here.setAutoCommit(false);
            try (var statement = here.createStatement()) {
                var rung = rung(statement);
                statement.executeUpdate("delete from conversation");
                // Whoever erases from here on has to wait, and erases what came back.
                gone = letGo(aside, erasures.erased(backup));
                Rows.copy(Backup.TABLES, aside, here, () -> {});
                // Whatever number a screen on another node has heard, this is none of them.
                statement.executeUpdate("update conversation set rung = rung + 1 + " + rung);
                here.commit();
            } finally {
                here.rollback();
            }
        }
        try {
            durability.flush();
        } finally { // it is back, whatever the disk says
            autoLock.lockAll();
        }
        return gone;
    }

    private static int rung(Statement here) throws SQLException {
        try (var most = here.executeQuery("select coalesce(max(rung), 0) from conversation")) {
            most.next();
            return most.getInt(1);
        }
    }

    private static long count(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return count(connection);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from conversation")) {
            count.next();
            return count.getLong(1);
        }
    }
}
