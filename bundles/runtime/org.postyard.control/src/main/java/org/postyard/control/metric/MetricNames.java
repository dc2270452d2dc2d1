package org.postyard.control.metric;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The one table of metric names and what they mean; {@code docs/metrics.md} is made from it. */
public final class MetricNames {
    private static final SortedMap<String, String> MEANINGS =
            java.util.Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
                    Map.entry("postyard_http_requests_total", "Answers of the control API and of HTTP injection."),
                    Map.entry("postyard_http_request_seconds_total", "Seconds spent on all answers together."),
                    Map.entry("postyard_http_messages_total", "Messages offered over HTTP, by result."),
                    Map.entry("postyard_stream_clients", "Live streams that are open."),
                    Map.entry(
                            "postyard_stream_clients_dropped_total",
                            "Live streams cut off because the client was too slow."),
                    Map.entry("postyard_process_heap_used_bytes", "Java heap in use."),
                    Map.entry("postyard_process_heap_committed_bytes", "Java heap taken from the system."),
                    Map.entry("postyard_process_heap_max_bytes", "Java heap allowed."),
                    Map.entry("postyard_process_threads", "Threads of the process."),
                    Map.entry("postyard_process_up_seconds", "Age of the process."))));

    private MetricNames() {}

    /** All names with their meanings, in order. */
    public static SortedMap<String, String> all() {
        return MEANINGS;
    }

    static String meaningOf(String name) {
        return MEANINGS.getOrDefault(name, "Described by the part of the runtime that gives it.");
    }
}
