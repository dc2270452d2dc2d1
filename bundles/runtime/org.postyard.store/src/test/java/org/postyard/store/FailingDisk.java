package org.postyard.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system for H2 on which writing can be made to fail; URLs begin with {@code jdbc:h2:failing:}. */
public final class FailingDisk extends FilePathWrapper {
    static final AtomicBoolean FULL = new AtomicBoolean();

    static void register() {
        FilePath.register(new FailingDisk());
    }

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new FailingFile(super.open(mode));
    }

    private static final class FailingFile extends FileBase {
        private final FileChannel file;

        FailingFile(FileChannel file) {
            this.file = file;
        }

        private void requireRoom() throws IOException {
            if (FULL.get()) throw new IOException("No space left on device");
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            requireRoom();
            return file.write(source);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            requireRoom();
            return file.write(source, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return file.read(target);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
