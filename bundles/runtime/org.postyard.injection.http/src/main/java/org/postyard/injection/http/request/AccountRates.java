package org.postyard.injection.http.request;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** Messages per second for each account, as token buckets. Its only state is one concurrent map. */
public final class AccountRates {
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private final int messagesPerSecond;
    private final int burstMessages;

    /** @param messagesPerSecond 0 means no limit */
    public AccountRates(LongSupplier nanoTime, int messagesPerSecond, int burstMessages) {
        this.nanoTime = nanoTime;
        this.messagesPerSecond = messagesPerSecond;
        this.burstMessages = Math.max(1, burstMessages);
    }

    /** Takes so many messages from an account's share; says how long to wait if there are not so many. A batch larger than a burst passes when the share is full. */
    public Optional<Duration> take(String account, int messages) {
        if (messagesPerSecond == 0) return Optional.empty();
        long now = nanoTime.getAsLong();
        Bucket after = buckets.compute(account, (name, before) -> {
            double filled = before == null
                    ? burstMessages
                    : Math.min(burstMessages, before.tokens() + (now - before.nanos()) * messagesPerSecond / 1e9);
            boolean enough = filled >= Math.min(messages, burstMessages);
            return new Bucket(enough ? filled - messages : filled, now, enough);
        });
        if (after.taken()) return Optional.empty();
        double missing = Math.min(messages, burstMessages) - after.tokens();
        return Optional.of(Duration.ofMillis((long) Math.ceil(missing * 1_000 / messagesPerSecond)));
    }

    private record Bucket(double tokens, long nanos, boolean taken) {}
}
