package org.postyard.spool.rocksdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
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

    Access(Path directory, long writeBufferBytes) throws IOException, RocksDBException {
        this.directory = directory;
        this.writeBufferBytes = writeBufferBytes;
        if (!Files.exists(directory)) make();
        this.database = Database.open(directory, writeBufferBytes, false);
    }

    /** Makes an empty database beside its place first: so what stands there is whole, or was and is damaged. */
    private void make() throws IOException, RocksDBException {
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".new");
        if (Files.exists(unfinished)) {
            try (Stream<Path> files = Files.list(unfinished)) {
                for (Path file : files.toList()) Files.delete(file);
            }
        }
        Database.open(unfinished, writeBufferBytes, true).close();
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
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
            Database opened = Database.open(directory, writeBufferBytes, false);
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
