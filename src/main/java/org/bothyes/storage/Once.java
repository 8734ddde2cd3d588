// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.support.LockException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What one node does for all, so that it is done once however many there are. */
@Component
public class Once {

    private static final Logger LOG = LoggerFactory.getLogger(Once.class);

    private final LockProvider locks;

    Once(LockProvider locks) {
        this.locks = locks;
    }

    /**
     * Does something unless another node does it, or has begun it within a time.
     *
     * @param what its name
     * @param within how long nobody else begins it, more than clocks can be apart
     * @param longest how long it takes at the most: from then on its node is taken to have died
     * @throws DataAccessException if the database is away
     */
    public void within(String what, Duration within, Duration longest, Runnable work) {
        var lock = new LockConfiguration(Instant.now(), what, longest, within);
        ask(() -> locks.lock(lock)).ifPresent(held -> {
            try {
                work.run();
            } finally {
                letGo(held);
            }
        });
    }

    /** The work is done, and a lock that nobody lets go runs out by itself. */
    private static void letGo(SimpleLock held) {
        try {
            held.unlock();
        } catch (LockException | TransactionException | DataAccessException e) {
            LOG.warn("A lock could not be let go: {}", e.getClass().getName());
        }
    }

    private static <T> T ask(Supplier<T> database) {
        try {
            return database.get();
        } catch (LockException | TransactionException e) {
            throw new DataAccessResourceFailureException("the database could not be asked for a lock", e);
        }
    }
}
