package org.postyard.spool.rocksdb;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.rocksdb.CompactRangeOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the room of removed messages back to the disk. RocksDB does it by itself only as new mail comes in, and the marks of
 * a million removed messages fit into its memory: so a thread of its own looks every few seconds whether it is worth while.
 * Mail that never left the memory leaves nothing to sweep.
 */
final class Sweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** While the disk stays full, removals are swept so seldom at most. */
    private static final long FULL_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Access access;
    private final Memory memory;
    private final Writer writer;
    private final DiskRoom room;
    private final long worthBytes;
    private final CompactRangeOptions options = new CompactRangeOptions().setExclusiveManualCompaction(false);
    private final Thread thread = new Thread(this::run, "postyard-spool-sweeper");
    private volatile boolean closing;
    private long sweptMessages;
    private long sweptNanos = System.nanoTime() - FULL_PAUSE_NANOS;

    Sweeper(Access access, Memory memory, Writer writer, DiskRoom room, long worthBytes) {
        this.access = access;
        this.memory = memory;
        this.writer = writer;
        this.room = room;
        this.worthBytes = worthBytes;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closing) {
            LockSupport.parkNanos(this, PAUSE_NANOS);
            if (closing) return;
            try {
                sweepIfDue();
            } catch (IOException | RuntimeException failure) {
                LOG.warn("sweeping failed reason=\"{}\"", failure.getMessage());
            }
        }
    }

    private void sweepIfDue() throws IOException {
        long removed = memory.removedMessages() - sweptMessages;
        if (removed == 0 || writer.trouble() != null || !due(removed)) return;
        sweptMessages += removed;
        sweptNanos = System.nanoTime();
        long before = access.read(Database::contentFileBytes);
        access.read(database -> {
            database.dropRemoved(options);
            return true;
        });
        long after = access.read(Database::contentFileBytes);
        LOG.info("swept removedMessages={} contentBytesBefore={} contentBytesAfter={}", removed, before, after);
    }

    /** Worth the work if about half of what lies on the disk is of removed messages, or if room is short. */
    private boolean due(long removed) throws IOException {
        if (!room.roomy()) return System.nanoTime() - sweptNanos > FULL_PAUSE_NANOS;
        return removed >= writer.tally().messages() && access.read(Database::contentFileBytes) > worthBytes;
    }

    @Override
    public void close() {
        closing = true;
        options.setCanceled(true);
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                // The database must not be closed under a sweep.
                interrupted = true;
            }
        }
        options.close();
        if (interrupted) Thread.currentThread().interrupt();
    }
}
