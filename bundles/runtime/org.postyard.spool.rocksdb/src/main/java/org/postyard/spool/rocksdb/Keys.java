package org.postyard.spool.rocksdb;

/** Keys of the database: numbers with the highest octet first, so that their order is the order of the octets. */
final class Keys {
    static final int NUMBER_BYTES = 8;

    private Keys() {}

    static byte[] of(long number) {
        return put(new byte[NUMBER_BYTES], number);
    }

    static byte[] of(long number, int index) {
        byte[] key = put(new byte[NUMBER_BYTES + 4], number);
        for (int i = 0; i < 4; i++) key[NUMBER_BYTES + i] = (byte) (index >>> 8 * (3 - i));
        return key;
    }

    static long numberOf(byte[] key) {
        return read(key, 0, NUMBER_BYTES);
    }

    static int indexOf(byte[] key) {
        return (int) read(key, NUMBER_BYTES, 4);
    }

    private static byte[] put(byte[] key, long number) {
        for (int i = 0; i < NUMBER_BYTES; i++) key[i] = (byte) (number >>> 8 * (7 - i));
        return key;
    }

    private static long read(byte[] key, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) value = value << 8 | key[i] & 0xFF;
        return value;
    }
}
