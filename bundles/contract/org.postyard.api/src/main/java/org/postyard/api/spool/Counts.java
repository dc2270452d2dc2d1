package org.postyard.api.spool;

import org.postyard.api.event.EventKind;

/** Recipients of one message class, since the spool was made: accepted, and ended in each way. */
public record Counts(
        long accepted, long delivered, long relayed, long bounced, long expired, long suppressed, long cancelled) {
    public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0, 0);

    /** Recipients that are final. */
    public long ended() {
        return delivered + relayed + bounced + expired + suppressed + cancelled;
    }

    /** These counts after one more event of this kind. */
    public Counts plus(EventKind kind) {
        return switch (kind) {
            case RECEIVED -> new Counts(accepted + 1, delivered, relayed, bounced, expired, suppressed, cancelled);
            case DELIVERED -> new Counts(accepted, delivered + 1, relayed, bounced, expired, suppressed, cancelled);
            case RELAYED -> new Counts(accepted, delivered, relayed + 1, bounced, expired, suppressed, cancelled);
            case BOUNCED -> new Counts(accepted, delivered, relayed, bounced + 1, expired, suppressed, cancelled);
            case EXPIRED -> new Counts(accepted, delivered, relayed, bounced, expired + 1, suppressed, cancelled);
            case SUPPRESSED -> new Counts(accepted, delivered, relayed, bounced, expired, suppressed + 1, cancelled);
            case CANCELLED -> new Counts(accepted, delivered, relayed, bounced, expired, suppressed, cancelled + 1);
            case DEFERRED, BOUNCED_LATER, COMPLAINED -> this;
        };
    }
}
