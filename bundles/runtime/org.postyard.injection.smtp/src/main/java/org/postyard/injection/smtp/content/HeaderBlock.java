package org.postyard.injection.smtp.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the header block of a content says to Postyard: how often it was received, and the {@code X-Postyard-} fields.
 *
 * <p>The block ends at the first empty line. A bare LF counts as a line end here, and a line that is no field is passed
 * over, so that a field cannot be hidden from Postyard that others would see.
 */
final class HeaderBlock {
    private static final String PREFIX = "x-postyard-";
    private static final String RECEIVED = "received:";

    /**
     * A field with where it stands, its line ends included.
     *
     * @param name as the client wrote it
     * @param value unfolded and trimmed
     */
    record Field(String name, String value, int start, int end) {}

    private final byte[] content;
    private final List<Field> fields = new ArrayList<>(0);
    private int receivedCount;

    private HeaderBlock(byte[] content) {
        this.content = content;
    }

    /** Reads the block that starts at a position. */
    static HeaderBlock read(byte[] content, int from) {
        HeaderBlock block = new HeaderBlock(content);
        block.scan(from);
        return block;
    }

    /** The {@code X-Postyard-} fields in order. */
    List<Field> fields() {
        return fields;
    }

    int receivedCount() {
        return receivedCount;
    }

    /** The content without the fields. */
    byte[] withoutFields() {
        int removed = fields.stream().mapToInt(field -> field.end - field.start).sum();
        byte[] rest = new byte[content.length - removed];
        int from = 0;
        int target = 0;
        for (Field field : fields) {
            System.arraycopy(content, from, rest, target, field.start - from);
            target += field.start - from;
            from = field.end;
        }
        System.arraycopy(content, from, rest, target, content.length - from);
        return rest;
    }

    private void scan(int from) {
        int line = from;
        int open = -1;
        while (line < content.length && !emptyLineAt(line)) {
            byte first = content[line];
            if (first != ' ' && first != '\t') {
                if (open >= 0) addField(open, line);
                open = startsWith(PREFIX, line) ? line : -1;
                if (startsWith(RECEIVED, line)) receivedCount++;
            }
            line = Math.min(content.length, Octets.indexOf((byte) '\n', content, line, content.length) + 1);
        }
        if (open >= 0) addField(open, line);
    }

    private boolean emptyLineAt(int line) {
        return content[line] == '\n' || content[line] == '\r' && line + 1 < content.length && content[line + 1] == '\n';
    }

    private boolean startsWith(String lowerCase, int line) {
        if (content.length - line < lowerCase.length()) return false;
        for (int i = 0; i < lowerCase.length(); i++) {
            int octet = content[line + i];
            if (octet >= 'A' && octet <= 'Z') octet += 32;
            if (octet != lowerCase.charAt(i)) return false;
        }
        return true;
    }

    private void addField(int start, int end) {
        String text = new String(content, start, end - start, StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        fields.add(
                new Field(name.strip(), value.replaceAll("\\r?\\n[ \\t]+", " ").strip(), start, end));
    }
}
