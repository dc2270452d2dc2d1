package org.postyard.testkit.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.postyard.api.suppression.Suppression;
import org.postyard.api.suppression.SuppressionList;

/** Suppressions that live as long as this object; thread-safe. */
public final class InMemorySuppressionList implements SuppressionList {
    private final Clock clock;
    private final TreeMap<Key, Suppression> entries = new TreeMap<>(
            Comparator.comparing(Key::address).thenComparing(Key::tenant).thenComparing(Key::reason));

    public InMemorySuppressionList() {
        this(Clock.systemUTC());
    }

    public InMemorySuppressionList(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Suppression> match(String address, String tenant) {
        String folded = address.toLowerCase(Locale.ROOT);
        String domain = folded.substring(Math.max(0, folded.lastIndexOf('@')));
        return inForce(folded, tenant)
                .or(() -> inForce(folded, ""))
                .or(() -> inForce(domain, tenant))
                .or(() -> inForce(domain, ""));
    }

    private Optional<Suppression> inForce(String address, String scope) {
        Instant now = clock.instant();
        for (Suppression.Reason reason : Suppression.Reason.values()) {
            Optional<Suppression> entry = Optional.ofNullable(entries.get(new Key(address, scope, reason)))
                    .filter(found -> found.expires().map(now::isBefore).orElse(true));
            if (entry.isPresent()) return entry;
        }
        return Optional.empty();
    }

    @Override
    public synchronized void add(Suppression given) {
        Suppression kept = new Suppression(
                given.address().toLowerCase(Locale.ROOT),
                given.reason(),
                given.tenant(),
                given.source(),
                given.since().truncatedTo(ChronoUnit.SECONDS),
                given.expires().map(expiry -> expiry.truncatedTo(ChronoUnit.SECONDS)));
        entries.put(new Key(kept.address(), kept.tenant().orElse(""), kept.reason()), kept);
    }

    @Override
    public synchronized int remove(String address, Optional<String> tenant) {
        int before = entries.size();
        String folded = address.toLowerCase(Locale.ROOT);
        entries.keySet().removeIf(key -> key.address.equals(folded) && key.tenant.equals(tenant.orElse("")));
        return before - entries.size();
    }

    @Override
    public synchronized List<Suppression> list(String afterAddress, int limit) {
        List<Suppression> page = new ArrayList<>();
        String last = "";
        for (Suppression entry : entries.values()) {
            if (entry.address().compareTo(afterAddress) <= 0) continue;
            if (page.size() >= limit && !entry.address().equals(last)) break;
            page.add(entry);
            last = entry.address();
        }
        return List.copyOf(page);
    }

    @Override
    public synchronized long size() {
        return entries.size();
    }

    private record Key(String address, String tenant, Suppression.Reason reason) {}
}
