// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.vault;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are nobody's but their owner's, where the file system knows owners. */
public final class OwnerOnly {

    private static final boolean KNOWN =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    /** For a new file that its owner writes and reads (mode 0600). */
    public static FileAttribute<?>[] attributes() {
        return mode("rw-------");
    }

    /** For a new file that its owner reads (mode 0400). */
    static FileAttribute<?>[] toRead() {
        return mode("r--------");
    }

    private static FileAttribute<?>[] mode(String mode) {
        return KNOWN
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    /**
     * Whether nobody else may do anything with it. What is not there is nobody's.
     *
     * @throws IOException if that can't be found out
     */
    public static boolean is(Path file) throws IOException {
        return !KNOWN
                || !Files.exists(file)
                || Files.getPosixFilePermissions(file).stream()
                        .map(PosixFilePermission::name)
                        .allMatch(may -> may.startsWith("OWNER"));
    }
}
