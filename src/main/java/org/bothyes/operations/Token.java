// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import org.bothyes.vault.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who may read the server's files may have it make and bring back backups; who only reaches its port may not. A random
 * word lies with that port in a file of the data folder, for its owner alone, as long as the server runs.
 */
@Component
class Token {

    /** The name of the file: the port, a space, the word. */
    static final String FILE = "operator";

    private static final Logger LOG = LoggerFactory.getLogger(Token.class);
    private static final int BYTES = 32;

    private final String word;
    private final Path file;

    Token(SecureRandom random, @Value("${BOTH_YES_DATA:./data}") Path data) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        this.word = HexFormat.of().formatHex(bytes);
        this.file = data.resolve(FILE);
    }

    boolean is(String given) {
        return MessageDigest.isEqual(word.getBytes(US_ASCII), given.getBytes(US_ASCII));
    }

    @EventListener
    void lay(WebServerInitializedEvent started) {
        if (!"management".equals(started.getApplicationContext().getServerNamespace())) {
            return;
        }
        var forNew = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            try (var channel = FileChannel.open(file, forNew, OwnerOnly.attributes())) {
                channel.write(ByteBuffer.wrap((started.getWebServer().getPort() + " " + word).getBytes(US_ASCII)));
            }
        } catch (IOException e) {
            LOG.warn(
                    "bin/backup, bin/restore and bin/selfcheck can't find this server: {}",
                    e.getClass().getName());
        }
    }

    @PreDestroy
    void take() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
