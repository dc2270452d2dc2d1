package org.postyard.connector.smtp;

import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Makes content transparent for DATA (RFC 5321 §4.5.2) and closes it with the final dot.
 *
 * <p>A dot gets its second dot after every LF, bare ones included, and a dot alone between bare CRs as well: content
 * can then never form {@code <LF>.<LF>}, {@code <LF>.<CRLF>} or {@code <CR>.<CR>}, which lenient servers take for the
 * end of the data ("SMTP smuggling"). Servers that take a bare LF for the end of a line remove that dot again; strict
 * ones keep it, which is the price of safety for content that no mail program may make. By BDAT it arrives unchanged.
 */
final class DotStuffing {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long DOTS = 0x2e2e_2e2e_2e2e_2e2eL;
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private DotStuffing() {}

    /** Writes the octets from start to end, which may be a part of the content, with their second dots. */
    static void write(byte[] content, int start, int end, ByteBuf out) {
        int copied = start;
        for (int dot = nextDot(content, start, end); dot < end; dot = nextDot(content, dot + 1, end)) {
            if (!needsSecond(content, dot)) continue;
            out.writeBytes(content, copied, dot - copied).writeByte('.');
            copied = dot;
        }
        out.writeBytes(content, copied, end - copied);
    }

    /** Writes the final dot, after a CRLF if the content does not end in one. */
    static void writeEnd(byte[] content, ByteBuf out) {
        int length = content.length;
        boolean closed = length == 0 || (length > 1 && content[length - 2] == '\r' && content[length - 1] == '\n');
        if (!closed) out.writeByte('\r').writeByte('\n');
        out.writeByte('.').writeByte('\r').writeByte('\n');
    }

    private static boolean needsSecond(byte[] content, int dot) {
        if (dot == 0 || content[dot - 1] == '\n') return true;
        if (content[dot - 1] != '\r') return false;
        return dot + 1 == content.length || content[dot + 1] == '\r' || content[dot + 1] == '\n';
    }

    /** Position of the next dot, looking at eight octets at a time; end if there is none. */
    private static int nextDot(byte[] content, int start, int end) {
        int i = start;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long differences = (long) LONGS.get(content, i) ^ DOTS;
            long zeros = (differences - LOW_BITS) & ~differences & HIGH_BITS;
            if (zeros != 0) return i + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
        }
        while (i < end && content[i] != '.') i++;
        return i;
    }
}
