// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk under H2 that can run full: writes fail as the system lets them fail, until there is space again. Harder than
 * most, since on a full one nothing can be written over, either.
 */
public final class FullDisk extends FilePathWrapper {

    static final String SCHEME = "fulldisk";
    /** How many bytes all files in the database's folder may take together. */
    private static volatile long room;

    static void register() {
        FilePath.register(new FullDisk());
        empty();
    }

    /** From now on, what is in the folder is all that there is space for. */
    static void fill(Path folder) {
        room = used(folder);
    }

    /** There is space again. */
    static void empty() {
        room = Long.MAX_VALUE;
    }

    private static long used(Path folder) {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new File(super.open(mode), Path.of(unwrap().getParent().toString()));
    }

    private static final class File extends FileBase {
        private final FileChannel on;
        private final Path folder;

        File(FileChannel on, Path folder) {
            this.on = on;
            this.folder = folder;
        }

        private void space(ByteBuffer from) throws IOException {
            if (room != Long.MAX_VALUE && used(folder) + from.remaining() > room) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            space(from);
            return on.write(from);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            space(from);
            return on.write(from, position);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return on.read(into);
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return on.read(into, position);
        }

        @Override
        public long position() throws IOException {
            return on.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            on.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return on.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            on.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            on.force(metaData);
        }

        @Override
        public java.nio.channels.FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return on.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            on.close();
        }
    }
}
