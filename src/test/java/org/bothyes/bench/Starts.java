// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bothyes.usecases.Commands;
import org.bothyes.usecases.Running;

/** From the command to the first page, of servers that begin with nothing stored. */
record Starts(Peers peers) implements Part {

    private static final int ROUNDS = 3;
    private static final Path PLAIN = Path.of("target", "both-yes.jar");
    private static final String PETCLINIC = "PetClinic";

    @Override
    public void measure(Table table) throws IOException {
        var line = table.line("start to first page, s");
        var petClinic = peers.jar(PETCLINIC);
        for (var round = 0; round < ROUNDS; round++) {
            line.ours(started(Running::asItIsRun));
            line.of("plain jar", started(() -> Running.jar(PLAIN)));
            petClinic.ifPresent(jar -> line.of(PETCLINIC, started(() -> Running.jar(jar))));
            line.of("floor: the JDK's web server", bare());
        }
        line.atMost(0.35, "plain jar").atMost(0.5, PETCLINIC).print();
    }

    /** Something that has answered by the time that it is there. */
    private interface Start {
        Running now();
    }

    private static double started(Start start) {
        var from = System.nanoTime();
        try (var _ = start.now()) {
            return seconds(from);
        }
    }

    private static double bare() throws IOException {
        var folder = Files.createTempDirectory("both-yes");
        var port = Running.freePort();
        var from = System.nanoTime();
        var server = Commands.serve(
                List.of(Running.tool("jwebserver"), "-b", "127.0.0.1", "-p", "" + port, "-d", folder.toString()));
        try {
            while (!isOpen(port)) {
                Thread.onSpinWait();
            }
            return seconds(from);
        } finally {
            server.destroy();
        }
    }

    private static boolean isOpen(int port) {
        try (var door = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return door.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}
