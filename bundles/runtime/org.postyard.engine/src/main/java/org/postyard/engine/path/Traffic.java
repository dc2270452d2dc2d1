package org.postyard.engine.path;

/** Attempts and their outcomes in recipients: since the start, and over a sliding minute. Dispatcher thread only. */
public final class Traffic {
    private static final int SECONDS = 60;
    private static final int RATE_SECONDS = 10;
    private static final int ATTEMPTS = 0;
    private static final int DELIVERED = 1;
    private static final int DEFERRED = 2;
    private static final int BOUNCED = 3;
    private static final int TRANSACTIONS = 4;
    private static final int MILLIS = 5;
    private static final int KINDS = 6;

    private final long[][] buckets = new long[KINDS][SECONDS];
    private final long[] totals = new long[KINDS];
    private long second;

    public void delivered(long nowMillis, int recipients) {
        add(nowMillis, ATTEMPTS, recipients);
        add(nowMillis, DELIVERED, recipients);
    }

    public void deferred(long nowMillis, int recipients) {
        add(nowMillis, ATTEMPTS, recipients);
        add(nowMillis, DEFERRED, recipients);
    }

    public void bounced(long nowMillis, int recipients) {
        add(nowMillis, ATTEMPTS, recipients);
        add(nowMillis, BOUNCED, recipients);
    }

    public void transaction(long nowMillis, long durationMillis) {
        add(nowMillis, TRANSACTIONS, 1);
        add(nowMillis, MILLIS, durationMillis);
    }

    private void add(long nowMillis, int kind, long amount) {
        advance(nowMillis);
        buckets[kind][(int) (second % SECONDS)] += amount;
        totals[kind] += amount;
    }

    private void advance(long nowMillis) {
        long now = nowMillis / 1000;
        if (now <= second) return;
        for (long next = Math.max(second + 1, now - SECONDS + 1); next <= now; next++) {
            for (long[] kind : buckets) kind[(int) (next % SECONDS)] = 0;
        }
        second = now;
    }

    /** The figures as of now. */
    public Figures figures(long nowMillis) {
        advance(nowMillis);
        long attempts = sum(ATTEMPTS, SECONDS);
        long transactions = sum(TRANSACTIONS, SECONDS);
        return new Figures(
                sum(DELIVERED, RATE_SECONDS) / (double) RATE_SECONDS,
                share(sum(DELIVERED, SECONDS), attempts),
                share(sum(DEFERRED, SECONDS), attempts),
                share(sum(BOUNCED, SECONDS), attempts),
                share(sum(MILLIS, SECONDS), transactions),
                totals[ATTEMPTS],
                totals[DELIVERED],
                totals[DEFERRED],
                totals[BOUNCED]);
    }

    /** The last full seconds, without the one that is not over. */
    private long sum(int kind, int seconds) {
        long sum = 0;
        for (int ago = 1; ago < seconds + 1 && ago < SECONDS; ago++) {
            if (second - ago >= 0) sum += buckets[kind][(int) ((second - ago) % SECONDS)];
        }
        return seconds == SECONDS ? sum + buckets[kind][(int) (second % SECONDS)] : sum;
    }

    private static double share(double part, long whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    /** See {@link org.postyard.api.operation.ServerStatus} for the meanings. */
    public record Figures(
            double perSecond,
            double deliveryShare,
            double deferralShare,
            double bounceShare,
            double latencyMillis,
            long attempts,
            long delivered,
            long deferred,
            long bounced) {}
}
