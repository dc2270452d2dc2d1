package org.postyard.injection.smtp.content;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches in octets, eight at a time. */
final class Octets {
    static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Octets() {}

    /** Position of the first such octet; {@code end} if there is none. */
    static int indexOf(byte wanted, byte[] octets, int from, int end) {
        long pattern = LOW_BITS * (wanted & 0xFF);
        int i = from;
        while (i + 8 <= end && !hasZero((long) EIGHT.get(octets, i) ^ pattern)) i += 8;
        while (i < end && octets[i] != wanted) i++;
        return i;
    }

    /** All octets combined by OR, in the eight octets of the result. */
    static long combine(byte[] octets, int from, int end) {
        long bits = 0;
        int i = from;
        for (; i + 8 <= end; i += 8) bits |= (long) EIGHT.get(octets, i);
        for (; i < end; i++) bits |= octets[i] & 0xFF;
        return bits;
    }

    private static boolean hasZero(long eight) {
        return (eight - LOW_BITS & ~eight & HIGH_BITS) != 0;
    }
}
