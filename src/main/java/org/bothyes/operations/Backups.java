// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.bothyes.storage.Databases;
import org.bothyes.storage.Erasures;
import org.bothyes.vault.InstanceKey;
import org.bothyes.vault.OwnerOnly;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The backups of this installation: one every night, and one whenever somebody asks. What is older than thirty days goes,
 * so that what was erased is nowhere any more by then. The key is in none of them.
 */
@Component
class Backups {

    /** How long a backup is kept. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String BEGINS = "both-yes-";
    private static final String ENDS = ".zip";
    /** What one is called until it is whole. */
    private static final String PART = ".part";

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'" + BEGINS + "'uuuu-MM-dd'T'HHmmss'Z" + ENDS + "'")
            .withZone(ZoneOffset.UTC);
    /** H2's own level that shows one moment; the standard's would let rows in that came later. */
    private static final int H2_SNAPSHOT = 6;

    private final DataSource database;
    private final Flyway schema;
    private final InstanceKey key;
    private final Erasures erasures;
    private final Clock clock;
    private final @Nullable Path folder;

    Backups(
            DataSource database,
            Flyway schema,
            InstanceKey key,
            Erasures erasures,
            Clock clock,
            @Value("${both-yes.backups}") String folder) {
        this.database = database;
        this.schema = schema;
        this.key = key;
        this.erasures = erasures;
        this.clock = clock;
        this.folder = folder.isBlank() ? null : Path.of(folder);
    }

    /**
     * Whether one could be made now, by trying to write there: the mode of a folder does not say it of a disk that can only
     * be read. What is left if the server dies in the midst goes with the next backup.
     */
    boolean canBeMade() {
        try {
            return folder != null && Files.deleteIfExists(Files.createTempFile(folder, BEGINS, ENDS + PART));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether backups are made at all. */
    boolean areMade() {
        return folder != null;
    }

    /** One for this night; a fault is logged, and the next night is another. */
    void nightly() {
        if (folder == null) {
            return;
        }
        try {
            make();
        } catch (IOException | SQLException e) {
            LOG.error(
                    "The backup of this night could not be made: {}",
                    e.getClass().getName());
        }
    }

    /**
     * What was made.
     *
     * @param file where it is
     * @param conversations how many are in it
     */
    record Made(Path file, long conversations) {}

    /**
     * Lets those go that are too old, and makes one, of one moment, while everybody goes on. It has its name only once it
     * is whole and on the disk.
     *
     * @throws IllegalStateException if there is no folder for it
     * @throws Erasures.Missing if what was erased is noted there no more: brought back, it would be taken for nothing
     */
    synchronized Made make() throws IOException, SQLException {
        if (folder == null) {
            throw new IllegalStateException("no folder for backups");
        }
        erasures.begin();
        letPartsGo(folder);
        letOldGo(folder);
        var made = clock.instant();
        var file = folder.resolve(NAME.format(made));
        var part = folder.resolve(file.getFileName() + PART);
        var forNew = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(part, forNew, OwnerOnly.attributes());
                var out = Channels.newOutputStream(channel);
                var connection = database.getConnection()) {
            var conversations = write(made, out, connection, channel);
            Backup.read(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Made(file, conversations);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long write(Instant made, OutputStream out, Connection connection, FileChannel channel)
            throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(
                Databases.isH2(connection) ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return Backup.now(made, version(), key.check()).write(new Kept(out, channel), connection);
        } finally {
            connection.rollback();
        }
    }

    /** Closing the zip is not closing the file: it has to be on the disk first. */
    private static final class Kept extends FilterOutputStream {

        private final FileChannel channel;

        Kept(OutputStream out, FileChannel channel) {
            super(new BufferedOutputStream(out));
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
            channel.force(true);
        }
    }

    private String version() {
        return schema.info().current().getVersion().getVersion();
    }

    /** When the newest was made, by its name. */
    Optional<Instant> newest() throws IOException {
        return folder == null
                ? Optional.empty()
                : all(folder).stream().map(Backups::made).max(Comparator.naturalOrder());
    }

    /** Lets those go that are too old, also where no other is made; a fault is logged, and the next day is another. */
    void daily() {
        if (folder == null) {
            return;
        }
        try {
            letOldGo(folder);
        } catch (IOException e) {
            LOG.error("Old backups could not be deleted: {}", e.getClass().getName());
        }
    }

    /** What a server that died in the midst of one has left. */
    private static void letPartsGo(Path folder) throws IOException {
        try (var parts = Files.newDirectoryStream(folder, BEGINS + "*" + ENDS + PART)) {
            for (var part : parts) {
                Files.deleteIfExists(part); // a look whether the folder can be written to is as short as that
            }
        }
    }

    private void letOldGo(Path folder) throws IOException {
        for (var file : all(folder)) {
            if (made(file).isBefore(clock.instant().minus(KEPT))) {
                Files.deleteIfExists(file); // another node may have been quicker
            }
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Backups::isOne).toList();
        }
    }

    private static boolean isOne(Path file) {
        try {
            return made(file).isAfter(Instant.EPOCH);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Instant made(Path file) {
        return NAME.parse(file.getFileName().toString(), Instant::from);
    }
}
