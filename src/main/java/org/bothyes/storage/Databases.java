// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Which database it is, for the few things that only one of them needs. */
public final class Databases {

    private Databases() {}

    public static boolean isH2(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return isH2(connection);
        }
    }

    public static boolean isH2(Connection connection) throws SQLException {
        return "H2".equals(connection.getMetaData().getDatabaseProductName());
    }
}
