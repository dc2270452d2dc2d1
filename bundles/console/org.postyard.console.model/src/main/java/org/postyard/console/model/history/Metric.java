package org.postyard.console.model.history;

/** A number that is kept over time. */
public enum Metric {
    PER_SECOND("Rate", Unit.PER_SECOND, "Recipients that ended per second"),
    IN_FLIGHT("In flight", Unit.COUNT, "Recipients that are being sent"),
    READY("Ready", Unit.COUNT, "Recipients in ready queues"),
    CONNECTIONS("Connections", Unit.COUNT, "Open connections"),
    DELIVERY_SHARE("Delivered", Unit.SHARE, "Delivered and relayed, of all attempts of the last minute"),
    DEFERRAL_SHARE("Deferred", Unit.SHARE, "Deferred, of all attempts of the last minute"),
    BOUNCE_SHARE("Bounced", Unit.SHARE, "Bounced, of all attempts of the last minute"),
    LATENCY("Latency", Unit.MILLISECONDS, "Mean duration of a transaction over the last minute"),
    ACCEPTED_PER_SECOND("Accepted", Unit.PER_SECOND, "Recipients accepted per second"),
    DELIVERED_PER_SECOND("Delivered", Unit.PER_SECOND, "Recipients delivered or relayed per second"),
    BOUNCED_PER_SECOND("Bounced", Unit.PER_SECOND, "Recipients bounced per second"),
    QUEUED("Queued", Unit.COUNT, "Recipients that are queued"),
    QUEUE_AGE("Queue age", Unit.SECONDS, "Age of the oldest message in the deepest queues");

    /** What a number counts. */
    public enum Unit {
        PER_SECOND,
        COUNT,
        SHARE,
        MILLISECONDS,
        SECONDS
    }

    private final String label;
    private final Unit unit;
    private final String meaning;

    Metric(String label, Unit unit, String meaning) {
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** A word or two for a column or legend. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /** What exactly it is, for a tool tip. */
    public String meaning() {
        return meaning;
    }
}
