package org.postyard.console.model.live;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads JSON lists of objects that come again and again with few changes: an element whose bytes are as last time is not
 * parsed but its last instance given again. Holds the bytes of the last list. For one thread.
 */
final class RowListReader<T> {
    private final ObjectReader reader;
    private byte[] lastBytes = new byte[0];
    private int[] lastStarts = new int[0];
    private int[] lastEnds = new int[0];
    private List<T> lastRows = List.of();
    private long parsed;

    RowListReader(ObjectReader reader) {
        this.reader = reader;
    }

    /** Elements that had to be parsed so far. */
    long parsed() {
        return parsed;
    }

    /** Reads a list; the array must not be changed afterwards. */
    List<T> read(byte[] bytes) throws IOException {
        int[] starts = new int[lastStarts.length + 16];
        int[] ends = new int[starts.length];
        List<T> rows = new ArrayList<>(lastRows.size() + 16);
        int at = expect(bytes, 0, '[');
        at = blanks(bytes, at);
        while (at < bytes.length && bytes[at] != ']') {
            int count = rows.size();
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
            }
            boolean same = isAsLast(bytes, at, count);
            int end = same ? at + lastEnds[count] - lastStarts[count] : endOfObject(bytes, at);
            rows.add(same ? lastRows.get(count) : parse(bytes, at, end));
            starts[count] = at;
            ends[count] = end;
            at = blanks(bytes, end);
            if (at < bytes.length && bytes[at] == ',') at = blanks(bytes, at + 1);
        }
        if (at >= bytes.length) throw new IOException("a list without an end");
        lastBytes = bytes;
        lastStarts = Arrays.copyOf(starts, rows.size());
        lastEnds = Arrays.copyOf(ends, rows.size());
        lastRows = List.copyOf(rows);
        return lastRows;
    }

    private boolean isAsLast(byte[] bytes, int at, int index) {
        if (index >= lastRows.size()) return false;
        int length = lastEnds[index] - lastStarts[index];
        return at + length < bytes.length
                && Arrays.equals(bytes, at, at + length, lastBytes, lastStarts[index], lastEnds[index]);
    }

    private T parse(byte[] bytes, int from, int end) throws IOException {
        parsed++;
        return reader.readValue(bytes, from, end - from);
    }

    /** Index after the object that begins here: its braces count, except within strings. */
    private static int endOfObject(byte[] bytes, int from) throws IOException {
        if (bytes[from] != '{') throw new IOException("an element that is no object");
        int depth = 0;
        boolean text = false;
        for (int i = from; i < bytes.length; i++) {
            byte c = bytes[i];
            if (text) {
                if (c == '\\') i++;
                else if (c == '"') text = false;
            } else if (c == '"') text = true;
            else if (c == '{') depth++;
            else if (c == '}' && --depth == 0) return i + 1;
        }
        throw new IOException("an object without an end");
    }

    private static int expect(byte[] bytes, int from, char wanted) throws IOException {
        int at = blanks(bytes, from);
        if (at >= bytes.length || bytes[at] != wanted) throw new IOException("no '" + wanted + "' where one must be");
        return at + 1;
    }

    private static int blanks(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t'))
            at++;
        return at;
    }
}
