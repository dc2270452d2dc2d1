package org.postyard.engine.yard;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postyard.api.operation.QueueFilter;
import org.postyard.engine.queue.QueueKey;

/** Which queues are held, also those that do not exist yet; kept as directives so that a restart changes nothing. Dispatcher thread only. */
final class Holds {
    static final String PREFIX = "hold/";
    private static final String ANY = "*";

    private final Map<QueueFilter, String> holds = new LinkedHashMap<>();

    void put(QueueFilter filter, String reason) {
        holds.put(filter, reason);
    }

    /** Ends the holds that lie wholly within a filter; gives them. */
    List<QueueFilter> removeWithin(QueueFilter filter) {
        List<QueueFilter> removed = new ArrayList<>();
        for (QueueFilter hold : List.copyOf(holds.keySet())) if (hold.within(filter)) removed.add(hold);
        removed.forEach(holds::remove);
        return removed;
    }

    /** The holds that lie on a queue. */
    List<QueueFilter> on(QueueKey key) {
        return holds.keySet().stream()
                .filter(hold -> hold.matches(key.tenant(), key.campaign(), key.domain(), key.pool()))
                .toList();
    }

    /** Why a queue is held; empty if it is not. */
    Optional<String> reasonFor(QueueKey key) {
        return holds.entrySet().stream()
                .filter(hold -> hold.getKey().matches(key.tenant(), key.campaign(), key.domain(), key.pool()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static String directive(QueueFilter filter) {
        return PREFIX
                + String.join(
                        "/",
                        text(filter.tenant()),
                        text(filter.campaign()),
                        text(filter.domain()),
                        text(filter.pool()));
    }

    private static String text(Optional<String> condition) {
        return condition
                .map(value -> "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .orElse(ANY);
    }

    /** Reads a directive back; empty if it is none of ours. */
    static Optional<QueueFilter> filterOf(String directive) {
        if (!directive.startsWith(PREFIX)) return Optional.empty();
        String[] parts = directive.substring(PREFIX.length()).split("/", -1);
        if (parts.length != 4) return Optional.empty();
        return Optional.of(
                new QueueFilter(condition(parts[0]), condition(parts[1]), condition(parts[2]), condition(parts[3])));
    }

    private static Optional<String> condition(String text) {
        return text.equals(ANY)
                ? Optional.empty()
                : Optional.of(URLDecoder.decode(text.substring(1), StandardCharsets.UTF_8));
    }
}
