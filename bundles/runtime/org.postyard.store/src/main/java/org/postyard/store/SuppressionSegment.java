package org.postyard.store;

import java.util.Optional;

/**
 * A part of the suppressions in flat arrays: a hash table with open addressing. Entries of one address and tenant, one for
 * each reason, lie in the same run of slots. Thread-safe by its lock.
 */
final class SuppressionSegment {
    /** No expiry. Times are unsigned 32-bit seconds; what lies after the year 2106 never expires. */
    static final long NEVER = 0xFFFFFFFFL;

    private static final int REASON_BITS = 3;
    private static final int FIRST_SLOTS = 16;

    private long[] keys = new long[FIRST_SLOTS];
    private int[] checks = new int[FIRST_SLOTS];
    private int[] since = new int[FIRST_SLOTS];
    private int[] expires = new int[FIRST_SLOTS];
    /** Source and reason of an entry, plus one, so that an empty slot is 0. */
    private int[] details = new int[FIRST_SLOTS];

    private int used;

    /** What is known of an entry. */
    record Entry(int reason, int source, long sinceSeconds, long expiresSeconds) {
        private int detail() {
            return (source << REASON_BITS | reason) + 1;
        }
    }

    /** The entry of a key that is in force, the one of the first reason if several are. */
    synchronized Optional<Entry> first(long key, int check, long nowSeconds) {
        int best = -1;
        for (int slot = home(key); details[slot] != 0; slot = next(slot)) {
            boolean matches = keys[slot] == key && checks[slot] == check && inForce(slot, nowSeconds);
            if (matches && (best < 0 || reason(slot) < reason(best))) best = slot;
        }
        return best < 0 ? Optional.empty() : Optional.of(entry(best));
    }

    synchronized void put(long key, int check, Entry entry) {
        if ((used + 1) * 4L > keys.length * 3L) grow();
        int slot = home(key);
        while (details[slot] != 0 && !same(slot, key, check, entry.reason)) slot = next(slot);
        if (details[slot] == 0) used++;
        keys[slot] = key;
        checks[slot] = check;
        since[slot] = (int) Math.max(0, Math.min(NEVER, entry.sinceSeconds));
        expires[slot] = (int) Math.max(0, Math.min(NEVER, entry.expiresSeconds));
        details[slot] = entry.detail();
    }

    synchronized void remove(long key, int check) {
        int slot = home(key);
        while (details[slot] != 0) {
            if (keys[slot] == key && checks[slot] == check) close(slot);
            else slot = next(slot);
        }
    }

    private boolean same(int slot, long key, int check, int reason) {
        return keys[slot] == key && checks[slot] == check && reason(slot) == reason;
    }

    private boolean inForce(int slot, long nowSeconds) {
        long end = Integer.toUnsignedLong(expires[slot]);
        return end == NEVER || nowSeconds < end;
    }

    private int reason(int slot) {
        return details[slot] - 1 & (1 << REASON_BITS) - 1;
    }

    private Entry entry(int slot) {
        return new Entry(
                reason(slot),
                details[slot] - 1 >>> REASON_BITS,
                Integer.toUnsignedLong(since[slot]),
                Integer.toUnsignedLong(expires[slot]));
    }

    private int home(long key) {
        return (int) key & keys.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & keys.length - 1;
    }

    /** Empties a slot and moves back those behind it that would no longer be found. */
    private void close(int emptied) {
        int hole = emptied;
        for (int slot = next(hole); details[slot] != 0; slot = next(slot)) {
            int distanceFromHome = slot - home(keys[slot]) & keys.length - 1;
            int distanceFromHole = slot - hole & keys.length - 1;
            if (distanceFromHome >= distanceFromHole) {
                copy(slot, hole);
                hole = slot;
            }
        }
        details[hole] = 0;
        used--;
    }

    private void copy(int from, int to) {
        keys[to] = keys[from];
        checks[to] = checks[from];
        since[to] = since[from];
        expires[to] = expires[from];
        details[to] = details[from];
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldChecks = checks;
        int[] oldSince = since;
        int[] oldExpires = expires;
        int[] oldDetails = details;
        int size = oldKeys.length * 2;
        keys = new long[size];
        checks = new int[size];
        since = new int[size];
        expires = new int[size];
        details = new int[size];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldDetails[i] == 0) continue;
            int slot = home(oldKeys[i]);
            while (details[slot] != 0) slot = next(slot);
            keys[slot] = oldKeys[i];
            checks[slot] = oldChecks[i];
            since[slot] = oldSince[i];
            expires[slot] = oldExpires[i];
            details[slot] = oldDetails[i];
        }
    }
}
