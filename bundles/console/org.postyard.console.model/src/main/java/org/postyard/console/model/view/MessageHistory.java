package org.postyard.console.model.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.postyard.protocol.AttemptView;
import org.postyard.protocol.EventView;
import org.postyard.protocol.MessageView;
import org.postyard.protocol.RecipientView;

/**
 * Everything that is known of one message, ready to be shown.
 *
 * @param facts name and value, in order
 * @param steps oldest first
 */
public record MessageHistory(
        String id, Severity severity, String summary, List<Fact> facts, List<Recipient> recipients, List<Step> steps) {
    /** One fact of a message. */
    public record Fact(String name, String value) {}

    /** Where a recipient stands. */
    public record Recipient(
            Severity severity,
            String address,
            String state,
            int failedAttempts,
            Optional<Instant> next,
            String reason) {}

    /**
     * One event in its life.
     *
     * @param attempt number of the attempt; 0 if it was none
     * @param route source, server and peer of an attempt
     * @param reply the peer's reply with its codes, or why we decided so
     * @param millis duration of the attempt; NaN if it was none
     */
    public record Step(
            Severity severity,
            Instant time,
            String kind,
            String recipient,
            int attempt,
            String route,
            String reply,
            String bounceClass,
            double millis) {}

    public static MessageHistory of(MessageView message, Figures figures) {
        List<Recipient> recipients =
                message.recipients().stream().map(MessageHistory::recipient).toList();
        List<Step> steps = message.history().stream()
                .sorted(Comparator.comparingLong(EventView::sequence))
                .map(MessageHistory::step)
                .toList();
        Severity severity = recipients.stream().map(Recipient::severity).reduce(Severity.OK, Severity::worse);
        return new MessageHistory(message.id(), severity, summary(message), facts(message, figures), recipients, steps);
    }

    private static String summary(MessageView message) {
        long open = message.recipients().stream()
                .filter(recipient -> !ended(recipient.state()))
                .count();
        int all = message.recipients().size();
        if (open == 0) return all == 1 ? "Its one recipient is settled." : "All " + all + " recipients are settled.";
        return open + " of " + all + (all == 1 ? " recipient is" : " recipients are") + " still to be served.";
    }

    private static List<Fact> facts(MessageView message, Figures figures) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Message", message.id()));
        facts.add(
                new Fact("Received", message.receivedAt().map(figures::dateTime).orElse(Figures.UNKNOWN)));
        facts.add(new Fact("Sender", message.sender().isEmpty() ? "<> (nobody)" : message.sender()));
        facts.add(new Fact("Size", figures.bytes(message.sizeBytes())));
        facts.add(new Fact("Tenant", message.tenant()));
        if (!message.campaign().isEmpty()) facts.add(new Fact("Campaign", message.campaign()));
        facts.add(new Fact("Class", message.messageClass()));
        if (!message.priority().isEmpty()) facts.add(new Fact("Priority", message.priority()));
        message.pool().ifPresent(pool -> facts.add(new Fact("Pool", pool)));
        facts.add(new Fact("In spool", message.inSpool() ? "yes" : "no, all recipients are settled"));
        return List.copyOf(facts);
    }

    private static Recipient recipient(RecipientView recipient) {
        return new Recipient(
                severityOf(recipient),
                recipient.address(),
                recipient.state().replace('_', ' '),
                recipient.failedAttempts(),
                recipient.nextAttempt(),
                recipient.reason());
    }

    private static Severity severityOf(RecipientView recipient) {
        return switch (recipient.state()) {
            case "delivered", "relayed", "due", "ready", "in flight", "received" -> Severity.OK;
            case "bounced", "expired" -> Severity.CRITICAL;
            case "bounced_later", "complained" -> Severity.WARNING;
            case "waiting" -> recipient.failedAttempts() > 0 ? Severity.WARNING : Severity.OK;
            default -> Severity.NOTICE;
        };
    }

    private static boolean ended(String state) {
        return switch (state) {
            case "waiting", "due", "held", "ready", "in flight", "received", "deferred" -> false;
            default -> true;
        };
    }

    private static Step step(EventView event) {
        EventRow row = EventRow.of(event, event.sequence());
        Optional<AttemptView> attempt = event.attempt();
        return new Step(
                row.severity(),
                event.time(),
                row.kindText() + (attempt.map(AttemptView::unconfirmed).orElse(false) ? ", unconfirmed" : ""),
                event.recipient(),
                attempt.map(AttemptView::number).orElse(0),
                attempt.map(MessageHistory::route).orElse(event.client().isEmpty() ? "" : "from " + event.client()),
                reply(row, event),
                attempt.map(AttemptView::bounceClass)
                        .filter(word -> !word.equals("none"))
                        .orElse("")
                        .replace('_', ' '),
                attempt.map(some -> (double) some.millis()).orElse(Double.NaN));
    }

    private static String reply(EventRow row, EventView event) {
        boolean repeated = row.reply().isEmpty() || event.reason().startsWith(row.reply());
        return repeated ? event.reason() : row.reply() + " " + event.reason();
    }

    private static String route(AttemptView attempt) {
        String from =
                attempt.server().equals(attempt.source()) || attempt.server().isEmpty()
                        ? attempt.source()
                        : attempt.source() + " on " + attempt.server();
        return attempt.peer().isEmpty() ? from : from + " to " + attempt.peer();
    }
}
