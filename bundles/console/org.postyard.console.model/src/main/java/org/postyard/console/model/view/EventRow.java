package org.postyard.console.model.view;

import java.time.Instant;
import java.util.Optional;
import org.postyard.console.model.snapshot.RecentEvents.Entry;
import org.postyard.protocol.AttemptView;
import org.postyard.protocol.EventView;

/**
 * One line among events: what happened, or that something is missing here.
 *
 * @param number unique in its list, rising
 * @param kind {@code delivered}, {@code deferred}, ...; {@code missing} for a gap
 * @param reply code and enhanced code of the peer's reply; empty if there is none
 * @param event empty for a gap
 */
public record EventRow(
        long number,
        Severity severity,
        String kind,
        Optional<Instant> time,
        String message,
        String recipient,
        String sender,
        String server,
        String source,
        String provider,
        String reply,
        String text,
        Optional<EventView> event) {
    public static EventRow of(Entry entry, long number) {
        if (entry instanceof Entry.Happened happened) return of(happened.event(), number);
        Entry.Gap gap = (Entry.Gap) entry;
        return new EventRow(
                number,
                Severity.WARNING,
                "missing",
                Optional.empty(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                gap.reason(),
                Optional.empty());
    }

    public static EventRow of(EventView event, long number) {
        Optional<AttemptView> attempt = event.attempt();
        return new EventRow(
                number,
                severityOf(event),
                event.kind(),
                Optional.of(event.time()),
                event.message(),
                event.recipient(),
                event.sender(),
                attempt.map(AttemptView::server).orElse(""),
                attempt.map(AttemptView::source).orElse(""),
                attempt.map(AttemptView::provider).orElse(""),
                attempt.map(EventRow::replyOf).orElse(""),
                event.reason(),
                Optional.of(event));
    }

    /** Words for a kind: {@code bounced_later} is {@code bounced later}. */
    public String kindText() {
        return kind.replace('_', ' ');
    }

    static String replyOf(AttemptView attempt) {
        String code = attempt.replyCode() == 0 ? "" : Integer.toString(attempt.replyCode());
        return (code + " " + attempt.enhancedCode()).strip();
    }

    private static Severity severityOf(EventView event) {
        if (event.attempt().map(AttemptView::unconfirmed).orElse(false)) return Severity.WARNING;
        return switch (event.kind()) {
            case "received", "delivered", "relayed" -> Severity.OK;
            case "deferred", "complained", "bounced_later" -> Severity.WARNING;
            case "bounced", "expired" -> Severity.CRITICAL;
            default -> Severity.NOTICE;
        };
    }
}
