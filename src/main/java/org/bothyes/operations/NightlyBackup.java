// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.time.Duration;
import org.bothyes.storage.Once;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has one node make the backup of the night. All of them wake for it, and which is first makes it. */
@Component
class NightlyBackup {

    private static final Duration APART = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);

    private final Backups backups;
    private final Once once;

    NightlyBackup(Backups backups, Once once) {
        this.backups = backups;
        this.once = once;
    }

    /** Whoever erased something was told how long locked copies stay, whether other backups are made or not. */
    @Scheduled(cron = "0 0 5 * * *")
    void letOldGo() {
        backups.daily();
    }

    @Scheduled(cron = "${both-yes.backs-up}")
    void make() {
        if (!backups.areMade()) {
            return;
        }
        try {
            once.within("backup", APART, LONGEST, backups::nightly);
        } catch (DataAccessException e) {
            LOG.error(
                    "Nobody could make the backup of this night: {}",
                    e.getClass().getName());
        }
    }
}
