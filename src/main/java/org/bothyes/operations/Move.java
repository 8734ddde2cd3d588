// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bothyes.vault.InstanceKey;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.Environment;

/**
 * Moves all that H2 keeps over to PostgreSQL, whole or not at all, while no server runs: what bin/move does. Killed at
 * whatever moment, it can be run again. Ends with 0 if all is well, 1 if not, 2 if it was not understood.
 *
 * @see <a href="../../../../../../docs/decisions/0019-moving-to-postgresql.md">decision 19</a>
 */
public final class Move {

    private final Environment settings;
    private final Progress progress;

    private Move(Environment settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    public static void main(String[] args) {
        LoggingSystem.get(Move.class.getClassLoader()).beforeInitialize(); // it says what there is to say by itself
        System.exit(move(List.of(args), System.getenv(), System.out, System.err));
    }

    /**
     * Moves, and says what came of it.
     *
     * @param variables the environment, with the settings that the server has
     * @return how the process has to end
     */
    public static int move(List<String> words, Map<String, String> variables, PrintStream well, PrintStream ill) {
        if (!words.isEmpty()) {
            var isAsked = List.of("-h", "--help").containsAll(words);
            (isAsked ? well : ill).println(Ask.words("operator.move.usage"));
            return isAsked ? 0 : 2;
        }
        try {
            var progress = new Progress(ill, isTerminal());
            well.println(new Move(Settings.of(variables), progress).move());
            return 0;
        } catch (SettingFault | Refusal e) {
            ill.println(e.getMessage());
            return 1;
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private String get(String setting) {
        return settings.getProperty(setting, "");
    }

    private String move() throws Refusal {
        var data = Path.of(settings.getProperty("BOTH_YES_DATA", "./data"));
        try (var from = H2File.open(data)) {
            var key = key(data);
            from.check(key);
            try (var to = target()) {
                to.check(key);
                if (!to.hasAll(from.connection(), progress)) {
                    to.take(from.connection(), progress);
                }
                from.putAway();
                return Ask.words("operator.move.moved", from.conversations(), H2File.MOVED);
            }
        } catch (SQLException e) {
            throw Refusal.of("operator.move.failed", String.valueOf(e.getSQLState()));
        } catch (FlywayException e) {
            throw Refusal.of("operator.move.failed", "-");
        }
    }

    private InstanceKey key(Path data) throws Refusal {
        var file = InstanceKey.place(data, get("both-yes.key"));
        try {
            return InstanceKey.read(file);
        } catch (IOException e) {
            throw Refusal.of("operator.move.no-key", file);
        }
    }

    private Target target() throws SQLException, Refusal {
        return Target.open(
                get("spring.datasource.url"), get("spring.datasource.username"), get("spring.datasource.password"));
    }
}
