// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bothyes.vault.InstanceKey;
import org.bothyes.vault.OwnerOnly;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What was erased, so that no backup brings it back: for each conversation, and for each round whose answers were deleted
 * when its list was opened, a line in a file beside the backups, a mark that only the instance key gives for its random id.
 * Without the key a line says nothing, and with it only whether a conversation or a round that one has anyway is meant. No
 * line says when.
 */
public final class Erasures {

    /** The name of the file, in the folder of the backups. */
    public static final String FILE = "erased";

    private static final String BACKUPS = "both-yes-*.zip";

    /** A disk that answers has long done it by then; one that hangs keeps nobody longer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final InstanceKey key;
    private final @Nullable Path file;
    /** In the data folder: names the file once it is there, so that one that is not there any more is missed. */
    private final Path begun;
    /** Anybody adds to it; the writer alone takes away. */
    private final Queue<String> pending = new ConcurrentLinkedQueue<>();
    /** One thread at most, and none of those that people or the clock wait for. */
    private final ExecutorService writer = new ThreadPoolExecutor(
            0,
            1,
            LONGEST_WAIT.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("erasures").factory());

    /**
     * @param file where it is noted; null where there are no backups
     * @param data the folder of what the server keeps for itself
     */
    public Erasures(InstanceKey key, @Nullable Path file, Path data) {
        this.key = key;
        this.file = file;
        this.begun = data.resolve("erased-in");
    }

    /**
     * Notes that a conversation is about to be erased, or the answers of a round. Before they are, since a note too many
     * can only be about what somebody wanted gone. A disk that takes no note keeps nobody from it, and one that hangs no
     * longer than 2 s: it is tried again until it does. Never within a transaction: whoever waits for the database must
     * not wait for the disk of the backups.
     */
    public void note(UUID row) {
        if (file != null) {
            pending.add(line(row));
            write();
        }
    }

    /** Tries again what could not be written; a note lost with the process would be lost for good. */
    @Scheduled(fixedDelayString = "PT30S")
    void write() {
        if (file == null || areWritten()) {
            return;
        }
        try {
            writer.submit(() -> append(file)).get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.error(
                    "What was erased could not be noted beside the backups, and is tried again: {}",
                    Objects.requireNonNullElse(e.getCause(), e).getClass().getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the writer goes on
        }
    }

    private @Nullable Void append(Path file) throws IOException {
        var lines = List.copyOf(pending);
        if (lines.isEmpty()) {
            return null; // a write before this one has taken them along
        }
        begin(file);
        try (var channel = FileChannel.open(file, StandardOpenOption.APPEND);
                var _ = channel.lock()) { // other nodes note theirs there, too
            // A line begins with its break, so that one that was cut off takes none with it.
            var bytes = ByteBuffer.wrap(("\n" + String.join("\n", lines)).getBytes(US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        lines.forEach(_ -> pending.remove());
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH)); // its date would say when it was
        return null;
    }

    /** Whether all that was erased is noted. */
    public boolean areWritten() {
        return pending.isEmpty();
    }

    /**
     * Tells of a conversation or a round whether it was noted, here or in the file that lies beside a backup: whoever takes
     * a backup elsewhere takes that along.
     *
     * @throws Missing if neither is there, or one of them can't be read, or the folder of the backups is away: who believed
     *     that nothing was erased would bring it back
     */
    public Predicate<UUID> erased(Path backup) throws Missing {
        Set<String> lines = new HashSet<>(pending);
        var notes = Stream.of(Optional.ofNullable(file), Optional.of(backup.resolveSibling(FILE)))
                .flatMap(Optional::stream)
                .filter(Files::exists)
                .toList();
        try {
            if (notes.isEmpty() || isAway()) {
                throw new Missing();
            }
            for (var noted : notes) {
                lines.addAll(Files.readAllLines(noted, US_ASCII));
            }
        } catch (IOException e) {
            throw new Missing();
        }
        return row -> lines.contains(line(row));
    }

    /**
     * Makes the file, empty, before the first backup lies beside it.
     *
     * @throws Missing if it was there, or backups lie there without it: nobody may take an empty one for it
     */
    public void begin() throws IOException {
        if (file != null) {
            begin(file);
        }
    }

    private void begin(Path file) throws IOException {
        if (isMissing()) {
            throw new Missing();
        }
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, OwnerOnly.attributes());
            } catch (FileAlreadyExistsException e) {
                // another node came first
            }
        }
        if (!wasBegun(file)) {
            remember(file);
        }
    }

    /** A full disk here is no reason not to write there: the next note remembers it. */
    private void remember(Path file) {
        try {
            Files.writeString(begun, file.toAbsolutePath().toString());
        } catch (IOException e) {
            LOG.warn(
                    "Where erasures are noted could not be remembered: {}",
                    e.getClass().getName());
        }
    }

    /**
     * Whether the file was there and isn't: its disk is away, or it is lost.
     *
     * @throws IOException if its folder can't be read
     */
    public boolean isMissing() throws IOException {
        return file != null && !Files.exists(file) && (wasBegun(file) || liesBesideBackups(file));
    }

    /** Whether what this server has noted lies where it can't be seen now: a copy of it elsewhere may be older. */
    private boolean isAway() throws IOException {
        return file != null
                && (!Files.isDirectory(file.resolveSibling(".")) || (!Files.exists(file) && wasBegun(file)));
    }

    private boolean wasBegun(Path file) throws IOException {
        return Files.exists(begun)
                && Files.readString(begun).equals(file.toAbsolutePath().toString());
    }

    private static boolean liesBesideBackups(Path file) throws IOException {
        try (var backups = Files.newDirectoryStream(file.resolveSibling("."), BACKUPS)) {
            return backups.iterator().hasNext();
        }
    }

    /** What was erased can't be known. */
    public static final class Missing extends IOException {

        private static final long serialVersionUID = 1;

        Missing() {
            super("the file of what was erased is not there or can't be read");
        }
    }

    private String line(UUID row) {
        return HexFormat.of().formatHex(key.mark(row));
    }
}
