package org.postyard.console.model.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The last so many steps of one number: the mean of what came within each step, a gap where nothing came. Memory is taken
 * in blocks as time goes on. A step that is left out between two values that came shortly after one another is no gap: news of every second
 * do not come in every second. Not thread-safe.
 */
final class Ring {
    private static final int BLOCK = 48;
    /** So long after the one before, a value speaks for the time in between, too. */
    private static final long SHORTLY_MILLIS = 2_500;

    private final long stepMillis;
    private final int capacity;
    private final float[][] blocks;
    private long firstSlot = -1;
    private long lastSlot = -1;
    private long lastMillis;
    private float sum;
    private int count;

    Ring(Duration step, int capacity) {
        this.stepMillis = step.toMillis();
        this.capacity = capacity;
        this.blocks = new float[(capacity + BLOCK - 1) / BLOCK][];
    }

    /** Takes a value in; NaN stands for unknown. What is older than the newest is dropped. */
    void put(long millis, float value) {
        long slot = Math.floorDiv(millis, stepMillis);
        if (slot < lastSlot) return;
        if (slot > lastSlot) open(slot, millis - lastMillis <= SHORTLY_MILLIS && count > 0 ? value : Float.NaN);
        lastMillis = millis;
        if (Float.isNaN(value)) return;
        sum += value;
        count++;
        set(slot, sum / count);
    }

    /** Begins a step; the ones that were left out before it get a value or are a gap. */
    private void open(long slot, float between) {
        if (firstSlot < 0) firstSlot = slot;
        long from = Math.max(lastSlot + 1, slot - capacity + 1);
        for (long missing = lastSlot < 0 ? slot : from; missing < slot; missing++) set(missing, between);
        set(slot, Float.NaN);
        lastSlot = slot;
        sum = 0;
        count = 0;
    }

    /** Start of the oldest step that is kept; the far future if there is none. */
    long oldestMillis() {
        return firstSlot < 0 ? Long.MAX_VALUE : oldestSlot() * stepMillis;
    }

    long stepMillis() {
        return stepMillis;
    }

    /** The steps from one time until another, gaps where nothing is known. */
    Series between(long fromMillis, long untilMillis) {
        long from = Math.floorDiv(fromMillis, stepMillis);
        long until = Math.max(from, Math.floorDiv(untilMillis, stepMillis));
        int size = (int) Math.min(until - from + 1, capacity);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) values[i] = get(until - size + 1 + i);
        return new Series(Instant.ofEpochMilli((until - size + 1) * stepMillis), Duration.ofMillis(stepMillis), values);
    }

    private long oldestSlot() {
        return Math.max(firstSlot, lastSlot - capacity + 1);
    }

    private float get(long slot) {
        if (firstSlot < 0 || slot < oldestSlot() || slot > lastSlot) return Float.NaN;
        int place = (int) (slot % capacity);
        float[] block = blocks[place / BLOCK];
        return block == null ? Float.NaN : block[place % BLOCK];
    }

    private void set(long slot, float value) {
        int place = (int) (slot % capacity);
        float[] block = blocks[place / BLOCK];
        if (block == null) {
            if (Float.isNaN(value)) return;
            block = new float[BLOCK];
            Arrays.fill(block, Float.NaN);
            blocks[place / BLOCK] = block;
        }
        block[place % BLOCK] = value;
    }
}
