package org.postyard.injection.smtp.content;

import io.netty.buffer.ByteBuf;

/**
 * Takes the octets after DATA: finds their end and removes the dots of transparency (RFC 5321 §4.5.2).
 *
 * <p>Only {@code <CR><LF>.<CR><LF>} ends the data. A bare LF or CR never does and is content like any other octet, and
 * a dot after a bare LF or CR is no dot of transparency, so that what follows cannot be smuggled in as commands. Keeps its
 * state between buffers; octets are copied once, then only moved over removed dots.
 */
public final class DotDecoder {
    /** What came last. */
    private enum After {
        OTHER,
        CR,
        LINE_END,
        /** A dot at the start of a line; not content. */
        DOT,
        /** A dot at the start of a line, and CR, which is not content yet. */
        DOT_CR
    }

    private After after = After.LINE_END;
    private boolean ended;
    private int consumed;
    private int written;

    /** Prepares for the next message. */
    public void reset() {
        after = After.LINE_END;
        ended = false;
    }

    /** Takes octets up to the end of the data or of the buffer; says whether the data ended. */
    public boolean feed(ByteBuf in, BodyBuffer body) {
        while (in.isReadable() && !ended) {
            if (after == After.DOT_CR) resolveHeldCr(in, body);
            else {
                int count = Math.min(in.readableBytes(), body.room());
                int from = body.position();
                in.getBytes(in.readerIndex(), body.array(), from, count);
                scan(body.array(), from, from + count);
                in.skipBytes(consumed);
                body.advance(written, Octets.combine(body.array(), from, from + written));
            }
        }
        return ended;
    }

    private void resolveHeldCr(ByteBuf in, BodyBuffer body) {
        if (in.getByte(in.readerIndex()) == '\n') {
            in.skipBytes(1);
            ended = true;
        } else {
            body.append((byte) '\r');
            after = After.CR;
        }
    }

    /** Reads raw octets and leaves their content in the same place; sets how many it consumed and wrote. */
    private void scan(byte[] octets, int from, int end) {
        int target = from;
        int segment = from;
        int i = from;
        while (i < end && !ended) {
            switch (after) {
                case OTHER -> {
                    i = Octets.indexOf((byte) '\r', octets, i, end);
                    if (i < end) after = After.CR;
                }
                case CR -> after = octets[i] == '\n' ? After.LINE_END : afterPlain(octets[i]);
                case LINE_END -> {
                    if (octets[i] == '.') {
                        target = move(octets, segment, i, target);
                        segment = i + 1;
                        after = After.DOT;
                    } else after = afterPlain(octets[i]);
                }
                case DOT -> after = octets[i] == '\r' ? After.DOT_CR : After.OTHER;
                case DOT_CR -> {
                    if (octets[i] == '\n') ended = true;
                    else after = afterPlain(octets[i]);
                }
            }
            i++;
        }
        int last = ended ? segment : after == After.DOT_CR ? end - 1 : end;
        consumed = Math.min(i, end) - from;
        written = move(octets, segment, Math.max(segment, last), target) - from;
    }

    private static After afterPlain(byte octet) {
        return octet == '\r' ? After.CR : After.OTHER;
    }

    private static int move(byte[] octets, int from, int end, int target) {
        if (from != target && end > from) System.arraycopy(octets, from, octets, target, end - from);
        return target + end - from;
    }
}
