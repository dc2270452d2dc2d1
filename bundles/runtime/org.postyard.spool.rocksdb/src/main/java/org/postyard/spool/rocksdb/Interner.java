package org.postyard.spool.rocksdb;

import java.util.HashMap;
import java.util.Map;

/** Gives one object for equal ones, so that a million recovered messages share their sender and handling. For one thread. */
final class Interner {
    private static final int MAX_ENTRIES = 10_000;

    private final Map<Object, Object> known = new HashMap<>();

    @SuppressWarnings("unchecked")
    <T> T one(T value) {
        if (known.size() >= MAX_ENTRIES) known.clear();
        return (T) known.computeIfAbsent(value, key -> key);
    }
}
