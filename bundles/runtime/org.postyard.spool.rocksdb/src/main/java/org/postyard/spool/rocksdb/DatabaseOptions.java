package org.postyard.spool.rocksdb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.WALRecoveryMode;

/** The options of RocksDB that suit mail: most of it lives for seconds, and should never leave log and memory. */
final class DatabaseOptions implements AutoCloseable {
    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = 1024 * KILOBYTE;
    private static final long BLOCK_CACHE_BYTES = 16 * MEGABYTE;
    private static final long RECORD_BUFFER_BYTES = 16 * MEGABYTE;
    /** Contents of this size and more are kept beside the sorted files and not written again by compactions. */
    private static final long SMALLEST_BLOB_BYTES = 2 * KILOBYTE;

    private final List<AbstractNativeReference> owned = new ArrayList<>();
    private final Cache blocks = own(new LRUCache(BLOCK_CACHE_BYTES));
    private final long writeBufferBytes;

    DatabaseOptions(long writeBufferBytes) {
        this.writeBufferBytes = writeBufferBytes;
    }

    /**
     * Point-in-time recovery stops at the first record that is not whole. All that was synchronised is before it, because
     * there is one writer, and every caller waits for the synchronisation; what follows it was promised to nobody.
     *
     * <p>No flush at recovery: so opening needs hardly any room, also on a full disk.
     */
    DBOptions database(boolean create) {
        return own(new DBOptions())
                .setCreateIfMissing(create)
                .setCreateMissingColumnFamilies(true)
                .setWalRecoveryMode(WALRecoveryMode.PointInTimeRecovery)
                .setAvoidFlushDuringRecovery(true)
                .setRecycleLogFileNum(3)
                .setMaxTotalWalSize(4 * writeBufferBytes)
                .setAllowConcurrentMemtableWrite(false)
                .setEnableWriteThreadAdaptiveYield(false)
                .setMaxBackgroundJobs(2)
                .setBytesPerSync(MEGABYTE)
                .setMaxOpenFiles(1000)
                .setStatsDumpPeriodSec(0)
                .setStatsPersistPeriodSec(0)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setMaxLogFileSize(MEGABYTE)
                .setKeepLogFileNum(3);
    }

    /** Small records. */
    ColumnFamilyOptions records() {
        return family(RECORD_BUFFER_BYTES);
    }

    /** Contents: two full memory tables are joined before they are written, which drops what was settled meanwhile. */
    ColumnFamilyOptions contents() {
        return family(writeBufferBytes)
                .setMinWriteBufferNumberToMerge(2)
                .setMaxWriteBufferNumber(4)
                .setEnableBlobFiles(true)
                .setMinBlobSize(SMALLEST_BLOB_BYTES)
                .setBlobFileSize(64 * MEGABYTE)
                .setBlobCompressionType(CompressionType.NO_COMPRESSION)
                // Only when the Sweeper asks: else a large queue would be copied again and again.
                .setEnableBlobGarbageCollection(false)
                .setBlobGarbageCollectionAgeCutoff(1.0);
    }

    private ColumnFamilyOptions family(long bufferBytes) {
        BlockBasedTableConfig tables =
                new BlockBasedTableConfig().setBlockCache(blocks).setCacheIndexAndFilterBlocks(true);
        return own(new ColumnFamilyOptions())
                .setWriteBufferSize(bufferBytes)
                .setMaxWriteBufferNumber(3)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setTableFormatConfig(tables);
    }

    private <T extends AbstractNativeReference> T own(T reference) {
        owned.add(reference);
        return reference;
    }

    /** To be called after the database is closed. */
    @Override
    public void close() {
        Collections.reverse(owned);
        owned.forEach(AbstractNativeReference::close);
        owned.clear();
    }

    Cache blocks() {
        return blocks;
    }
}
