package org.postyard.spool.rocksdb;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.FlushOptions;
import org.rocksdb.LogFile;
import org.rocksdb.MutableColumnFamilyOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open RocksDB of a spool, with its column families. Thread-safe, except that nothing may run while it is closed. */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final byte[] TALLY = "tally".getBytes(StandardCharsets.US_ASCII);

    private final DatabaseOptions options;
    private final RocksDB database;
    private final List<ColumnFamilyHandle> families;
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final WriteOptions unsynced = new WriteOptions();
    private final ReadOptions scans = new ReadOptions().setFillCache(false).setReadaheadSize(1 << 20);

    private Database(DatabaseOptions options, RocksDB database, List<ColumnFamilyHandle> families) {
        this.options = options;
        this.database = database;
        this.families = families;
    }

    /**
     * Opens a database.
     *
     * @param create whether it is made: never where one is expected, because an empty one would hide the loss
     */
    static Database open(Path directory, long writeBufferBytes, boolean create) throws RocksDBException {
        DatabaseOptions options = new DatabaseOptions(writeBufferBytes);
        try {
            List<ColumnFamilyDescriptor> descriptors = List.of(
                    family("default", options.records()),
                    family("messages", options.records()),
                    family("contents", options.contents()),
                    family("states", options.records()),
                    family("events", options.records()));
            List<ColumnFamilyHandle> families = new ArrayList<>();
            RocksDB database = RocksDB.open(options.database(create), directory.toString(), descriptors, families);
            return new Database(options, database, families);
        } catch (RocksDBException | RuntimeException failure) {
            options.close();
            throw failure;
        }
    }

    private static ColumnFamilyDescriptor family(String name, ColumnFamilyOptions options) {
        return new ColumnFamilyDescriptor(name.getBytes(StandardCharsets.US_ASCII), options);
    }

    /** Message id to message. */
    ColumnFamilyHandle messages() {
        return families.get(1);
    }

    /** Message id to content. */
    ColumnFamilyHandle contents() {
        return families.get(2);
    }

    /** Message id and recipient index to state. */
    ColumnFamilyHandle states() {
        return families.get(3);
    }

    /** Sequence to event. */
    ColumnFamilyHandle events() {
        return families.get(4);
    }

    void write(WriteBatch batch, boolean sync) throws RocksDBException {
        database.write(sync ? synced : unsynced, batch);
    }

    /** Writes what is in memory to new files: what the log holds may not be on the disk after a failed synchronisation. */
    void flush() throws RocksDBException {
        try (FlushOptions waiting = new FlushOptions().setWaitForFlush(true)) {
            database.flush(waiting, families);
        }
    }

    /** Bytes of files that hold contents. */
    long contentFileBytes() throws RocksDBException {
        return database.getLongProperty(contents(), "rocksdb.total-blob-file-size")
                + database.getLongProperty(contents(), "rocksdb.total-sst-files-size");
    }

    /** Makes the files forget removed messages; takes seconds, beside the writes. */
    void dropRemoved(CompactRangeOptions options) throws RocksDBException {
        flush();
        options.setBottommostLevelCompaction(BottommostLevelCompaction.kIfHaveCompactionFilter);
        for (ColumnFamilyHandle family : families) database.compactRange(family, null, null, options);
        long garbage = database.getLongProperty(contents(), "rocksdb.live-blob-file-garbage-size");
        if (2 * garbage > contentFileBytes()) rewriteContents(options);
    }

    /** Copies the contents that are left out of files that are mostly garbage. */
    private void rewriteContents(CompactRangeOptions options) throws RocksDBException {
        options.setBottommostLevelCompaction(BottommostLevelCompaction.kForce);
        collectGarbage(true);
        try {
            database.compactRange(contents(), null, null, options);
        } finally {
            collectGarbage(false);
        }
    }

    private void collectGarbage(boolean collect) throws RocksDBException {
        database.setOptions(
                contents(),
                MutableColumnFamilyOptions.builder()
                        .setEnableBlobGarbageCollection(collect)
                        .build());
    }

    void put(WriteBatch batch, Tally tally) throws RocksDBException {
        batch.put(families.get(0), TALLY, tally.encode());
    }

    Tally tally() throws RocksDBException {
        byte[] bytes = get(families.get(0), TALLY);
        return bytes == null ? Tally.ZERO : Tally.decode(bytes);
    }

    byte @Nullable [] get(ColumnFamilyHandle family, byte[] key) throws RocksDBException {
        return database.get(family, key);
    }

    /** An iterator for a walk through much of a family; to be closed. */
    RocksIterator scan(ColumnFamilyHandle family) {
        return database.newIterator(family, scans);
    }

    /** What RocksDB says about itself, by the names of the metrics. */
    Map<String, Double> measurements() throws RocksDBException {
        long tables = database.getAggregatedLongProperty("rocksdb.cur-size-all-mem-tables");
        long files = database.getAggregatedLongProperty("rocksdb.total-sst-files-size");
        long blobs = database.getAggregatedLongProperty("rocksdb.total-blob-file-size");
        return Map.of(
                "spool_native_memory_bytes", (double) (tables + options.blocks().getUsage()),
                "spool_files_bytes", (double) (files + blobs),
                "spool_wal_bytes", (double) walBytes());
    }

    /** Size of the write-ahead log. */
    private long walBytes() throws RocksDBException {
        return database.getSortedWalFiles().stream()
                .mapToLong(LogFile::sizeFileBytes)
                .sum();
    }

    @Override
    public void close() {
        families.forEach(ColumnFamilyHandle::close);
        try {
            database.closeE();
        } catch (RocksDBException failure) {
            LOG.warn("closing failed reason=\"{}\"", failure.getMessage());
        } finally {
            scans.close();
            synced.close();
            unsynced.close();
            options.close();
        }
    }
}
