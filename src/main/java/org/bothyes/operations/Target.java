// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.bothyes.vault.InstanceKey;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The database in PostgreSQL that everything is to be in. */
final class Target implements AutoCloseable {

    /** All of the backups' tables, and the row of the installation, which knows the key and the last clean-up. */
    private static final List<String> TABLES =
            Stream.concat(Backup.TABLES.stream(), Stream.of("instance")).toList();

    private final Flyway schema;
    private final Connection connection;

    private Target(Flyway schema, Connection connection) {
        this.schema = schema;
        this.connection = connection;
    }

    /** @throws Refusal if it is not PostgreSQL, can't be reached, or does not let this user in */
    static Target open(String url, String user, String password) throws SQLException, Refusal {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw Refusal.of("operator.move.nowhere");
        }
        try {
            return new Target(schema(url, user, password), DriverManager.getConnection(url, user, password));
        } catch (SQLException e) {
            var known = new DatabaseFaultAnalyzer().analyze(e, e);
            if (known == null) {
                throw e;
            }
            throw Refusal.saying(known.getDescription() + " " + known.getAction());
        }
    }

    /** Our migrations for a database, of which it may have none that we don't know. */
    static Flyway schema(String url, String user, String password) {
        return Flyway.configure(Target.class.getClassLoader())
                .dataSource(url, user, password)
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    /** @throws Refusal if it is another installation's */
    void check(InstanceKey key) throws SQLException, Refusal {
        if (!hasSchema()) {
            return;
        }
        var kept = keyCheck(connection);
        if (kept != null && !MessageDigest.isEqual(kept, key.check())) {
            throw Refusal.of("operator.move.others");
        }
    }

    private boolean hasSchema() {
        return schema.info().current() != null;
    }

    /**
     * Whether all of it came before: a move that was killed at its very end only has to put the file away.
     *
     * @throws Refusal if there are other conversations here
     */
    boolean hasAll(Connection from, Progress progress) throws SQLException, Refusal {
        if (!hasSchema() || conversations() == 0) {
            return false;
        }
        if (schema.info().pending().length > 0 || difference(from, progress) != null) {
            throw Refusal.of("operator.move.not-empty", conversations());
        }
        return true;
    }

    private long conversations() throws SQLException {
        return Rows.count(List.of("conversation"), connection);
    }

    private @Nullable String difference(Connection from, Progress progress) throws SQLException {
        connection.setAutoCommit(false); // or its driver would hold all rows at once
        progress.begin("operator.move.compared", 2 * Rows.count(TABLES, from));
        return Rows.difference(TABLES, from, connection, progress::step).orElse(null);
    }

    /**
     * Takes all rows, in a transaction that is committed only once they were read back and are the same.
     *
     * @throws Refusal if they are not, or somebody has come here since
     */
    void take(Connection from, Progress progress) throws SQLException, Refusal {
        try {
            schema.migrate();
        } catch (FlywayException e) {
            throw Refusal.of("operator.move.other-schema");
        }
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            // A server that was started here too soon: it can read meanwhile, and write once this is over.
            statement.execute("set local lock_timeout = '10s'");
            statement.execute("lock table " + String.join(", ", TABLES) + " in exclusive mode");
            if (conversations() > 0) {
                throw Refusal.of("operator.move.not-empty", conversations());
            }
            for (var table : TABLES.reversed()) {
                statement.executeUpdate("delete from " + table);
            }
            copy(from, progress);
            connection.commit();
        } finally {
            connection.rollback();
        }
    }

    private void copy(Connection from, Progress progress) throws SQLException, Refusal {
        progress.begin("operator.move.copied", Rows.count(TABLES, from));
        Rows.copy(TABLES, from, connection, progress::step);
        var changed = difference(from, progress);
        if (changed != null) {
            throw Refusal.of("operator.move.changed", changed);
        }
    }

    /** What the instance key of a database is known by; null before its first start. */
    static byte @Nullable [] keyCheck(Connection in) throws SQLException {
        try (var statement = in.createStatement();
                var row = statement.executeQuery("select key_check from instance where id = 1")) {
            return row.next() ? row.getBytes(1) : null;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
