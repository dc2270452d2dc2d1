package org.postyard.api.spool;

/** Recipients of one message class, since the spool was made: accepted, and ended in each way. */
public record Counts(
        long accepted, long delivered, long relayed, long bounced, long expired, long suppressed, long cancelled) {
    public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0, 0);

    /** Recipients that are final. */
    public long ended() {
        return delivered + relayed + bounced + expired + suppressed + cancelled;
    }
}
