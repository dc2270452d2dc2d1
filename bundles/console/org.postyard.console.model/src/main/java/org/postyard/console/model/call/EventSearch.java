package org.postyard.console.model.call;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.postyard.console.model.connection.ApiPath;

/**
 * What to look for among DeliveryEvents; all given conditions must match.
 *
 * @param kinds all if empty
 * @param recipient whole address, or {@code @domain}
 * @param sender whole address, or {@code @domain}
 * @param from earliest time, inclusive
 * @param until latest time, exclusive
 * @param after only events with a higher sequence
 * @param newest newest first instead of oldest first
 * @param limit most events in the answer, 1 to 10,000
 */
public record EventSearch(
        Set<String> kinds,
        Optional<String> message,
        Optional<String> recipient,
        Optional<String> sender,
        Optional<String> tenant,
        Optional<String> campaign,
        Optional<String> source,
        Optional<String> server,
        Optional<String> provider,
        Optional<Instant> from,
        Optional<Instant> until,
        long after,
        boolean unconfirmed,
        boolean newest,
        int limit) {
    public EventSearch {
        kinds = Set.copyOf(kinds);
    }

    /** The newest events of all kinds. */
    public static EventSearch newest(int limit) {
        return new EventSearch(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                true,
                limit);
    }

    ApiPath on(ApiPath path) {
        ApiPath text = path.with("message", message)
                .with("recipient", recipient)
                .with("sender", sender)
                .with("tenant", tenant)
                .with("campaign", campaign)
                .with("source", source)
                .with("server", server)
                .with("provider", provider)
                .with("from", from)
                .with("until", until)
                .with("after", after)
                .with("unconfirmed", unconfirmed)
                .with("newest", newest)
                .with("limit", limit);
        return kinds.isEmpty() ? text : text.with("kind", String.join(",", kinds));
    }
}
