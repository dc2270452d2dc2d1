package org.postyard.spool.rocksdb;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writer of the compact binary form in which records are kept: numbers of variable length, texts in UTF-8 after their length. */
final class Encoder {
    private byte[] bytes;
    private int length;

    Encoder(int expectedBytes) {
        bytes = new byte[expectedBytes];
    }

    Encoder octet(int value) {
        room(1)[length++] = (byte) value;
        return this;
    }

    Encoder flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    /** A number that is seldom negative: seven bits per octet, lowest first. */
    Encoder number(long value) {
        byte[] target = room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            target[length++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        target[length++] = (byte) rest;
        return this;
    }

    Encoder text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        System.arraycopy(encoded, 0, room(encoded.length), length, encoded.length);
        length += encoded.length;
        return this;
    }

    Encoder time(Instant time) {
        return number(time.getEpochSecond()).number(time.getNano());
    }

    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private byte[] room(int more) {
        if (length + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        return bytes;
    }
}
