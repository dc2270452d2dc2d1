package org.postyard.spool.rocksdb;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reader of what {@link Encoder} wrote; throws {@link IllegalStateException} if it was not written so. */
final class Decoder {
    private final byte[] bytes;
    private int position;

    Decoder(byte[] bytes) {
        this.bytes = bytes;
    }

    int octet() {
        if (position >= bytes.length) throw damaged("it ends too early");
        return bytes[position++] & 0xFF;
    }

    boolean flag() {
        return octet() != 0;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) return value;
        }
        throw damaged("a number is too long");
    }

    int count() {
        long value = number();
        if (value < 0 || value > Integer.MAX_VALUE) throw damaged("a count is " + value);
        return (int) value;
    }

    String text() {
        int length = count();
        if (length > bytes.length - position) throw damaged("a text is too long");
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    Instant time() {
        return Instant.ofEpochSecond(number(), number());
    }

    /** One of the constants of an enum, kept as its position. */
    <T> T constant(T[] constants) {
        int index = octet();
        if (index >= constants.length) throw damaged("a constant is " + index);
        return constants[index];
    }

    /** Takes the octet that says how the record was written. */
    void version(int known) {
        int version = octet();
        if (version != known) throw damaged("it has version " + version + ", this program knows version " + known);
    }

    private static IllegalStateException damaged(String why) {
        return new IllegalStateException("A record of the spool cannot be read: " + why);
    }
}
