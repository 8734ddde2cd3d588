// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the database in place of pages of stack trace, which may hold a value. */
class DatabaseFaultAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** H2's, of a file that another process has open. */
    private static final int IN_USE = 90_020;

    /** H2's, of a file that can't be read or written, or makes no sense, and of a database that closed for that. */
    private static final Set<Integer> OF_THE_FILE = Set.of(90_028, 90_030, 90_031, 90_097, 90_098);

    /** As Linux and macOS say it, where Java has no class for it. */
    private static final String FULL = "No space left on device";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException fault) {
        var causes = Stream.iterate((Throwable) fault, f -> f != null, Throwable::getCause)
                .limit(10)
                .toList();
        var faults = causes.stream()
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
        if (faults.stream().anyMatch(f -> isOf("3D", f))) {
            return say(
                    "There is no such database as BOTH_YES_DB_URL names.",
                    "Make it, as docs/run.md says, or name the one that is there.",
                    fault);
        }
        var ofFiles = causes.stream().filter(IOException.class::isInstance).toList();
        if (ofFiles.stream().anyMatch(f -> String.valueOf(f.getMessage()).contains(FULL))) {
            return say("The disk that the database lies on is full.", "Make room there, then start again.", fault);
        }
        if (!ofFiles.isEmpty() || faults.stream().anyMatch(f -> OF_THE_FILE.contains(f.getErrorCode()))) {
            return say(
                    "The file of the database can't be read and written: its disk is full, it is another user's, or it is damaged.",
                    "Make room, or give it to the user who runs this. If it is damaged, put it away, start anew with the same"
                            + " key, and bring the newest backup back with bin/restore.",
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
