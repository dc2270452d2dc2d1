package org.postyard.testkit.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postyard.api.injection.IdempotencyKeys;

/** Idempotency keys that live as long as this object; thread-safe. */
public final class InMemoryIdempotencyKeys implements IdempotencyKeys {
    private final Clock clock;
    private final Map<OwnedKey, Entry> entries = new HashMap<>();

    public InMemoryIdempotencyKeys() {
        this(Clock.systemUTC());
    }

    public InMemoryIdempotencyKeys(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Claim claim(String owner, String key, String requestDigest) {
        Instant now = clock.instant();
        OwnedKey owned = new OwnedKey(owner, key);
        Entry known = entries.get(owned);
        if (known == null || known.endsBy(now)) {
            entries.put(owned, new Entry(requestDigest, now, Optional.empty()));
            return new Claim.Claimed();
        }
        if (!known.requestDigest.equals(requestDigest)) return new Claim.Misused();
        return known.answer.<Claim>map(Claim.Answered::new).orElseGet(Claim.InProgress::new);
    }

    @Override
    public synchronized void complete(String owner, String key, Answer answer) {
        entries.computeIfPresent(
                new OwnedKey(owner, key),
                (owned, entry) -> new Entry(entry.requestDigest, clock.instant(), Optional.of(answer)));
    }

    @Override
    public synchronized void abandon(String owner, String key) {
        entries.computeIfPresent(new OwnedKey(owner, key), (owned, entry) -> entry.answer.isEmpty() ? null : entry);
    }

    private record OwnedKey(String owner, String key) {}

    private record Entry(String requestDigest, Instant since, Optional<Answer> answer) {
        boolean endsBy(Instant now) {
            Duration life = answer.isPresent() ? ANSWER_LIFE : CLAIM_LIFE;
            return !since.plus(life).isAfter(now);
        }
    }
}
