package org.postyard.injection.smtp.content;

import java.util.ArrayDeque;

/** Arrays that the bodies of one event loop are received into, used again and again. Owned by that event loop's thread. */
public final class ChunkPool {
    /** Room for most messages, so that most need one chunk. */
    public static final int CHUNK_BYTES = 16 * 1024;

    private static final int LARGEST_CHUNK_BYTES = 256 * 1024;
    private static final int MAX_FREE = 256;

    private final ArrayDeque<byte[]> free = new ArrayDeque<>();
    private final byte[] waste = new byte[CHUNK_BYTES];

    /** The next chunk of a body that has so many octets already. */
    byte[] take(int bytesSoFar) {
        if (bytesSoFar >= CHUNK_BYTES) return new byte[Math.min(bytesSoFar, LARGEST_CHUNK_BYTES)];
        byte[] chunk = free.pollLast();
        return chunk == null ? new byte[CHUNK_BYTES] : chunk;
    }

    /** How large the next chunk of a body that has so many octets already would be. */
    static int nextBytes(int bytesSoFar) {
        return bytesSoFar >= CHUNK_BYTES ? Math.min(bytesSoFar, LARGEST_CHUNK_BYTES) : CHUNK_BYTES;
    }

    void giveBack(byte[] chunk) {
        if (chunk.length == CHUNK_BYTES && free.size() < MAX_FREE) free.addLast(chunk);
    }

    /** Where octets go that nobody wants; everybody may write to it. */
    byte[] waste() {
        return waste;
    }
}
