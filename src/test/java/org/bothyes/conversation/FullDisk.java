package org.bothyes.conversation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk under H2 that can run full: writes fail as the system lets them fail, until there is space again. */
public final class FullDisk extends FilePathWrapper {

    static final String SCHEME = "fulldisk";
    static volatile boolean full;

    static void register() {
        FilePath.register(new FullDisk());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new File(super.open(mode));
    }

    private static void space() throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    private static final class File extends FileBase {
        private final FileChannel on;

        File(FileChannel on) {
            this.on = on;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            space();
            return on.write(from);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            space();
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
