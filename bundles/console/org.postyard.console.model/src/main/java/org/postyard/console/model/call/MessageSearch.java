package org.postyard.console.model.call;

import java.time.Instant;
import java.util.Optional;
import org.postyard.console.model.connection.ApiPath;

/**
 * What to look for among messages; all given conditions must match.
 *
 * @param recipient whole address, or {@code @domain}
 * @param sender whole address, or {@code @domain}
 * @param from earliest time, inclusive
 * @param until latest time, exclusive
 * @param limit most received events that are looked at, 1 to 10,000
 */
public record MessageSearch(
        Optional<String> recipient,
        Optional<String> sender,
        Optional<String> tenant,
        Optional<String> campaign,
        Optional<Instant> from,
        Optional<Instant> until,
        int limit) {
    ApiPath on(ApiPath path) {
        return path.with("recipient", recipient)
                .with("sender", sender)
                .with("tenant", tenant)
                .with("campaign", campaign)
                .with("from", from)
                .with("until", until)
                .with("limit", limit);
    }
}
