// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bothyes.vault.InstanceKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Key and database of one installation belong together: the first start makes the key, every other one checks it. */
final class Installation {

    private final JdbcClient jdbc;
    private final SecureRandom random;

    Installation(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /** @throws InstanceKeyFault if the key is missing, can't be read, or is another installation's */
    InstanceKey key(Path file) {
        try {
            return Files.exists(file) ? checked(InstanceKey.read(file), file) : first(file);
        } catch (IOException e) {
            throw new InstanceKeyFault("The instance key " + file + " can't be read or written, or is no key: it has "
                    + InstanceKey.BYTES + " bytes, and its owner alone may read it.");
        }
    }

    private InstanceKey first(Path file) {
        if (check() != null) {
            throw new InstanceKeyFault("The instance key " + file + " is missing. Without it nothing in this database"
                    + " can be opened, by nobody.");
        }
        return checked(made(file), file);
    }

    private InstanceKey made(Path file) {
        try {
            return InstanceKey.create(file, random);
        } catch (IOException e) {
            throw new InstanceKeyFault(
                    "This is the first start, and the instance key " + file + " can't be written.",
                    "Give its folder to the user who runs this, or let BOTH_YES_KEY name a file in another one.");
        }
    }

    private InstanceKey checked(InstanceKey key, Path file) {
        // Of two nodes that start for the first time at once, the database takes the key of one.
        jdbc.sql("update instance set key_check = ? where id = 1 and key_check is null")
                .param(key.check())
                .update();
        if (!MessageDigest.isEqual(check(), key.check())) {
            throw new InstanceKeyFault("The instance key " + file + " belongs to another database.");
        }
        return key;
    }

    private byte @Nullable [] check() {
        return (byte[]) jdbc.sql("select key_check from instance where id = 1")
                .query()
                .singleRow()
                .get("key_check");
    }
}
