package org.postyard.store;

import java.util.Locale;

/**
 * Arithmetic of where an event is kept: its id joins node and sequence, its era gathers 16,384 neighbours, and a key joins
 * an era with the hash of a text, so that entries of new events always go to the end of an index.
 */
final class EventPlace {
    static final int MAX_NODE = 255;
    static final int ERA_BITS = 14;
    private static final int SEQUENCE_BITS = 55;
    private static final int HASH_BITS = 24;
    private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;
    private static final int ERA_NODE_SHIFT = 31;

    private EventPlace() {}

    static long id(int node, long sequence) {
        if (sequence < 1 || sequence > SEQUENCE_MASK) throw new IllegalArgumentException("sequence " + sequence);
        return (long) node << SEQUENCE_BITS | sequence;
    }

    static long sequence(long id) {
        return id & SEQUENCE_MASK;
    }

    static long era(long id) {
        return id >>> SEQUENCE_BITS << ERA_NODE_SHIFT | sequence(id) >>> ERA_BITS;
    }

    static long firstEra(int node) {
        return (long) node << ERA_NODE_SHIFT;
    }

    static long lastEra(int node) {
        return firstEra(node + 1) - 1;
    }

    /** Lowest id that an era can have. */
    static long firstId(long era) {
        long node = era >>> ERA_NODE_SHIFT;
        return node << SEQUENCE_BITS | (era & (1L << ERA_NODE_SHIFT) - 1) << ERA_BITS;
    }

    static long lastId(long era) {
        return firstId(era) + (1L << ERA_BITS) - 1;
    }

    static long key(long era, int hash) {
        return era << HASH_BITS | hash;
    }

    static long firstKey(long era) {
        return key(era, 0);
    }

    static long lastKey(long era) {
        return key(era, (1 << HASH_BITS) - 1);
    }

    static int hashOfKey(long key) {
        return (int) (key & (1 << HASH_BITS) - 1);
    }

    /** Hash of a text without regard to case, different for each kind of text. */
    static int hash(char kind, String text, int from) {
        int hash = kind;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127) return hash(kind, text.substring(from).toLowerCase(Locale.ROOT));
            hash = 31 * hash + (c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
        return spread(hash);
    }

    private static int hash(char kind, String folded) {
        int hash = kind;
        for (int i = 0; i < folded.length(); i++) hash = 31 * hash + folded.charAt(i);
        return spread(hash);
    }

    private static int spread(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
        return (mixed ^ mixed >>> 13) * 0xc2b2ae35 >>> 32 - HASH_BITS;
    }
}
