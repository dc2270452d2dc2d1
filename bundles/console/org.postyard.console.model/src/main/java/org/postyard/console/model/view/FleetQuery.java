package org.postyard.console.model.view;

import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/**
 * What of the fleet is to be seen, and in which order.
 *
 * @param text lines that have it in their name, state, reason or detail, with the lines above them; all if empty
 * @param least lines that are at least so bad, with the lines above them
 * @param expanded keys of the lines whose children are shown; while a text or a least severity is given, all are
 */
public record FleetQuery(String text, Severity least, Column order, boolean descending, Set<String> expanded) {
    public static final FleetQuery ALL = new FleetQuery("", Severity.UNKNOWN, Column.NAME, false, Set.of());

    /** What lines can be ordered by. */
    public enum Column {
        NAME(Comparator.comparing(FleetRow::id, new NaturalOrder())),
        SEVERITY(Comparator.comparing(FleetRow::severity)),
        STATE(Comparator.comparing(FleetRow::state)),
        PER_SECOND(Comparator.comparingDouble(FleetRow::perSecond)),
        CONNECTIONS(Comparator.comparingLong(FleetRow::connections)),
        IN_FLIGHT(Comparator.comparingLong(FleetRow::inFlight)),
        READY(Comparator.comparingLong(FleetRow::ready)),
        DELIVERY_SHARE(Comparator.comparingDouble(row -> row.deliveryShare().orElse(-1.0))),
        DEFERRAL_SHARE(Comparator.comparingDouble(row -> row.deferralShare().orElse(-1.0))),
        BOUNCE_SHARE(Comparator.comparingDouble(row -> row.bounceShare().orElse(-1.0))),
        LATENCY(Comparator.comparingDouble(row -> row.latencyMillis().orElse(-1.0)));

        private final Comparator<FleetRow> comparator;

        Column(Comparator<FleetRow> comparator) {
            this.comparator = comparator;
        }
    }

    public FleetQuery {
        text = text.strip().toLowerCase(Locale.ROOT);
        expanded = Set.copyOf(expanded);
    }

    boolean filters() {
        return !text.isEmpty() || least != Severity.UNKNOWN;
    }

    boolean matches(FleetRow row) {
        if (row.severity().compareTo(least) < 0) return false;
        return text.isEmpty()
                || contains(row.label())
                || contains(row.state())
                || contains(row.reason())
                || contains(row.detail());
    }

    private boolean contains(String value) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }

    Comparator<FleetRow> comparator() {
        Comparator<FleetRow> wanted = descending ? order.comparator.reversed() : order.comparator;
        return order == Column.NAME ? wanted : wanted.thenComparing(Column.NAME.comparator);
    }
}
