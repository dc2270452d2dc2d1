package org.postyard.spool.rocksdb;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postyard.api.spool.SpoolHealth;
import org.postyard.api.spool.SpoolUnavailableException;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.WriteBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings groups of requests to the disk, and the database back on its feet when that fails. Used by the thread of the spool;
 * what others may read is volatile.
 */
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final long REOPEN_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int KEPT_BATCH_BYTES = 8 << 20;

    private final Access access;
    private final Memory memory;
    private final DiskRoom room;
    private final Draft.Disk disk;
    private final Suspects suspects = new Suspects();
    private WriteBatch batch = new WriteBatch();
    private volatile Tally tally;
    private volatile @Nullable String trouble;
    private long nextReopen;

    Writer(Access access, Memory memory, DiskRoom room, Draft.Disk disk) throws IOException {
        this.access = access;
        this.memory = memory;
        this.room = room;
        this.disk = disk;
        this.tally = access.read(Database::tally);
    }

    /** What the last durable write counted. */
    Tally tally() {
        return tally;
    }

    /** Why nothing can be written now; null if it can. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** Writes a group at once. Afterwards each request is either kept and remembered, or refused; none is completed. */
    void write(List<Request> group) {
        List<Request> fresh = suspects.none() ? group : withoutAnswered(group);
        if (fresh.isEmpty()) return;
        Database open = access.forWriter();
        String reason = trouble;
        if (open == null || reason != null) {
            refuse(fresh, SpoolHealth.State.BROKEN, new IOException(reason));
            return;
        }
        Draft draft = new Draft(open, emptyBatch(), memory, tally);
        try {
            keep(fresh, write(draft, fresh));
        } catch (RocksDBException failure) {
            repair(fresh, draft.number(), failure);
        }
    }

    /** Without the settlements that an earlier write kept, although their callers were told otherwise. */
    private List<Request> withoutAnswered(List<Request> group) {
        return group.stream()
                .filter(request -> !suspects.answer(request, memory))
                .toList();
    }

    /** Tries to open a database that failed; to be called now and then while there is trouble. */
    void healIfDue() {
        if (trouble == null || System.nanoTime() - nextReopen < 0) return;
        if (reopen(false)) LOG.warn("spool works again");
    }

    private Tally write(Draft draft, List<Request> group) throws RocksDBException {
        for (Request request : group) request.addTo(draft);
        return draft.write(disk);
    }

    private void keep(List<Request> group, Tally written) {
        tally = written;
        for (Request request : group) request.remember(memory);
    }

    /** Whether the failed write is on the disk is known only after the database was opened again. */
    private void repair(List<Request> group, long number, RocksDBException failure) {
        boolean noRoom = foundNoRoom(failure);
        LOG.warn("write failed requests={} noRoom={} reason=\"{}\"", group.size(), noRoom, failure.getMessage());
        if (noRoom) room.writeFoundNone();
        if (!reopen(noRoom)) {
            suspects.add(number, group);
            refuse(group, SpoolHealth.State.BROKEN, failure);
        } else if (tally.write() == number) {
            keep(group, tally);
        } else {
            writeAgain(group, noRoom, failure);
        }
    }

    /** Settlements get a second chance, arrivals do not: their client is told to come again. */
    private void writeAgain(List<Request> group, boolean noRoom, RocksDBException failure) {
        SpoolHealth.State state = noRoom ? SpoolHealth.State.FULL : SpoolHealth.State.BROKEN;
        refuse(group.stream().filter(Request::arrival).toList(), state, failure);
        List<Request> rest =
                group.stream().filter(request -> !request.arrival()).toList();
        Database open = access.forWriter();
        if (rest.isEmpty() || open == null) return;
        Draft draft = new Draft(open, emptyBatch(), memory, tally);
        try {
            keep(rest, write(draft, rest));
        } catch (RocksDBException again) {
            suspects.add(draft.number(), rest);
            trouble = "The spool cannot be written: " + again.getMessage();
            nextReopen = System.nanoTime() + REOPEN_PAUSE_NANOS;
            refuse(rest, SpoolHealth.State.BROKEN, again);
        }
    }

    private boolean reopen(boolean noRoom) {
        try {
            Database opened = access.reopen();
            // After a failed synchronisation the log may be in memory only; without room nothing of it was lost.
            if (!noRoom) opened.flush();
            tally = opened.tally();
            long lastWrite = tally.write();
            undo(opened, suspects.toUndo(lastWrite));
            suspects.resolve(lastWrite);
            trouble = null;
            return true;
        } catch (RocksDBException failure) {
            trouble = "The database of the spool cannot be opened: " + failure.getMessage();
            nextReopen = System.nanoTime() + REOPEN_PAUSE_NANOS;
            LOG.warn("spool broken reason=\"{}\"", failure.getMessage());
            return false;
        }
    }

    /** Ends messages that are kept although their clients were told that they are not. */
    private void undo(Database opened, List<SettleRequest> cancellations) throws RocksDBException {
        if (cancellations.isEmpty()) return;
        Draft draft = new Draft(opened, emptyBatch(), memory, tally);
        keep(List.copyOf(cancellations), write(draft, List.copyOf(cancellations)));
    }

    private static void refuse(List<Request> group, SpoolHealth.State state, Exception cause) {
        if (group.isEmpty()) return;
        SpoolUnavailableException refusal =
                new SpoolUnavailableException(state, "The spool cannot write: " + cause.getMessage(), cause);
        group.forEach(request -> request.refuse(refusal));
    }

    private static boolean foundNoRoom(RocksDBException failure) {
        Status status = failure.getStatus();
        return (status != null && status.getSubCode() == Status.SubCode.NoSpace)
                || String.valueOf(failure.getMessage()).contains("No space left");
    }

    /** A batch keeps the memory that it grew to, which is good up to a point. */
    private WriteBatch emptyBatch() {
        if (batch.getDataSize() > KEPT_BATCH_BYTES) {
            batch.close();
            batch = new WriteBatch();
        } else {
            batch.clear();
        }
        return batch;
    }

    @Override
    public void close() {
        batch.close();
    }
}
