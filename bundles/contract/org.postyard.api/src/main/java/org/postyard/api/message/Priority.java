package org.postyard.api.message;

/** How urgently a message competes for a way out; each level has a fair share by weight, so that none starves. */
public enum Priority {
    CRITICAL(16),
    HIGH(8),
    NORMAL(4),
    LOW(1);

    private final int weight;

    Priority(int weight) {
        this.weight = weight;
    }

    /** Share of attempts, relative to the other levels that have work waiting for the same way out. */
    public int weight() {
        return weight;
    }

    /** What a message of this class gets if its client does not say. */
    public static Priority defaultOf(MessageClass messageClass) {
        return messageClass.equals(MessageClass.BULK) ? NORMAL : HIGH;
    }
}
