package org.postyard.control.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stops guessing: after too many failures a client is locked out from an account, and after five times as many from all of
 * them, until it has been quiet for a while. Other clients are not touched, so that nobody can lock out an administrator
 * from afar. Bounded; one lock.
 */
public final class Lockout {
    private static final int MOST_ENTRIES = 10_000;
    private static final int FACTOR_OVER_ALL_ACCOUNTS = 5;

    private final Map<String, Failures> byAccount = boundedMap();
    private final Map<String, Failures> byClient = boundedMap();
    private final Clock clock;
    private final int failuresAllowed;
    private final Duration quietTime;

    public Lockout(Clock clock, int failuresAllowed, Duration quietTime) {
        this.clock = clock;
        this.failuresAllowed = failuresAllowed;
        this.quietTime = quietTime;
    }

    /** How long this client must still wait before it may try this account; empty if it may try now. */
    public synchronized Optional<Duration> remaining(String client, String account) {
        Instant now = clock.instant();
        return remaining(byAccount.get(key(client, account)), failuresAllowed, now)
                .or(() -> remaining(byClient.get(client), failuresAllowed * FACTOR_OVER_ALL_ACCOUNTS, now));
    }

    public synchronized void failed(String client, String account) {
        Instant now = clock.instant();
        byAccount.merge(key(client, account), new Failures(1, now), this::more);
        byClient.merge(client, new Failures(1, now), this::more);
    }

    public synchronized void succeeded(String client, String account) {
        byAccount.remove(key(client, account));
    }

    private Failures more(Failures before, Failures now) {
        boolean quiet = before.last().plus(quietTime).isBefore(now.last());
        return quiet ? now : new Failures(before.count() + 1, now.last());
    }

    private Optional<Duration> remaining(@Nullable Failures failures, int allowed, Instant now) {
        if (failures == null || failures.count() < allowed) return Optional.empty();
        Duration left = Duration.between(now, failures.last().plus(quietTime));
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
    }

    private static String key(String client, String account) {
        return client + '\n' + account;
    }

    private static Map<String, Failures> boundedMap() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                return size() > MOST_ENTRIES;
            }
        };
    }

    private record Failures(int count, Instant last) {}
}
