package org.postyard.testkit.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.postyard.api.access.ApiKeys;
import org.postyard.api.access.Role;

/** API keys that live as long as this object, kept by their tokens: for tests only; thread-safe. */
public final class InMemoryApiKeys implements ApiKeys {
    private final Clock clock;
    private final ConcurrentHashMap<String, ApiKey> byToken = new ConcurrentHashMap<>();

    public InMemoryApiKeys() {
        this(Clock.systemUTC());
    }

    public InMemoryApiKeys(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Created create(String name, Role role, Optional<Instant> expires, String author) {
        ApiKey key = new ApiKey(UUID.randomUUID().toString(), name, role, clock.instant(), author, expires);
        String token = UUID.randomUUID().toString() + UUID.randomUUID();
        byToken.put(token, key);
        return new Created(key, token);
    }

    @Override
    public Optional<ApiKey> verify(String token) {
        return Optional.ofNullable(byToken.get(token)).filter(key -> key.expires()
                .map(expiry -> clock.instant().isBefore(expiry))
                .orElse(true));
    }

    @Override
    public List<ApiKey> list() {
        return byToken.values().stream()
                .sorted(Comparator.comparing(ApiKey::created).thenComparing(ApiKey::id))
                .toList();
    }

    @Override
    public boolean remove(String id) {
        return byToken.values().removeIf(key -> key.id().equals(id));
    }
}
