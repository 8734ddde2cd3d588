// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import java.time.Duration;
import java.time.Instant;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import org.springframework.stereotype.Component;

/** What one node does for all, so that it is done once however many there are. */
@Component
public class Once {

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
     */
    public void within(String what, Duration within, Duration longest, Runnable work) {
        locks.lock(new LockConfiguration(Instant.now(), what, longest, within)).ifPresent(lock -> {
            try {
                work.run();
            } finally {
                lock.unlock();
            }
        });
    }
}
