package org.postyard.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Cuts what a client sends into command lines and message content. The conversation tells it after each line what comes
 * next. Only CRLF.CRLF ends content (RFC 5321 §4.1.1.4); a dot at the start of a line is removed (§4.5.2).
 */
final class SmtpFraming extends ByteToMessageDecoder {
    /** Longest command line that is read, in bytes; more ends the conversation. */
    static final int LONGEST_COMMAND_BYTES = 4_096;

    private static final int MOST_UNREAD_BYTES = 1 << 20;

    private enum Mode {
        COMMAND,
        CONTENT,
        CHUNK,
        PAUSED
    }

    private enum Place {
        LINE_START,
        INSIDE,
        AFTER_CR,
        AFTER_DOT,
        AFTER_DOT_CR
    }

    private final MessageIntake intake;
    private final byte[] pending = new byte[8_192];
    private int pendingBytes;
    private Mode mode = Mode.COMMAND;
    private Place place = Place.LINE_START;
    private long chunkBytesLeft;

    SmtpFraming(MessageIntake intake) {
        this.intake = intake;
    }

    /** What the framing hands to the conversation. */
    sealed interface Frame {
        /** A command line without its end. */
        record Line(String text) implements Frame {}

        /** A line that is longer than any command may be. */
        record Overlong() implements Frame {}

        /** The end of content that DATA announced, or of one BDAT chunk; the bytes are in the intake. */
        record ContentEnd() implements Frame {}
    }

    void expectContent() {
        mode = Mode.CONTENT;
        place = Place.LINE_START;
    }

    void expectChunk(long bytes) {
        mode = Mode.CHUNK;
        chunkBytesLeft = bytes;
    }

    /** Leaves everything that comes unread until {@link #resume}. */
    void pause() {
        mode = Mode.PAUSED;
    }

    /** Goes on with commands; what came meanwhile is read when the next bytes arrive or are fired. */
    void resume() {
        mode = Mode.COMMAND;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        switch (mode) {
            case COMMAND -> decodeLine(in, out);
            case CONTENT -> decodeContent(in, out);
            case CHUNK -> decodeChunk(in, out);
            case PAUSED -> {
                if (in.readableBytes() > MOST_UNREAD_BYTES) context.close();
            }
        }
    }

    private static void decodeLine(ByteBuf in, List<Object> out) {
        int end = in.bytesBefore((byte) '\n');
        if (end < 0) {
            if (in.readableBytes() > LONGEST_COMMAND_BYTES) overlong(in, in.readableBytes(), out);
            return;
        }
        if (end > LONGEST_COMMAND_BYTES) {
            overlong(in, end + 1, out);
            return;
        }
        String line = in.readCharSequence(end, StandardCharsets.UTF_8).toString();
        in.skipBytes(1);
        out.add(new Frame.Line(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line));
    }

    private static void overlong(ByteBuf in, int bytes, List<Object> out) {
        in.skipBytes(bytes);
        out.add(new Frame.Overlong());
    }

    private void decodeChunk(ByteBuf in, List<Object> out) {
        while (chunkBytesLeft > 0 && in.isReadable()) {
            int length = (int) Math.min(Math.min(chunkBytesLeft, pending.length), in.readableBytes());
            in.readBytes(pending, 0, length);
            intake.take(pending, length);
            chunkBytesLeft -= length;
        }
        if (chunkBytesLeft == 0) endContent(out);
    }

    private void decodeContent(ByteBuf in, List<Object> out) {
        while (in.isReadable()) {
            if (endsWith(in.readByte())) {
                handOver();
                endContent(out);
                return;
            }
        }
        handOver();
    }

    /** Moves on by one byte; true if it was the last one of the content. */
    private boolean endsWith(byte next) {
        switch (place) {
            case LINE_START -> {
                if (next == '.') place = Place.AFTER_DOT;
                else keepInside(next);
            }
            case INSIDE -> keepInside(next);
            case AFTER_CR -> {
                keep(next);
                place = next == '\n' ? Place.LINE_START : next == '\r' ? Place.AFTER_CR : Place.INSIDE;
            }
            case AFTER_DOT -> {
                if (next == '\r') place = Place.AFTER_DOT_CR;
                else keepInside(next);
            }
            case AFTER_DOT_CR -> {
                if (next == '\n') return true;
                keep((byte) '\r');
                keepInside(next);
            }
        }
        return false;
    }

    private void keepInside(byte next) {
        keep(next);
        place = next == '\r' ? Place.AFTER_CR : Place.INSIDE;
    }

    private void keep(byte next) {
        if (pendingBytes == pending.length) handOver();
        pending[pendingBytes++] = next;
    }

    private void handOver() {
        if (pendingBytes > 0) intake.take(pending, pendingBytes);
        pendingBytes = 0;
    }

    private void endContent(List<Object> out) {
        mode = Mode.COMMAND;
        out.add(new Frame.ContentEnd());
    }
}
