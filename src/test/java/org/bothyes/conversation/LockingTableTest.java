// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of when pages lock says what the settings say. */
class LockingTableTest {

    @Test
    void the_table_and_the_settings_say_the_same() throws IOException {
        var table = Files.readString(Path.of("docs/locking.md"));
        assertThat(Path.of("src/main/resources/application.properties"))
                .content()
                .contains(
                        "both-yes.lock-after=${BOTH_YES_LOCK_AFTER:5m}",
                        "server.servlet.session.timeout=30m",
                        "vaadin.heartbeatInterval=60",
                        "vaadin.closeIdleSessions=true");
        assertThat(Path.of("frontend/lock.js")).content().contains("Math.min(60000, after / 5)");
        assertThat(table)
                .contains("after 4 minutes, locked after 5", "a fifth of it, at most a minute", "(60 seconds)")
                .contains("30 minutes without a request", "12 hours", AutoLock.GRACE.toSeconds() + " seconds later")
                .contains("5 are free, then 1, 5, 15, 60 minutes, 4 hours, a day");
        var waits = new long[] {1, 5, 15, 60, 240, 1440};
        for (var i = 0; i < waits.length; i++) {
            assertThat(Patience.after(Patience.FREE + i).toMinutes()).isEqualTo(waits[i]);
        }
        assertThat(Patience.after(Patience.FREE - 1)).isZero();
    }
}
