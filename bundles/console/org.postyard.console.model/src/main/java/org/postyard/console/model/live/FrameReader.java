package org.postyard.console.model.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads server-sent events from bytes, whatever their size up to a limit. For one thread. */
final class FrameReader {
    private static final int BLOCK_BYTES = 128 * 1024;

    private final InputStream input;
    private final int mostBytes;
    private final Runnable activity;
    private byte[] buffer = new byte[BLOCK_BYTES];
    private int start;
    private int end;

    /**
     * @param mostBytes of one line
     * @param activity called whenever bytes came, also those of a heartbeat
     */
    FrameReader(InputStream input, int mostBytes, Runnable activity) {
        this.input = input;
        this.mostBytes = mostBytes;
        this.activity = activity;
    }

    /** The next frame; empty at the end of the stream. A frame that the end cuts off is dropped. */
    Optional<Frame> next() throws IOException {
        String event = "";
        Optional<Long> id = Optional.empty();
        byte[] data = new byte[0];
        boolean any = false;
        while (true) {
            int length = line();
            if (length < 0) return Optional.empty();
            int from = start;
            start += length + 1;
            int size = length > 0 && buffer[from + length - 1] == '\r' ? length - 1 : length;
            if (size == 0) {
                if (any) return Optional.of(new Frame(event.isEmpty() ? "message" : event, id, data));
            } else if (startsWith("data:", from, size)) {
                data = any ? joined(data, value(5, from, size)) : value(5, from, size);
                any = true;
            } else if (startsWith("event:", from, size)) {
                event = new String(value(6, from, size), StandardCharsets.UTF_8);
            } else if (startsWith("id:", from, size)) {
                id = number(new String(value(3, from, size), StandardCharsets.US_ASCII));
            }
        }
    }

    /** Length of the next line without its end; -1 if the stream ended before. */
    private int line() throws IOException {
        int scanned = start;
        while (true) {
            for (; scanned < end; scanned++) if (buffer[scanned] == '\n') return scanned - start;
            int before = scanned - start;
            if (!more()) return -1;
            scanned = start + before;
        }
    }

    private boolean more() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            if (buffer.length >= mostBytes) throw new IOException("a frame of more than " + mostBytes + " bytes");
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = input.read(buffer, end, buffer.length - end);
        if (count < 0) return false;
        end += count;
        activity.run();
        return true;
    }

    private boolean startsWith(String word, int from, int size) {
        if (size < word.length()) return false;
        for (int i = 0; i < word.length(); i++) if (buffer[from + i] != word.charAt(i)) return false;
        return true;
    }

    private byte[] value(int skip, int from, int size) {
        int first = from + skip;
        if (skip < size && buffer[first] == ' ') first++;
        return Arrays.copyOfRange(buffer, first, from + size);
    }

    private static byte[] joined(byte[] some, byte[] more) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(some.length + more.length + 1);
        both.writeBytes(some);
        both.write('\n');
        both.writeBytes(more);
        return both.toByteArray();
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
