package org.postyard.spool.rocksdb;

import java.nio.file.Path;
import java.time.Duration;
import org.postyard.api.memory.HeapShare;

/**
 * How a spool is to be run.
 *
 * @param directory where it lives; made if absent
 * @param nativeDirectory where the native library is put for the moment of loading it
 * @param reserveBytes free room on the disk below which arrivals are refused
 * @param contentCacheBytes contents of new messages that are kept in memory
 * @param writeBufferBytes size of one memory table of contents
 * @param stallLimit a write that lasts longer means that the disk is broken
 * @param roomCheckInterval how often the free room is looked up at most
 */
record Settings(
        Path directory,
        Path nativeDirectory,
        long reserveBytes,
        long contentCacheBytes,
        long writeBufferBytes,
        Duration stallLimit,
        Duration roomCheckInterval) {
    private static final long MEGABYTE = 1024 * 1024;

    static Settings of(RocksDbSpool.Config config, Path base, Path nativeDirectory) {
        return new Settings(
                base.resolve(config.directory()),
                nativeDirectory,
                megabytes("reserveMegabytes", config.reserveMegabytes(), 16),
                HeapShare.NEW_CONTENTS.bytesOr(megabytes("contentCacheMegabytes", config.contentCacheMegabytes(), 0)),
                megabytes("writeBufferMegabytes", config.writeBufferMegabytes(), 1),
                Duration.ofSeconds(config.stallSeconds()),
                Duration.ofMillis(200));
    }

    /** Room that is set free when the disk is full, so that settlements still go. */
    long ballastBytes() {
        return Math.min(reserveBytes / 4, 64 * MEGABYTE);
    }

    private static long megabytes(String name, int value, int least) {
        if (value < least)
            throw new IllegalArgumentException(
                    "Setting " + name + " of the spool is " + value + "; it must be " + least + " or more.");
        return value * MEGABYTE;
    }
}
