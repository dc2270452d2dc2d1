package org.postyard.console.model.view;

import java.util.Locale;
import java.util.Set;

/**
 * Which events are to be seen; all given conditions must match. Gaps always match.
 *
 * @param kinds all if empty
 * @param text in message id, addresses, server, source, provider, reply or reason; all if empty
 */
public record EventFilter(Set<String> kinds, String text) {
    public static final EventFilter ALL = new EventFilter(Set.of(), "");

    public EventFilter {
        kinds = Set.copyOf(kinds);
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    boolean matches(EventRow row) {
        if (row.event().isEmpty()) return true;
        if (!kinds.isEmpty() && !kinds.contains(row.kind())) return false;
        return text.isEmpty()
                || has(row.recipient())
                || has(row.sender())
                || has(row.message())
                || has(row.server())
                || has(row.source())
                || has(row.provider())
                || has(row.reply())
                || has(row.text());
    }

    private boolean has(String value) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }
}
