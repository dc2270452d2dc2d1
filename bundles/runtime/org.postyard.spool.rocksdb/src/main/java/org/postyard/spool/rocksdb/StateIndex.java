package org.postyard.spool.rocksdb;

import java.util.Arrays;

/**
 * For each message of which recipient states are kept, how many indexes they reach: so that its states can be removed without
 * looking for them. A hash table of plain numbers, 24 MB for a million messages. For one thread.
 */
final class StateIndex {
    private static final long EMPTY = -1;
    private static final int SMALLEST = 1024;

    private long[] ids = emptyIds(SMALLEST);
    private int[] reaches = new int[SMALLEST];
    private int size;

    /** Notes that the message has a state at this index. */
    void add(long id, int index) {
        if (2 * (size + 1) > ids.length) resize(2 * ids.length);
        int slot = slotOf(id);
        if (ids[slot] == EMPTY) {
            ids[slot] = id;
            reaches[slot] = 0;
            size++;
        }
        reaches[slot] = Math.max(reaches[slot], index + 1);
    }

    /** One more than the highest index of a state of the message; 0 if it has none. */
    int reach(long id) {
        int slot = slotOf(id);
        return ids[slot] == EMPTY ? 0 : reaches[slot];
    }

    void remove(long id) {
        int slot = slotOf(id);
        if (ids[slot] == EMPTY) return;
        ids[slot] = EMPTY;
        size--;
        closeGapAfter(slot);
        if (ids.length > SMALLEST && 8 * size < ids.length) resize(ids.length / 2);
    }

    int size() {
        return size;
    }

    /** Entries that stepped over the freed slot must be found again. */
    private void closeGapAfter(int freed) {
        int mask = ids.length - 1;
        for (int slot = freed + 1 & mask; ids[slot] != EMPTY; slot = slot + 1 & mask) {
            long id = ids[slot];
            int reach = reaches[slot];
            ids[slot] = EMPTY;
            place(id, reach);
        }
    }

    private void resize(int capacity) {
        long[] oldIds = ids;
        int[] oldReaches = reaches;
        ids = emptyIds(capacity);
        reaches = new int[capacity];
        for (int i = 0; i < oldIds.length; i++) if (oldIds[i] != EMPTY) place(oldIds[i], oldReaches[i]);
    }

    private void place(long id, int reach) {
        int slot = slotOf(id);
        ids[slot] = id;
        reaches[slot] = reach;
    }

    private int slotOf(long id) {
        int mask = ids.length - 1;
        int slot = (int) (id * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (ids[slot] != EMPTY && ids[slot] != id) slot = slot + 1 & mask;
        return slot;
    }

    private static long[] emptyIds(int capacity) {
        long[] ids = new long[capacity];
        Arrays.fill(ids, EMPTY);
        return ids;
    }
}
