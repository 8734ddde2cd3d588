// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.bothyes.operations.Ask;
import org.bothyes.overlap.Comfort;
import org.bothyes.vault.Secret;

/**
 * What one version leaves to all later ones: a backup with two who still answer and two who have opened their list, the
 * key that it needs, and the codes of the four.
 *
 * @param folder where it lies
 */
record LaidDown(Path folder) {

    private static final String CODES = "codes.properties";

    /** Lays it down, as this version makes it: {@code bin/keep}. */
    static void main(String[] args) throws Exception {
        System.setProperty("spring.devtools.restart.enabled", "false"); // or it would all be done twice
        var folder = Files.createDirectories(Path.of(args[0]));
        var data = Files.createTempDirectory("both-yes");
        var key = folder.resolve("key");
        Files.deleteIfExists(key);
        try (var at = Stand.start(
                data,
                "both-yes.key=" + key,
                "both-yes.backups=" + Files.createDirectory(data.resolve("backups")),
                "management.server.port=0")) {
            var answering = at.couple();
            at.answer(answering.one(), 0, Comfort.YES);
            at.answer(answering.two(), 0, Comfort.OPEN);
            var finished = at.couple();
            at.answer(finished.one(), 0, Comfort.YES);
            at.answer(finished.two(), 0, Comfort.YES);
            at.shared(finished);
            var codes = new Properties();
            codes.setProperty("answering.one", answering.a().code().code());
            codes.setProperty("answering.two", answering.b().code().code());
            codes.setProperty("finished.one", finished.a().code().code());
            codes.setProperty("finished.two", finished.b().code().code());
            if (Ask.ask(List.of("backup"), data, System.out, System.err) != 0) {
                throw new IllegalStateException("no backup");
            }
            try (var out = Files.newOutputStream(folder.resolve(CODES))) {
                codes.store(out, null);
            }
        }
        try (var files = Files.list(data.resolve("backups"))) {
            for (var file : files.toList()) { // the backup, and what was erased before it was made
                var name = file.getFileName().toString();
                Files.move(file, folder.resolve(name.endsWith(".zip") ? "backup.zip" : name));
            }
        }
        System.exit(0);
    }

    Path key() {
        return folder.resolve("key");
    }

    Path backup() {
        return folder.resolve("backup.zip");
    }

    /** @param who {@code answering} or {@code finished}, a dot, and {@code one} or {@code two} */
    Secret code(String who) throws IOException {
        var codes = new Properties();
        try (var in = Files.newInputStream(folder.resolve(CODES))) {
            codes.load(in);
        }
        return Secret.parse(codes.getProperty(who)).orElseThrow();
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
