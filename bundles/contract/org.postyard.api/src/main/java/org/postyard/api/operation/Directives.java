package org.postyard.api.operation;

import java.util.Map;

/** Durable decisions of operators that must outlive a restart, such as held queues and drained servers; blocking. */
public interface Directives {
    Map<String, String> all();

    void put(String key, String value);

    void remove(String key);
}
