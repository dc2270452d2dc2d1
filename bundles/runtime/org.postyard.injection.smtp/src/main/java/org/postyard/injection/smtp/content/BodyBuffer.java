package org.postyard.injection.smtp.content;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/**
 * The octets of one message while they arrive. Beyond its size limit, or when memory for all is used up, it keeps
 * nothing any more but goes on taking octets. Owned by one event loop; {@link #close} gives its memory back.
 */
public final class BodyBuffer {
    /** Whether the octets are kept. */
    public enum State {
        KEPT,
        TOO_LARGE,
        NO_MEMORY
    }

    private static final byte[] NO_OCTETS = {};

    private final ChunkPool pool;
    private final MemoryBudget budget;
    private final int maxBytes;
    private final List<byte[]> full = new ArrayList<>(4);
    private byte[] current = NO_OCTETS;
    private int position;
    private int fullBytes;
    private long reserved;
    private long highBits;
    private State state = State.KEPT;

    public BodyBuffer(ChunkPool pool, MemoryBudget budget, int maxBytes) {
        this.pool = pool;
        this.budget = budget;
        this.maxBytes = maxBytes;
    }

    public State state() {
        return state;
    }

    public int sizeBytes() {
        return fullBytes + position;
    }

    /** Whether an octet above 127 was among those kept. */
    public boolean eightBit() {
        return (highBits & Octets.HIGH_BITS) != 0;
    }

    /** Takes the next octets as they are. */
    public void append(ByteBuf in, int count) {
        int left = count;
        while (left > 0) {
            int part = Math.min(left, room());
            in.readBytes(current, position, part);
            highBits |= Octets.combine(current, position, position + part);
            advance(part);
            left -= part;
        }
    }

    void append(byte octet) {
        room();
        current[position] = octet;
        advance(1);
    }

    /** How many octets fit into {@link #array} from {@link #position} on; at least one. */
    int room() {
        if (position == current.length) grow();
        return current.length - position;
    }

    byte[] array() {
        return current;
    }

    int position() {
        return position;
    }

    /** Declares octets that were written at the position, with their bits combined. */
    void advance(int count, long bits) {
        highBits |= bits;
        advance(count);
    }

    private void advance(int count) {
        position += count;
        if (state == State.KEPT && sizeBytes() > maxBytes) fail(State.TOO_LARGE);
        else if (state != State.KEPT) position = 0;
    }

    /** How much of the budget it has to take before so many octets more. */
    public long wantedBytes(int octets) {
        if (state != State.KEPT) return 0;
        long wanted = 0;
        int reach = fullBytes + current.length;
        for (int end = sizeBytes() + octets; reach < end; ) {
            int next = ChunkPool.nextBytes(reach);
            wanted += next;
            reach += next;
        }
        return wanted;
    }

    private void grow() {
        int wanted = ChunkPool.nextBytes(sizeBytes());
        if (!budget.reserve(wanted)) {
            fail(State.NO_MEMORY);
            return;
        }
        reserved += wanted;
        int soFar = sizeBytes();
        if (position > 0) full.add(current);
        fullBytes = soFar;
        current = pool.take(soFar);
        position = 0;
    }

    private void fail(State reason) {
        close();
        state = reason;
        current = pool.waste();
    }

    /** The content: a header before everything that was taken, in an array of its own. What it takes of the budget is the caller's to release. */
    public byte[] assemble(byte[] header) {
        byte[] content = new byte[header.length + sizeBytes()];
        System.arraycopy(header, 0, content, 0, header.length);
        int target = header.length;
        for (byte[] chunk : full) {
            System.arraycopy(chunk, 0, content, target, chunk.length);
            target += chunk.length;
        }
        System.arraycopy(current, 0, content, target, position);
        close();
        budget.add(content.length);
        return content;
    }

    /** Forgets everything; may be repeated. */
    public void close() {
        if (state == State.KEPT) {
            if (current != NO_OCTETS) pool.giveBack(current);
            full.forEach(pool::giveBack);
        }
        full.clear();
        current = NO_OCTETS;
        position = 0;
        fullBytes = 0;
        budget.release(reserved);
        reserved = 0;
    }
}
