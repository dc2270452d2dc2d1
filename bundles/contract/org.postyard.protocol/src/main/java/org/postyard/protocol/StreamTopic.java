package org.postyard.protocol;

import java.util.Locale;
import java.util.Optional;

/** What a live stream can carry; the wire name is both the {@code event:} field and the word for the {@code topics} parameter. */
public enum StreamTopic {
    /** Each DeliveryEvent, with its sequence as the {@code id:} field: an {@link EventView}. */
    DELIVERY,
    /** Once a second: a list of {@link ServerView}. */
    SERVERS,
    /** Once a second: a list of {@link SourceView}. */
    SOURCES,
    /** Once a second: a list of {@link PoolView}. */
    POOLS,
    /** Once a second: the deepest queues, a list of {@link QueueView}. */
    QUEUES,
    /** Once a second: a {@link LedgerView}. */
    LEDGER,
    /** Once a second: a {@link HealthView}. */
    HEALTH;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StreamTopic> ofWireName(String name) {
        for (StreamTopic topic : values()) if (topic.wireName().equals(name)) return Optional.of(topic);
        return Optional.empty();
    }
}
