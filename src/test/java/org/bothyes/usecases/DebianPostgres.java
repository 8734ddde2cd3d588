// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The system's own PostgreSQL, as Debian has it, with a new database in a folder and on a port of its own. */
public final class DebianPostgres implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path folder;
    private final int port;
    private final Path programs;

    public DebianPostgres(Path folder, int port) {
        this.folder = folder.resolve("pg");
        this.port = port;
        this.programs = programs();
        if (isRoot()) {
            folder.toFile().setExecutable(true, false); // to be walked through by another user
            Commands.run(List.of("install", "-d", "-o", "postgres", "-m", "700", this.folder.toString()));
        }
        run("initdb", "-D", this.folder.toString(), "-U", "bothyes", "--auth=trust", "--encoding=UTF8", "--no-sync");
        start();
    }

    private static Path programs() {
        try (var versions = Files.list(VERSIONS)) {
            return versions.max(Comparator.comparing(Path::toString))
                    .orElseThrow()
                    .resolve("bin");
        } catch (IOException e) {
            throw new IllegalStateException("There is no PostgreSQL here: install Debian's package postgresql", e);
        }
    }

    public void start() {
        var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder;
        run(
                "pg_ctl",
                "start",
                "-w",
                "-D",
                folder.toString(),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                options);
    }

    /** At once, as if it had lost its power; what was committed is there again after the next start. */
    public void stop() {
        run("pg_ctl", "stop", "-D", folder.toString(), "-m", "immediate");
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Its programs refuse to run as root. */
    private void run(String program, String... arguments) {
        var words = new ArrayList<String>();
        if (isRoot()) {
            words.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        words.add(programs.resolve(program).toString());
        words.addAll(List.of(arguments));
        Commands.run(Commands.onServersCore(words));
    }

    /** How often in a second PostgreSQL's own bench has it do what a script says, on so many lines at once. */
    public double pgbench(Path script, int lines, Duration length) {
        var words = new ArrayList<>(List.of(programs.resolve("pgbench").toString(), "-n", "-M", "prepared"));
        words.addAll(List.of("-h", "127.0.0.1", "-p", "" + port, "-U", "bothyes", "-c", "" + lines));
        words.addAll(List.of("-T", "" + length.toSeconds(), "-f", script.toString(), "postgres"));
        try {
            var said = new String(
                    new ProcessBuilder(words).start().getInputStream().readAllBytes(), UTF_8);
            var found = Pattern.compile("tps = ([0-9.]+)").matcher(said);
            if (!found.find()) {
                throw new IllegalStateException("pgbench said no figure");
            }
            return Double.parseDouble(found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public void close() {
        stop();
    }
}
