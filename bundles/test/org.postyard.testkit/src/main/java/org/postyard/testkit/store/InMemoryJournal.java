package org.postyard.testkit.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.Journal;
import org.postyard.api.event.JournalQuery;
import org.postyard.api.event.JournalUnavailableException;

/** A journal that lives as long as this object and can be made to fail; thread-safe. */
public final class InMemoryJournal implements Journal {
    private final TreeMap<Long, DeliveryEvent> events = new TreeMap<>();
    private boolean available = true;
    private long lastSequence;

    /** From now on every call throws, until the next change of mind. */
    public synchronized void setAvailable(boolean nowAvailable) {
        available = nowAvailable;
    }

    @Override
    public synchronized void append(List<DeliveryEvent> batch) {
        requireAvailable();
        for (DeliveryEvent event : batch) {
            events.putIfAbsent(event.sequence(), event);
            lastSequence = Math.max(lastSequence, event.sequence());
        }
    }

    @Override
    public synchronized List<DeliveryEvent> find(JournalQuery query) {
        requireAvailable();
        Collection<DeliveryEvent> inOrder = query.newestFirst()
                ? events.tailMap(query.afterSequence(), false).descendingMap().values()
                : events.tailMap(query.afterSequence(), false).values();
        return inOrder.stream()
                .filter(event -> matches(event, query))
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized long lastSequence() {
        requireAvailable();
        return lastSequence;
    }

    @Override
    public synchronized long removeBefore(Instant time) {
        requireAvailable();
        long before = events.size();
        events.values().removeIf(event -> event.time().isBefore(time));
        return before - events.size();
    }

    private void requireAvailable() {
        if (!available)
            throw new JournalUnavailableException("the test has made this journal unavailable", new Throwable());
    }

    private static boolean matches(DeliveryEvent event, JournalQuery query) {
        return (query.kinds().isEmpty() || query.kinds().contains(event.kind()))
                && equal(query.message(), event.message())
                && address(query.recipient(), event.recipient())
                && address(query.sender(), event.sender())
                && equal(query.tenant(), event.tenant())
                && equal(query.campaign(), event.campaign())
                && equal(query.source(), event.attempt().source())
                && equal(query.server(), event.attempt().server())
                && equal(query.provider(), event.attempt().provider())
                && query.from().map(from -> !event.time().isBefore(from)).orElse(true)
                && query.until().map(event.time()::isBefore).orElse(true)
                && (!query.unconfirmedOnly() || event.attempt().unconfirmed());
    }

    private static <T> boolean equal(Optional<T> wanted, T actual) {
        return wanted.map(actual::equals).orElse(true);
    }

    /** Without regard to case; {@code @domain} stands for every address of a domain. */
    private static boolean address(Optional<String> wanted, String actual) {
        if (wanted.isEmpty()) return true;
        String folded = actual.toLowerCase(Locale.ROOT);
        String address = wanted.get().toLowerCase(Locale.ROOT);
        return address.startsWith("@") ? folded.endsWith(address) : folded.equals(address);
    }
}
