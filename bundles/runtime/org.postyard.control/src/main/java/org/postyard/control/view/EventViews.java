package org.postyard.control.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.message.MessageId;
import org.postyard.api.operation.MessageStatus;
import org.postyard.protocol.AttemptView;
import org.postyard.protocol.EventView;
import org.postyard.protocol.MessageSummary;
import org.postyard.protocol.MessageView;
import org.postyard.protocol.RecipientView;

/** Wire records of events and of the messages whose life they tell. */
public final class EventViews {
    private EventViews() {}

    public static EventView of(DeliveryEvent event) {
        return view(event, event.sender(), event.recipient(), event.reason());
    }

    /** For those who may not read addresses. */
    public static EventView masked(DeliveryEvent event) {
        return view(
                event,
                AddressMask.hide(event.sender()),
                AddressMask.hide(event.recipient()),
                AddressMask.hide(event.reason()));
    }

    private static EventView view(DeliveryEvent event, String sender, String recipient, String reason) {
        return new EventView(
                event.sequence(),
                YardViews.word(event.kind()),
                event.time(),
                event.message().text(),
                event.recipientIndex(),
                sender,
                recipient,
                event.tenant(),
                event.campaign(),
                event.messageClass().name(),
                event.receivedAt(),
                event.sizeBytes(),
                event.client(),
                of(event.attempt()),
                reason);
    }

    private static Optional<AttemptView> of(AttemptTrace attempt) {
        if (attempt.number() == 0) return Optional.empty();
        return Optional.of(new AttemptView(
                attempt.number(),
                attempt.pool(),
                attempt.source(),
                attempt.server(),
                attempt.site(),
                attempt.provider(),
                attempt.peer(),
                attempt.replyCode(),
                attempt.enhancedCode(),
                YardViews.word(attempt.bounceClass()),
                attempt.millis(),
                attempt.unconfirmed()));
    }

    /** One summary for each message of RECEIVED events, in their order. */
    public static List<MessageSummary> summaries(List<DeliveryEvent> received) {
        Map<MessageId, List<DeliveryEvent>> byMessage = new LinkedHashMap<>();
        for (DeliveryEvent event : received)
            byMessage.computeIfAbsent(event.message(), id -> new ArrayList<>()).add(event);
        return byMessage.values().stream().map(EventViews::summary).toList();
    }

    private static MessageSummary summary(List<DeliveryEvent> received) {
        DeliveryEvent first = received.get(0);
        return new MessageSummary(
                first.message().text(),
                first.receivedAt(),
                first.sender(),
                received.stream().map(DeliveryEvent::recipient).toList(),
                first.tenant(),
                first.campaign(),
                first.messageClass().name(),
                first.sizeBytes());
    }

    /** A message that is still in the spool, with its history so far. */
    public static MessageView of(MessageStatus status, List<DeliveryEvent> history) {
        return new MessageView(
                status.message().id().text(),
                true,
                Optional.of(status.message().receivedAt()),
                status.message().envelope().sender(),
                status.message().handling().tenant(),
                status.message().handling().campaign(),
                status.message().handling().messageClass().name(),
                YardViews.word(status.message().handling().priority()),
                status.message().handling().pool(),
                status.message().sizeBytes(),
                status.recipients().stream().map(EventViews::of).toList(),
                history.stream().map(EventViews::of).toList());
    }

    private static RecipientView of(MessageStatus.RecipientStatus recipient) {
        return new RecipientView(
                recipient.index(),
                recipient.address(),
                recipient.state(),
                recipient.failedAttempts(),
                Optional.of(recipient.nextAttempt()),
                recipient.reason());
    }

    /** A message that has left the spool, as its history tells. */
    public static MessageView of(MessageId id, List<DeliveryEvent> history) {
        DeliveryEvent first = history.get(0);
        return new MessageView(
                id.text(),
                false,
                Optional.of(first.receivedAt()),
                first.sender(),
                first.tenant(),
                first.campaign(),
                first.messageClass().name(),
                "",
                Optional.empty(),
                first.sizeBytes(),
                ended(history),
                history.stream().map(EventViews::of).toList());
    }

    private static List<RecipientView> ended(List<DeliveryEvent> history) {
        Map<Integer, RecipientView> recipients = new TreeMap<>();
        for (DeliveryEvent event : history) {
            if (!event.kind().endsQueueing() && recipients.containsKey(event.recipientIndex())) continue;
            int failed = Math.max(0, event.attempt().number() - 1);
            recipients.put(
                    event.recipientIndex(),
                    new RecipientView(
                            event.recipientIndex(),
                            event.recipient(),
                            YardViews.word(event.kind()),
                            failed,
                            Optional.empty(),
                            event.reason()));
        }
        return List.copyOf(recipients.values());
    }
}
