// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every night, writes the database anew without what was deleted: H2 keeps deleted rows in its file until then. Who
 * comes in these moments waits. PostgreSQL has means of its own (docs/privacy.md).
 */
@Component
public class Compaction {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    /**
     * An index keeps deleted values as signposts between its pages, and compacting copies these too (seen with H2 2.4.240:
     * one in two hundred), so the ones over derived values are made anew. A crash in between costs an index until the
     * next night, and nothing else.
     */
    private static final List<String> STEPS = List.of(
            "drop index if exists partner_lookup",
            "create unique index partner_lookup on partner (lookup)",
            "drop index if exists conversation_invitation",
            "create unique index conversation_invitation on conversation (invitation)",
            "shutdown compact");

    private static final long LOOK_AGAIN = Duration.ofMillis(5).toNanos();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final DataSource database;

    Compaction(DataSource database) {
        this.database = database;
    }

    @Scheduled(cron = "${both-yes.compacts}")
    void nightly() {
        try {
            compact();
        } catch (SQLException e) {
            LOG.warn("The database could not be compacted: {}", e.getClass().getName());
        }
    }

    public void compact() throws SQLException {
        var source = database.unwrap(HikariDataSource.class);
        if (!source.getJdbcUrl().startsWith("jdbc:h2:file:")) {
            return;
        }
        var pool = source.getHikariPoolMXBean();
        pool.suspendPool();
        try {
            pool.softEvictConnections();
            if (isEmpty(pool)) {
                try (var own = DriverManager.getConnection(
                                source.getJdbcUrl(), source.getUsername(), source.getPassword());
                        var statement = own.createStatement()) {
                    for (var step : STEPS) {
                        statement.execute(step);
                    }
                }
            } else {
                LOG.warn("The database was not compacted this time: somebody was still writing.");
            }
        } finally {
            // A connection that was being made when the pool was suspended has come since, and its database is closed.
            pool.softEvictConnections();
            pool.resumePool();
        }
    }

    /** Waits until whoever is writing has finished. */
    private static boolean isEmpty(HikariPoolMXBean pool) {
        var latest = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (pool.getTotalConnections() > 0 && System.nanoTime() < latest) {
            LockSupport.parkNanos(LOOK_AGAIN);
            pool.softEvictConnections();
        }
        return pool.getTotalConnections() == 0;
    }
}
