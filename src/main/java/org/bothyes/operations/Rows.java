// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** All rows of two databases with the same schema, whatever each database is: copied, and compared. */
final class Rows {

    /** How many go at a time; the largest have about eight thousand bytes. */
    private static final int BATCH = 100;

    private Rows() {}

    static long count(List<String> tables, Connection in) throws SQLException {
        var count = 0L;
        for (var table : tables) {
            try (var statement = in.createStatement();
                    var rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                count += rows.getLong(1);
            }
        }
        return count;
    }

    /** @param each is told of every row */
    static void copy(List<String> tables, Connection from, Connection to, Runnable each) throws SQLException {
        for (var table : tables) {
            try (var statement = from.createStatement();
                    var rows = statement.executeQuery("select * from " + table)) {
                var columns = Backup.columns(rows.getMetaData());
                try (var insert = to.prepareStatement(Backup.insert(table, columns))) {
                    copy(rows, columns.size(), insert, each);
                }
            }
        }
    }

    private static void copy(ResultSet rows, int columns, PreparedStatement insert, Runnable each) throws SQLException {
        for (var waiting = 1; rows.next(); waiting++) {
            for (int i = 1; i <= columns; i++) {
                insert.setObject(i, rows.getObject(i));
            }
            insert.addBatch();
            if (waiting % BATCH == 0) {
                insert.executeBatch();
            }
            each.run();
        }
        insert.executeBatch();
    }

    /**
     * Reads all of both.
     *
     * @param each is told of every row, and so twice of one that is the same in both
     * @return the first table that has other rows here than there; empty if there is none
     */
    static Optional<String> difference(List<String> tables, Connection one, Connection other, Runnable each)
            throws SQLException {
        for (var table : tables) {
            if (!Content.of(table, one, each).equals(Content.of(table, other, each))) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /**
     * What is in a table, in whatever order it comes, since no two databases sort alike: a hash of each row, all added up.
     * That finds what went wrong by itself; it is no seal against somebody who is in the database anyway.
     */
    private record Content(long rows, BigInteger hashes) {

        static Content of(String table, Connection in, Runnable each) throws SQLException {
            var count = 0L;
            var sum = BigInteger.ZERO;
            try (var statement = in.createStatement()) {
                statement.setFetchSize(BATCH);
                try (var rows = statement.executeQuery("select * from " + table)) {
                    for (; rows.next(); count++) {
                        sum = sum.add(hash(Backup.line(rows)));
                        each.run();
                    }
                }
            }
            return new Content(count, sum);
        }

        private static BigInteger hash(String line) {
            try {
                var bytes = line.getBytes(StandardCharsets.UTF_8);
                return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every Java has it
            }
        }
    }
}
