package org.postyard.shell.message;

import java.util.Locale;
import java.util.Optional;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.JournalQuery;

/** Whether an event that has just happened is what a query asks the journal for. */
final class EventMatch {
    private EventMatch() {}

    static boolean of(DeliveryEvent event, JournalQuery query) {
        return (query.kinds().isEmpty() || query.kinds().contains(event.kind()))
                && equal(query.message(), event.message())
                && address(query.recipient(), event.recipient())
                && address(query.sender(), event.sender())
                && equal(query.tenant(), event.tenant())
                && equal(query.campaign(), event.campaign())
                && equal(query.source(), event.attempt().source())
                && equal(query.server(), event.attempt().server())
                && equal(query.provider(), event.attempt().provider())
                && (!query.unconfirmedOnly() || event.attempt().unconfirmed());
    }

    private static <T> boolean equal(Optional<T> wanted, T actual) {
        return wanted.map(actual::equals).orElse(true);
    }

    /** Without regard to case; {@code @domain} stands for every address of a domain. */
    private static boolean address(Optional<String> wanted, String actual) {
        if (wanted.isEmpty()) return true;
        String folded = actual.toLowerCase(Locale.ROOT);
        String address = wanted.get().toLowerCase(Locale.ROOT);
        return address.startsWith("@") ? folded.endsWith(address) : folded.equals(address);
    }
}
