package org.postyard.api.event;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.postyard.api.message.MessageId;

/**
 * A question to the journal; an empty condition matches everything, all given ones must match.
 *
 * @param kinds empty for every kind
 * @param recipient whole address, or {@code @domain}
 * @param sender whole address, or {@code @domain}
 * @param from earliest time, inclusive
 * @param until latest time, exclusive
 * @param afterSequence only events with a higher sequence; 0 for all
 * @param unconfirmedOnly only possible duplicates
 * @param newestFirst descending by sequence instead of ascending
 * @param limit most events to return, 1 to 10,000
 */
public record JournalQuery(
        Set<EventKind> kinds,
        Optional<MessageId> message,
        Optional<String> recipient,
        Optional<String> sender,
        Optional<String> tenant,
        Optional<String> campaign,
        Optional<String> source,
        Optional<String> server,
        Optional<String> provider,
        Optional<Instant> from,
        Optional<Instant> until,
        long afterSequence,
        boolean unconfirmedOnly,
        boolean newestFirst,
        int limit) {
    public static final int MAX_LIMIT = 10_000;

    public JournalQuery {
        kinds = Set.copyOf(kinds);
        if (limit < 1 || limit > MAX_LIMIT)
            throw new IllegalArgumentException("limit " + limit + " is not 1 to " + MAX_LIMIT);
    }

    /** Everything about one message, oldest first. */
    public static JournalQuery ofMessage(MessageId id) {
        return new JournalQuery(
                Set.of(),
                Optional.of(id),
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
                false,
                MAX_LIMIT);
    }

    /** Everything after a sequence, oldest first. */
    public static JournalQuery after(long sequence, int limit) {
        return new JournalQuery(
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
                sequence,
                false,
                false,
                limit);
    }
}
