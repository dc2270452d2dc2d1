package org.postyard.console.model.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postyard.protocol.AttemptView;
import org.postyard.protocol.EventView;

/** What became of the attempts of the last minute, by provider and by destination site. One lock. */
public final class AttemptWindow {
    private static final int SECONDS = 60;
    /** Stands for all providers that have no profile. */
    public static final String OTHER = "other";

    private static final int MOST_GROUPS = 1_000;

    private final Bucket[] buckets = new Bucket[SECONDS];

    /** Attempts of the last minute. */
    public record Outcomes(long delivered, long deferred, long bounced) {
        public static final Outcomes NONE = new Outcomes(0, 0, 0);

        public long attempts() {
            return delivered + deferred + bounced;
        }

        /** Deferred and bounced, of all; 0 to 1, NaN if there were none. */
        public double errorShare() {
            return attempts() == 0 ? Double.NaN : (double) (deferred + bounced) / attempts();
        }

        Outcomes plus(Outcomes more) {
            return new Outcomes(delivered + more.delivered, deferred + more.deferred, bounced + more.bounced);
        }
    }

    private static final class Bucket {
        final long second;
        final Map<String, Outcomes> providers = new HashMap<>();
        final Map<String, Outcomes> sites = new HashMap<>();

        Bucket(long second) {
            this.second = second;
        }
    }

    public synchronized void add(List<EventView> events, Instant now) {
        Bucket bucket = bucketAt(now.getEpochSecond());
        for (EventView event : events) {
            Outcomes one = outcomeOf(event.kind());
            if (one.attempts() == 0 || event.attempt().isEmpty()) continue;
            AttemptView attempt = event.attempt().get();
            count(bucket.providers, attempt.provider().isEmpty() ? OTHER : attempt.provider(), one);
            count(bucket.sites, attempt.site(), one);
        }
    }

    public synchronized Map<String, Outcomes> byProvider(Instant now) {
        Map<String, Outcomes> sums = new HashMap<>();
        for (Bucket bucket : buckets)
            if (recent(bucket, now)) bucket.providers.forEach((name, part) -> sums.merge(name, part, Outcomes::plus));
        return Map.copyOf(sums);
    }

    public synchronized Map<String, Outcomes> bySite(Instant now) {
        Map<String, Outcomes> sums = new HashMap<>();
        for (Bucket bucket : buckets)
            if (recent(bucket, now)) bucket.sites.forEach((name, part) -> sums.merge(name, part, Outcomes::plus));
        return Map.copyOf(sums);
    }

    private static boolean recent(@org.jspecify.annotations.Nullable Bucket bucket, Instant now) {
        return bucket != null && bucket.second > now.getEpochSecond() - SECONDS;
    }

    private Bucket bucketAt(long second) {
        int place = (int) (second % SECONDS);
        Bucket bucket = buckets[place];
        if (bucket == null || bucket.second != second) {
            bucket = new Bucket(second);
            buckets[place] = bucket;
        }
        return bucket;
    }

    private static void count(Map<String, Outcomes> groups, String name, Outcomes one) {
        if (name.isEmpty() || (groups.size() >= MOST_GROUPS && !groups.containsKey(name))) return;
        groups.merge(name, one, Outcomes::plus);
    }

    private static Outcomes outcomeOf(String kind) {
        return switch (kind) {
            case "delivered", "relayed" -> new Outcomes(1, 0, 0);
            case "deferred" -> new Outcomes(0, 1, 0);
            case "bounced" -> new Outcomes(0, 0, 1);
            default -> Outcomes.NONE;
        };
    }
}
