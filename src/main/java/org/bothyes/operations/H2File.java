// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.bothyes.vault.InstanceKey;

/** H2's file as it lies in the data folder. It is only read, and as long as it is open here no server can open it. */
final class H2File implements AutoCloseable {

    /** What it is called once all that is in it is elsewhere: no server looks for that. */
    static final String MOVED = "both-yes.moved.mv.db";

    private static final String NAME = "both-yes";
    /** Rows come one by one, since all of them may be more than there is memory. */
    private static final String FLAGS = ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=1;TRACE_LEVEL_FILE=0";

    private final Path file;
    private final Connection connection;

    private H2File(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** @throws Refusal if it is not there, is no such file, or is in use */
    static H2File open(Path data) throws Refusal {
        var file = data.resolve(NAME + ".mv.db").toAbsolutePath();
        if (!Files.exists(file)) {
            throw Refusal.of("operator.move.nothing", data, MOVED);
        }
        try {
            return new H2File(file, DriverManager.getConnection(url(file), "sa", ""));
        } catch (SQLException e) {
            throw DatabaseFaultAnalyzer.isInUse(e)
                    ? Refusal.of("operator.move.runs")
                    : Refusal.of("operator.move.unopened", file);
        }
    }

    private static String url(Path file) {
        return "jdbc:h2:file:" + file.resolveSibling(NAME) + FLAGS;
    }

    /** @throws Refusal if its schema is not today's, or nobody could open with this key what is in it */
    void check(InstanceKey key) throws SQLException, Refusal {
        if (!Target.schema(url(file), "sa", "").validateWithResult().validationSuccessful) {
            throw Refusal.of("operator.move.other-version");
        }
        if (!MessageDigest.isEqual(Target.keyCheck(connection), key.check())) {
            throw Refusal.of("operator.move.other-key");
        }
    }

    Connection connection() {
        return connection;
    }

    long conversations() throws SQLException {
        return Rows.count(List.of("conversation"), connection);
    }

    /** @throws Refusal if it can't be renamed */
    void putAway() throws Refusal {
        try {
            Files.move(file, file.resolveSibling(MOVED)); // fails where there is such a file already
        } catch (IOException e) {
            throw Refusal.of("operator.move.not-renamed", file, MOVED);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
