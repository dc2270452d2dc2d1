package org.postyard.testkit.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postyard.api.operation.Directives;

/** Directives that live as long as this object; thread-safe. */
public final class InMemoryDirectives implements Directives {
    private final ConcurrentHashMap<String, String> values = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> all() {
        return Map.copyOf(values);
    }

    @Override
    public void put(String key, String value) {
        values.put(key, value);
    }

    @Override
    public void remove(String key) {
        values.remove(key);
    }
}
