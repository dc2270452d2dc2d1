package org.postyard.engine.yard;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageId;
import org.postyard.api.message.Recipient;
import org.postyard.api.operation.MessageStatus;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.QueuedMessage;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.MessageTrack;
import org.postyard.engine.queue.QueueKey;
import org.postyard.engine.queue.ScheduledQueue;

/** Looks into queues and at single messages: where they are from the dispatcher, what they are from the spool. */
final class Inspection {
    private record Place(int[] recipients, String state, int failedAttempts, Instant nextAttempt, String reason) {}

    private record Found(MessageId id, String queue, Place place) {}

    private final YardState state;
    private final YardServices services;
    private final Dispatcher dispatcher;
    private final StatusReport report;

    Inspection(YardState state, YardServices services, Dispatcher dispatcher, StatusReport report) {
        this.state = state;
        this.services = services;
        this.dispatcher = dispatcher;
        this.report = report;
    }

    CompletionStage<List<QueuedMessage>> inspect(QueueFilter filter, int limit) {
        return dispatcher.ask(() -> find(filter, limit)).thenApplyAsync(this::describe, services.work());
    }

    private List<Found> find(QueueFilter filter, int limit) {
        List<Found> found = new ArrayList<>();
        for (ScheduledQueue queue : state.queues()) {
            QueueKey key = queue.key();
            if (!filter.matches(key.tenant(), key.campaign(), key.domain(), key.pool())) continue;
            String name = key.tenant() + "/" + key.campaign() + "/" + key.domain();
            for (Consignment consignment : queue.oldest(limit - found.size()))
                found.add(new Found(consignment.track().id(), name, place(queue, consignment)));
        }
        return found;
    }

    private Place place(ScheduledQueue queue, Consignment consignment) {
        String word =
                switch (consignment.state()) {
                    case WAITING -> queue.held() ? "held" : "waiting";
                    case DUE -> queue.held() ? "held" : "due";
                    case LOADING, READY -> "ready";
                    case IN_FLIGHT, SETTLING -> "in flight";
                    case ENDED -> "ended";
                };
        return new Place(
                consignment.recipients(),
                word,
                consignment.failedAttempts(),
                // New mail is due from the moment when it came.
                Instant.ofEpochMilli(Math.max(
                        consignment.nextAttemptMillis(), consignment.track().receivedAtMillis())),
                report.reason(queue));
    }

    private List<QueuedMessage> describe(List<Found> found) {
        List<QueuedMessage> described = new ArrayList<>();
        for (Found entry : found)
            read(entry.id())
                    .ifPresent(message -> described.add(new QueuedMessage(
                            entry.id(),
                            entry.queue(),
                            message.envelope().sender(),
                            Arrays.stream(entry.place().recipients())
                                    .mapToObj(index -> message.envelope()
                                            .recipients()
                                            .get(index)
                                            .address())
                                    .toList(),
                            message.sizeBytes(),
                            message.receivedAt(),
                            entry.place().failedAttempts(),
                            entry.place().nextAttempt(),
                            entry.place().reason())));
        return described;
    }

    private Optional<Message> read(MessageId id) {
        try {
            return services.spool().message(id);
        } catch (IOException e) {
            throw new CompletionException("message " + id + " cannot be read from the spool", e);
        }
    }

    CompletionStage<Optional<MessageStatus>> message(MessageId id) {
        return CompletableFuture.supplyAsync(() -> read(id), services.work())
                .thenCompose(message -> message.isEmpty()
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : dispatcher.ask(() -> Optional.of(locate(message.get()))));
    }

    private MessageStatus locate(Message message) {
        Map<Integer, Place> places = new HashMap<>();
        List<Consignment> consignments = state.tracks()
                .find(message.id())
                .map(MessageTrack::consignments)
                .orElse(List.of());
        for (Consignment consignment : consignments) {
            Place place = place(consignment.queue(), consignment);
            for (int recipient : consignment.recipients()) places.put(recipient, place);
        }
        List<MessageStatus.RecipientStatus> recipients = new ArrayList<>();
        List<Recipient> all = message.envelope().recipients();
        for (int i = 0; i < all.size(); i++) {
            Place place = places.get(i);
            recipients.add(
                    place == null
                            ? new MessageStatus.RecipientStatus(i, all.get(i).address(), "ended", 0, Instant.EPOCH, "")
                            : new MessageStatus.RecipientStatus(
                                    i,
                                    all.get(i).address(),
                                    place.state(),
                                    place.failedAttempts(),
                                    place.nextAttempt(),
                                    place.reason()));
        }
        return new MessageStatus(message, recipients);
    }
}
