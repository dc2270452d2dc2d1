package org.postyard.testkit.spool;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.Content;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageIds;
import org.postyard.api.spool.Arrival;
import org.postyard.api.spool.RecipientState;
import org.postyard.api.spool.Settlement;

/** Maker of messages, arrivals and settlements for tests; each message has an id of its own. Thread-safe. */
public final class Messages {
    public static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");
    public static final String SENDER = "sender@example.org";

    private final Clock clock;
    private final MessageIds ids;

    /** Messages of a clock that stands still at {@link #START}. */
    public Messages() {
        this(Clock.fixed(START, ZoneOffset.UTC));
    }

    public Messages(Clock clock) {
        this.clock = clock;
        this.ids = new MessageIds(clock, 0);
    }

    /** A small content. */
    public static Content smallContent() {
        return Content.of("From: " + SENDER + "\r\nSubject: Hello\r\n\r\nHello.\r\n");
    }

    /** A message with {@link #smallContent} for these recipients. */
    public Message message(String... recipients) {
        return message(Handling.DEFAULT, smallContent(), recipients);
    }

    public Message message(Handling handling, Content content, String... recipients) {
        return message(Envelope.of(SENDER, List.of(recipients)), handling, content);
    }

    public Message message(Envelope envelope, Handling handling, Content content) {
        return new Message(ids.next(), envelope, handling, clock.instant(), "192.0.2.1", content.sizeBytes());
    }

    /** A new message with {@link #smallContent} for these recipients, as it arrives. */
    public Arrival arrival(String... recipients) {
        return arrival(message(recipients), smallContent());
    }

    /** An arrival of which no recipient is final. */
    public Arrival arrival(Message message, Content content) {
        return new Arrival(message, content, received(message), List.of());
    }

    /** An arrival of which the recipients at these positions are suppressed from the start. */
    public Arrival arrivalWithSuppressed(Message message, Content content, List<Integer> suppressed) {
        List<DeliveryEvent> events = new ArrayList<>(received(message));
        suppressed.forEach(index -> events.add(event(message, index, EventKind.SUPPRESSED, "on the list")));
        return new Arrival(message, content, events, suppressed);
    }

    /** One recipient delivered. */
    public Settlement delivered(Message message, int recipientIndex, boolean last) {
        return finished(message, recipientIndex, EventKind.DELIVERED, last);
    }

    /** One recipient final in the way that the kind says. */
    public Settlement finished(Message message, int recipientIndex, EventKind kind, boolean last) {
        return new Settlement(
                message.id(),
                List.of(RecipientState.finished(recipientIndex)),
                List.of(event(message, recipientIndex, kind, kind + " in a test")),
                last);
    }

    /** One recipient deferred, for the first time. */
    public Settlement deferred(Message message, int recipientIndex, Instant nextAttempt, String reason) {
        return new Settlement(
                message.id(),
                List.of(new RecipientState(recipientIndex, false, 1, nextAttempt, reason, false)),
                List.of(event(message, recipientIndex, EventKind.DEFERRED, reason)),
                false);
    }

    /** An event without a sequence, as one gives it to a spool. */
    public DeliveryEvent event(Message message, int recipientIndex, EventKind kind, String reason) {
        return DeliveryEvent.of(message, kind, recipientIndex, clock.instant(), AttemptTrace.NONE, reason);
    }

    private List<DeliveryEvent> received(Message message) {
        List<DeliveryEvent> events = new ArrayList<>();
        for (int index = 0; index < message.envelope().recipients().size(); index++)
            events.add(event(message, index, EventKind.RECEIVED, ""));
        return events;
    }
}
