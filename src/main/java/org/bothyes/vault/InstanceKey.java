// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.UUID;

/**
 * 32 random bytes in a file of their own, outside the database and its backups: whoever has only one of the two has
 * nothing. It goes into every key of the installation.
 */
public final class InstanceKey {

    /** The size of the file, in bytes. */
    public static final int BYTES = 32;

    private static final byte[] NO_SALT = new byte[0];

    private final byte[] key;

    private InstanceKey(byte[] key) {
        this.key = key;
    }

    /**
     * Where it lies: beside the folder of the database and never in it, so that a copy of the folder is not a copy of the key.
     *
     * @param file the place that somebody chose; blank for the usual one
     */
    public static Path place(Path data, String file) {
        var folder = data.toAbsolutePath().normalize();
        return file.isBlank() ? folder.resolveSibling(folder.getFileName() + ".key") : Path.of(file);
    }

    /**
     * Reads the key.
     *
     * @throws IOException if it can't be read, or is no key: not of this size
     */
    public static InstanceKey read(Path file) throws IOException {
        if (Files.size(file) != BYTES) {
            throw new IOException("not an instance key");
        }
        return new InstanceKey(Files.readAllBytes(file));
    }

    /**
     * Makes a new key, readable for its owner alone (mode 0400), and has it on the disk before it is used.
     *
     * @throws IOException if there is a file already, or it can't be written
     */
    public static InstanceKey create(Path file, SecureRandom random) throws IOException {
        var key = new byte[BYTES];
        random.nextBytes(key);
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var forNew = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, forNew, OwnerOnly.toRead())) {
            channel.write(ByteBuffer.wrap(key));
            channel.force(true);
        }
        return new InstanceKey(key);
    }

    /** A value to know this key by, that says nothing of it: 32 bytes, kept in the database. */
    public byte[] check() {
        return Hkdf.derive(NO_SALT, key, "check/v1".getBytes(UTF_8));
    }

    /** A mark that only this key gives for a row, and that says nothing of it to who has not the key: 32 bytes. */
    public byte[] mark(UUID row) {
        var id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits());
        return derive(id.array(), "erased/v1");
    }

    /** What {@link #derive} begins with, for a secret that has many purposes: {@link Hkdf#expand} gives each its bytes. */
    byte[] extract(byte[] secret) {
        return Hkdf.extract(key, secret);
    }

    /** 32 bytes that need this key and that secret, for one purpose. */
    byte[] derive(byte[] secret, byte[] purpose) {
        return Hkdf.derive(key, secret, purpose);
    }

    byte[] derive(byte[] secret, String purpose) {
        return derive(secret, purpose.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
