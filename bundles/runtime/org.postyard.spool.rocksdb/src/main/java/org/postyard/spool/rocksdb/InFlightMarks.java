package org.postyard.spool.rocksdb;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postyard.api.message.MessageId;
import org.postyard.api.spool.InFlightMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ids of messages whose attempt is under way, in a file that is mapped into memory: what is written there outlives the
 * process without any call to the system. (A power failure may lose the newest marks; then their messages are not
 * listed as interrupted.) Lock-free; a lock is taken only to make the file longer.
 */
final class InFlightMarks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InFlightMarks.class);
    private static final VarHandle SLOTS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int SLOT_BYTES = 8;
    private static final int SLOTS_PER_SEGMENT = 1 << 15;
    private static final int SEGMENT_BYTES = SLOTS_PER_SEGMENT * SLOT_BYTES;
    private static final int PROBES = 64;

    private final FileChannel file;
    private final ConcurrentMap<Long, List<Slot>> interrupted = new ConcurrentHashMap<>();
    private volatile List<MappedByteBuffer> segments = List.of();
    private final AtomicBoolean complained = new AtomicBoolean();

    private InFlightMarks(FileChannel file) {
        this.file = file;
    }

    static InFlightMarks open(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        InFlightMarks marks = new InFlightMarks(file);
        long kept = (file.size() + SEGMENT_BYTES - 1) / SEGMENT_BYTES;
        for (long i = 0; i < Math.max(1, kept); i++) marks.grow(marks.segments);
        marks.segments.forEach(marks::collect);
        return marks;
    }

    /** Ids that were marked when the last process ended. */
    Set<Long> interrupted() {
        return interrupted.keySet();
    }

    boolean interrupted(long id) {
        return interrupted.containsKey(id);
    }

    /** Something of the message was settled, or it is gone: what happened to its attempt before the restart is told. */
    void settled(long id) {
        if (interrupted.isEmpty()) return;
        List<Slot> slots = interrupted.remove(id);
        if (slots != null) slots.forEach(Slot::clear);
    }

    InFlightMark mark(MessageId id) {
        while (true) {
            List<MappedByteBuffer> known = segments;
            for (MappedByteBuffer segment : known) {
                int offset = take(segment, id.value());
                if (offset >= 0) return new Slot(segment, offset);
            }
            if (!tryGrow(known)) return () -> {};
        }
    }

    /** Gives the offset of the slot, or -1 if there is none near the place where the id belongs. */
    private static int take(ByteBuffer segment, long id) {
        int start = (int) (id * 0x9E3779B97F4A7C15L >>> 32);
        for (int i = 0; i < PROBES; i++) {
            int offset = (start + i & SLOTS_PER_SEGMENT - 1) * SLOT_BYTES;
            if ((long) SLOTS.getVolatile(segment, offset) == 0 && SLOTS.compareAndSet(segment, offset, 0L, ~id))
                return offset;
        }
        return -1;
    }

    private boolean tryGrow(List<MappedByteBuffer> known) {
        try {
            grow(known);
            return true;
        } catch (IOException failure) {
            if (complained.compareAndSet(false, true))
                LOG.warn("attempts under way cannot be marked reason=\"{}\"", failure.getMessage());
            return false;
        }
    }

    /** Adds a segment, unless another thread has done so. */
    @SuppressWarnings("ReferenceEquality")
    private synchronized void grow(List<MappedByteBuffer> known) throws IOException {
        if (segments != known) return;
        long position = (long) known.size() * SEGMENT_BYTES;
        fill(position + SEGMENT_BYTES);
        List<MappedByteBuffer> grown = new ArrayList<>(known);
        grown.add(file.map(FileChannel.MapMode.READ_WRITE, position, SEGMENT_BYTES));
        segments = List.copyOf(grown);
    }

    /** Writes zeros up to this length: a hole would kill the process when it is first touched on a full disk. */
    private void fill(long length) throws IOException {
        long missing = length - file.size();
        if (missing > 0) file.write(ByteBuffer.allocate((int) missing), file.size());
    }

    private void collect(ByteBuffer segment) {
        for (int offset = 0; offset < SEGMENT_BYTES; offset += SLOT_BYTES) {
            long slot = (long) SLOTS.getVolatile(segment, offset);
            // What is not an id was not written by us, but by a power failure.
            if (slot > 0) SLOTS.setRelease(segment, offset, 0L);
            if (slot < 0)
                interrupted.computeIfAbsent(~slot, id -> new ArrayList<>()).add(new Slot(segment, offset));
        }
    }

    @Override
    public void close() throws IOException {
        segments.forEach(MappedByteBuffer::force);
        file.close();
    }

    private static final class Slot implements InFlightMark {
        private final ByteBuffer segment;
        private final int offset;
        private final AtomicBoolean cleared = new AtomicBoolean();

        Slot(ByteBuffer segment, int offset) {
            this.segment = segment;
            this.offset = offset;
        }

        @Override
        public void clear() {
            if (cleared.compareAndSet(false, true)) SLOTS.setRelease(segment, offset, 0L);
        }
    }
}
