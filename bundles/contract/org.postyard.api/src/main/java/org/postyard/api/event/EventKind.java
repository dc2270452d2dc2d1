package org.postyard.api.event;

/** What a DeliveryEvent tells. */
public enum EventKind {
    RECEIVED,
    DELIVERED,
    RELAYED,
    DEFERRED,
    BOUNCED,
    EXPIRED,
    SUPPRESSED,
    CANCELLED,
    BOUNCED_LATER,
    COMPLAINED;

    /** Whether the recipient is final with this event, so that nothing of it is queued any more. */
    public boolean endsQueueing() {
        return switch (this) {
            case DELIVERED, RELAYED, BOUNCED, EXPIRED, SUPPRESSED, CANCELLED -> true;
            case RECEIVED, DEFERRED, BOUNCED_LATER, COMPLAINED -> false;
        };
    }
}
