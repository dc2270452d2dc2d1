package org.postyard.spool.rocksdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the free room of the spool's disk: below the reserve it is full. Keeps a ballast file, whose room is given to
 * settlements when even the reserve is gone. Thread-safe: one atomic turn of who looks next.
 */
final class DiskRoom {
    private static final Logger LOG = LoggerFactory.getLogger(DiskRoom.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Looks up the free bytes of a disk. */
    interface Probe {
        long usableBytes() throws IOException;
    }

    private final Probe probe;
    private final Path ballast;
    private final long ballastBytes;
    private final long reserveBytes;
    private final long intervalNanos;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile long usableBytes;
    private volatile boolean full;

    DiskRoom(Settings settings, Probe probe) {
        this.probe = probe;
        this.ballast = settings.directory().resolve("ballast");
        this.ballastBytes = settings.ballastBytes();
        this.reserveBytes = settings.reserveBytes();
        this.intervalNanos = settings.roomCheckInterval().toNanos();
        look();
    }

    /** Whether there is room for arrivals; looks again if the last look is old. */
    boolean roomy() {
        long now = System.nanoTime();
        long turn = nextLook.get();
        if (now - turn >= 0 && nextLook.compareAndSet(turn, now + intervalNanos)) look();
        return !full;
    }

    /** Free bytes at the last look. */
    long usableBytes() {
        return usableBytes;
    }

    String reason() {
        return "The disk of the spool has " + usableBytes / 1_000_000 + " MB left, of which " + reserveBytes / 1_000_000
                + " MB are reserved for mail that is already here.";
    }

    /** A write found no room at all, whatever the file system says. Gives the ballast free. */
    void writeFoundNone() {
        full = true;
        nextLook.set(System.nanoTime() + PATIENCE_NANOS);
        try {
            if (Files.deleteIfExists(ballast)) LOG.warn("disk full: gave {} reserved bytes free", ballastBytes);
        } catch (IOException failure) {
            LOG.warn("cannot give reserved room free file={} reason=\"{}\"", ballast, failure.getMessage());
        }
    }

    /** Makes the ballast if it is missing and there is room for it. Blocking; called by the writer only. */
    void restoreBallast() {
        if (full || usableBytes < neededAfterFull() + ballastBytes || Files.exists(ballast)) return;
        try {
            writeBallast();
        } catch (IOException failure) {
            LOG.warn("cannot reserve room file={} reason=\"{}\"", ballast, failure.getMessage());
        }
    }

    private void writeBallast() throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
        try (FileChannel file = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long rest = ballastBytes; rest > 0; rest -= zeros.limit())
                file.write(zeros.rewind().limit((int) Math.min(rest, zeros.capacity())));
        }
    }

    private void look() {
        try {
            usableBytes = probe.usableBytes();
        } catch (IOException failure) {
            LOG.warn("cannot look up free room reason=\"{}\"", failure.getMessage());
            return;
        }
        boolean before = full;
        full = usableBytes < (before ? neededAfterFull() : reserveBytes);
        if (full != before)
            LOG.warn(
                    "disk {} freeBytes={} reserveBytes={}",
                    full ? "full" : "has room again",
                    usableBytes,
                    reserveBytes);
    }

    /** A little more than the reserve, so that it does not flap. */
    private long neededAfterFull() {
        return reserveBytes + reserveBytes / 8;
    }
}
