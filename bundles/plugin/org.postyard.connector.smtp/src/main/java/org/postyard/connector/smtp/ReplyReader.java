package org.postyard.connector.smtp;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.postyard.api.delivery.SmtpReply;

/**
 * Puts the replies of one peer together from octets as they arrive (RFC 5321 §4.2) and bounds their size. Event loop only.
 *
 * <p>Text is decoded only when somebody asks for it, because nobody reads most replies beyond their code.
 */
final class ReplyReader {
    /** Far beyond the 512 octets of RFC 5321 §4.5.3.1.5 for one line; a peer that says more is broken. */
    static final int MAXIMUM_REPLY_OCTETS = 65_536;

    private static final int MAXIMUM_TEXT_LENGTH = 1024;
    private static final int CODE_LENGTH = 3;

    /** Where a reply stands. */
    enum Progress {
        INCOMPLETE,
        COMPLETE,
        MALFORMED
    }

    private byte[] octets = new byte[256];
    private int length;
    private int lineStart;
    private int code;
    private boolean complete;

    /** Takes octets up to the end of one reply, or all of them if it does not end there. */
    Progress read(ByteBuf in) {
        if (complete) startAnew();
        while (in.isReadable()) {
            int end = in.indexOf(in.readerIndex(), in.writerIndex(), (byte) '\n');
            int count = (end < 0 ? in.writerIndex() : end) - in.readerIndex();
            if (length + count >= MAXIMUM_REPLY_OCTETS) return Progress.MALFORMED;
            append(in, count);
            if (end < 0) return Progress.INCOMPLETE;
            in.skipBytes(1);
            Progress progress = endLine();
            if (progress != Progress.INCOMPLETE) return progress;
        }
        return Progress.INCOMPLETE;
    }

    private void startAnew() {
        length = 0;
        lineStart = 0;
        complete = false;
    }

    private void append(ByteBuf in, int count) {
        if (length + count >= octets.length) octets = Arrays.copyOf(octets, 2 * (length + count));
        in.readBytes(octets, length, count);
        length += count;
    }

    private Progress endLine() {
        if (length > lineStart && octets[length - 1] == '\r') length--;
        code = codeAt(lineStart);
        if (code == 0) return Progress.MALFORMED;
        byte separator = length > lineStart + CODE_LENGTH ? octets[lineStart + CODE_LENGTH] : (byte) ' ';
        if (separator == '-') {
            octets[length++] = '\n';
            lineStart = length;
            return Progress.INCOMPLETE;
        }
        complete = separator == ' ';
        return complete ? Progress.COMPLETE : Progress.MALFORMED;
    }

    private int codeAt(int start) {
        if (length - start < CODE_LENGTH) return 0;
        int first = octets[start] - '0';
        int second = octets[start + 1] - '0';
        int third = octets[start + 2] - '0';
        boolean digits = first >= 2 && first <= 5 && second >= 0 && second <= 9 && third >= 0 && third <= 9;
        return digits ? 100 * first + 10 * second + third : 0;
    }

    /** Code of the last line, which is the one that counts if a peer mixes them. */
    int code() {
        return code;
    }

    boolean positive() {
        return code < 300;
    }

    /** Lines without their codes. */
    List<String> lines() {
        return Arrays.stream(new String(octets, 0, length, StandardCharsets.UTF_8).split("\n", -1))
                .map(line -> line.length() <= CODE_LENGTH ? "" : line.substring(CODE_LENGTH + 1))
                .toList();
    }

    /** The reply as people and classifiers read it: bounded, without control characters. */
    SmtpReply reply() {
        List<String> lines = lines();
        String enhanced = EnhancedCode.at(lines.get(0), code);
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String rest = EnhancedCode.at(line, code).equals(enhanced) ? line.substring(enhanced.length()) : line;
            if (!text.isEmpty()) text.append(' ');
            text.append(rest.strip());
        }
        return new SmtpReply(code, enhanced, clean(text));
    }

    private static String clean(StringBuilder text) {
        if (text.length() > MAXIMUM_TEXT_LENGTH) text.setLength(MAXIMUM_TEXT_LENGTH);
        for (int i = 0; i < text.length(); i++) if (Character.isISOControl(text.charAt(i))) text.setCharAt(i, ' ');
        return text.toString();
    }
}
