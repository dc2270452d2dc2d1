package org.postyard.spool.rocksdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/** The way to the database: readers share a lock, so that the writer can open it anew after a failure. */
final class Access implements AutoCloseable {
    /** Something that is read from an open database. */
    interface Reading<T> {
        T from(Database database) throws RocksDBException;
    }

    private final Path directory;
    private final long writeBufferBytes;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile @Nullable Database database;

    Access(Path directory, long writeBufferBytes) throws RocksDBException {
        this.directory = directory;
        this.writeBufferBytes = writeBufferBytes;
        this.database = Database.open(directory, writeBufferBytes);
    }

    <T> T read(Reading<T> reading) throws IOException {
        lock.readLock().lock();
        try {
            Database open = database;
            if (open == null) throw new IOException("The database of the spool is not open.");
            return reading.from(open);
        } catch (RocksDBException failure) {
            throw new IOException("The spool cannot be read: " + failure.getMessage(), failure);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** For the writer, which is the only one that replaces it. */
    @Nullable
    Database forWriter() {
        return database;
    }

    /** Closes the database and opens it again. For the writer. */
    Database reopen() throws RocksDBException {
        lock.writeLock().lock();
        try {
            closeOpen();
            Database opened = Database.open(directory, writeBufferBytes);
            database = opened;
            return opened;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closeOpen();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void closeOpen() {
        Database open = database;
        database = null;
        if (open != null) open.close();
    }
}
