package org.postyard.engine.path;

/** A token bucket: so many transactions per second, with a burst of one second. Dispatcher thread only. */
public final class RateBucket {
    private double perSecond;
    private double tokens;
    private long lastNanos;

    /** @param perSecond 0 means no limit */
    public RateBucket(double perSecond, long nowNanos) {
        this.perSecond = perSecond;
        this.tokens = Math.max(1, perSecond);
        this.lastNanos = nowNanos;
    }

    /** Changes the rate; what was saved up stays, up to the new burst. */
    public void rate(double newPerSecond, long nowNanos) {
        refill(nowNanos);
        perSecond = newPerSecond;
        tokens = Math.min(tokens, burst());
    }

    /** Nanoseconds until a transaction may start; 0 if it may now. */
    public long waitNanos(long nowNanos) {
        if (perSecond == 0) return 0;
        refill(nowNanos);
        return tokens >= 1 ? 0 : Math.max(1, (long) ((1 - tokens) / perSecond * 1e9));
    }

    public void take() {
        if (perSecond > 0) tokens--;
    }

    private void refill(long nowNanos) {
        tokens = Math.min(burst(), tokens + (nowNanos - lastNanos) / 1e9 * perSecond);
        lastNanos = nowNanos;
    }

    private double burst() {
        return Math.max(1, perSecond);
    }
}
