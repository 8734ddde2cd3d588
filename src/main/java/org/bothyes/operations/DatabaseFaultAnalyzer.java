// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the database in place of pages of stack trace, which may hold a value. */
class DatabaseFaultAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** H2's, of a file that another process has open. */
    private static final int IN_USE = 90_020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException fault) {
        var faults = Stream.iterate((Throwable) fault, f -> f != null, Throwable::getCause)
                .limit(10)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .toList();
        if (faults.stream().anyMatch(DatabaseFaultAnalyzer::isInUse)) {
            return say(
                    "The database in BOTH_YES_DATA is in use: another Both Yes runs with it.",
                    "Stop the other one, or give this one a folder of its own.",
                    fault);
        }
        if (faults.stream().anyMatch(f -> isOf("28", f))) {
            return say(
                    "The database does not let this user in.",
                    "Look at BOTH_YES_DB_USER and at the file of BOTH_YES_DB_PASSWORD_FILE.",
                    fault);
        }
        if (faults.stream().anyMatch(f -> isOf("08", f))) {
            return say(
                    "The database can't be reached.",
                    "Look whether it runs, and whether BOTH_YES_DB_URL names it.",
                    fault);
        }
        return null; // whoever reads this can mend it only with all of it
    }

    /** Whether another process has H2's file open. */
    static boolean isInUse(SQLException fault) {
        return fault.getErrorCode() == IN_USE;
    }

    /** Whether its state is of this class (SQL:2016, 24.1). */
    private static boolean isOf(String classOfStates, SQLException fault) {
        return fault.getSQLState() != null && fault.getSQLState().startsWith(classOfStates);
    }

    private static FailureAnalysis say(String what, String remedy, SQLException fault) {
        return new FailureAnalysis(what, remedy, fault);
    }
}
