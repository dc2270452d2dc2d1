package org.postyard.connector.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Hands out one content in pieces, as octets on the wire: unchanged for BDAT, dot-stuffed and closed for DATA.
 * Pieces bound the memory that large contents take; what fits in one piece is one write.
 */
final class ContentWriter {
    /** What goes to the socket at one time. */
    static final int PIECE_BYTES = 128 * 1024;

    private static final int ROOM_FOR_DOTS = 64;

    private final byte[] content;
    private final boolean chunk;
    private int position;
    private boolean finished;

    private ContentWriter(byte[] content, boolean chunk) {
        this.content = content;
        this.chunk = chunk;
    }

    static ContentWriter forData(byte[] content) {
        return new ContentWriter(content, false);
    }

    static ContentWriter forChunk(byte[] content) {
        return new ContentWriter(content, true);
    }

    boolean finished() {
        return finished;
    }

    /** The next piece; nothing is left after it if {@link #finished}. */
    ByteBuf next(ByteBufAllocator allocator) {
        ByteBuf piece = allocator.directBuffer(Math.min(PIECE_BYTES, content.length - position) + ROOM_FOR_DOTS);
        writeNext(piece);
        return piece;
    }

    /** Appends the next piece to a buffer that has other things already. */
    void writeNext(ByteBuf out) {
        int end = position + Math.min(PIECE_BYTES, content.length - position);
        if (chunk) out.writeBytes(content, position, end - position);
        else DotStuffing.write(content, position, end, out);
        position = end;
        finished = position == content.length;
        if (finished && !chunk) DotStuffing.writeEnd(content, out);
    }
}
