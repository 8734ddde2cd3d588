// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A megabyte beside H2's file that is held back for a full disk. H2 appends even what it erases, so without any space
 * nothing could be erased. Given back while an erase needs it, and taken again, as far as there is space, after it.
 *
 * @see <a href="../../../../../../docs/decisions/0011-erasing-on-a-full-disk.md">decision 11</a>
 */
public final class Reserve {

    static final int BYTES = 1 << 20;

    private final DataSource database;
    private final @Nullable Path file;

    /** @param file where it lies; null where another server keeps the database and looks after its own disk */
    Reserve(DataSource database, @Nullable Path file) {
        this.database = database;
        this.file = file;
        take();
    }

    /**
     * Gives it back, and lets go of connections that died when H2 closed itself on the full disk.
     *
     * @return whether there was anything to give back, so that a second try may go better
     */
    public synchronized boolean giveBack() {
        try {
            if (file == null || !Files.deleteIfExists(file)) {
                return false;
            }
            database.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
            return true;
        } catch (IOException | SQLException e) {
            return false;
        }
    }

    /** Takes what there is. The bytes are random: a file system that compresses would keep no space for others. */
    public synchronized void take() {
        if (file == null || file.toFile().length() == BYTES) {
            return;
        }
        var bytes = new byte[BYTES];
        new Random().nextBytes(bytes);
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            // The disk is full, and what could be written stays held back.
        }
    }
}
