package org.postyard.engine.yard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.message.Content;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.spool.Arrival;
import org.postyard.api.spool.Committed;
import org.postyard.api.spool.RecipientState;
import org.postyard.api.spool.Recovered;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.HotMessage;
import org.postyard.engine.queue.MessageTrack;
import org.postyard.engine.queue.QueueKey;
import org.postyard.engine.queue.ScheduledQueue;

/** Takes messages into the yard: new ones once they are durable, and at start those that the spool has kept. */
final class Intake {
    private static final Content NO_CONTENT = Content.of(new byte[0]);
    private static final int[] ONLY_RECIPIENT = {0};

    private final YardState state;
    private final YardServices services;
    private final ContentRoom room;
    private final Dispatcher dispatcher;
    private final Loader loader;
    private final Waking waking;

    Intake(
            YardState state,
            YardServices services,
            ContentRoom room,
            Dispatcher dispatcher,
            Loader loader,
            Waking waking) {
        this.state = state;
        this.services = services;
        this.room = room;
        this.dispatcher = dispatcher;
        this.loader = loader;
        this.waking = waking;
    }

    /**
     * Makes a message durable and then hands it to the yard. Any thread.
     *
     * @param suppressed reasons by position, for recipients that are not to be sent to
     */
    CompletionStage<Committed> accept(Message message, Content content, List<Suppressed> suppressed) {
        List<Integer> finished = suppressed.stream().map(Suppressed::recipient).toList();
        Arrival arrival = new Arrival(message, content, events(message, suppressed), finished);
        return services.spool().accept(arrival).thenApply(committed -> {
            services.events().publish(committed.events());
            // What waits for the dispatcher must not hold content that nobody has counted.
            boolean hot = room.takeForArrival(message.sizeBytes());
            Content kept = hot ? content : NO_CONTENT;
            dispatcher.execute(() -> arrived(message, hot, kept, finished));
            return committed;
        });
    }

    /** A recipient that is not to be sent to. */
    record Suppressed(int recipient, String reason) {}

    private static List<DeliveryEvent> events(Message message, List<Suppressed> suppressed) {
        int recipients = message.envelope().recipients().size();
        List<DeliveryEvent> events = new ArrayList<>(recipients + suppressed.size());
        for (int recipient = 0; recipient < recipients; recipient++)
            events.add(event(message, EventKind.RECEIVED, recipient, ""));
        for (Suppressed entry : suppressed)
            events.add(event(message, EventKind.SUPPRESSED, entry.recipient(), entry.reason()));
        return events;
    }

    private static DeliveryEvent event(Message message, EventKind kind, int recipient, String reason) {
        return DeliveryEvent.of(message, kind, recipient, message.receivedAt(), AttemptTrace.NONE, reason);
    }

    /** @param hot whether the content may be kept in memory, for which room was taken */
    private void arrived(Message message, boolean hot, Content content, List<Integer> finished) {
        int recipients = message.envelope().recipients().size();
        MessageTrack track = track(message, recipients - finished.size());
        for (int i = 0; i < recipients; i++) track.account().count(EventKind.RECEIVED);
        for (int i = 0; i < finished.size(); i++) track.account().count(EventKind.SUPPRESSED);
        if (track.open() == 0) {
            if (hot) room.giveBack(message.sizeBytes());
            return;
        }
        if (hot) loader.heat(track, new HotMessage(message, content));
        long first = message.handling()
                .notBefore()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
        if (recipients == 1) enter(track, message, ONLY_RECIPIENT, 0, first, false);
        else
            byDomain(message, finished)
                    .values()
                    .forEach(group -> enter(
                            track,
                            message,
                            group.stream().mapToInt(Integer::intValue).toArray(),
                            0,
                            first,
                            false));
    }

    private MessageTrack track(Message message, int open) {
        state.arrived(message.id().value());
        MessageTrack track = new MessageTrack(
                message.id(),
                state.account(message.handling().messageClass()),
                message.handling().priority(),
                message.receivedAt().toEpochMilli(),
                state.retries().expiry(message.handling(), message.receivedAt()),
                message.sizeBytes(),
                open);
        if (open > 0) state.tracks().put(track);
        return track;
    }

    private static Map<String, List<Integer>> byDomain(Message message, List<Integer> without) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < message.envelope().recipients().size(); i++) {
            if (without.contains(i)) continue;
            groups.computeIfAbsent(message.envelope().recipients().get(i).domain(), domain -> new ArrayList<>())
                    .add(i);
        }
        return groups;
    }

    private Consignment enter(
            MessageTrack track,
            Message message,
            int[] recipients,
            int failedAttempts,
            long nextMillis,
            boolean delayReported) {
        Consignment consignment = new Consignment(track, recipients, failedAttempts, nextMillis, delayReported);
        String domain = message.envelope().recipients().get(recipients[0]).domain();
        Handling handling = message.handling();
        String pool = poolFor(state.fleet(), handling, message.envelope().sender(), domain);
        ScheduledQueue queue = state.queue(new QueueKey(handling.tenant(), handling.campaign(), domain, pool));
        queue.add(consignment);
        if (nextMillis > services.clock().millis()) waking.waitForTime(consignment);
        else waking.due(consignment);
        return consignment;
    }

    /** The pool that carries a message for a domain: the one it names, else the first route that matches; empty text if there is neither. */
    static String poolFor(Fleet fleet, Handling handling, String sender, String domain) {
        if (handling.pool().isPresent()) return handling.pool().get();
        String senderDomain = sender.substring(sender.lastIndexOf('@') + 1).toLowerCase(java.util.Locale.ROOT);
        for (org.postyard.api.fleet.Route route : fleet.routes())
            if (route.matches(handling, senderDomain, domain)) return route.pool();
        return "";
    }

    /** A message that the spool has kept: its recipients take up where they were. Gives the consignments whose last attempt was interrupted. */
    List<Consignment> recovered(Recovered recovered) {
        Message message = recovered.message();
        Map<Integer, RecipientState> states = new HashMap<>();
        recovered.states().forEach(known -> states.put(known.index(), known));
        List<Integer> finished = recovered.states().stream()
                .filter(RecipientState::finished)
                .map(RecipientState::index)
                .toList();
        int open = message.envelope().recipients().size() - finished.size();
        MessageTrack track = track(message, open);
        List<Consignment> entered = new ArrayList<>(1);
        byDomain(message, finished).values().forEach(domain -> byFate(domain, states, message)
                .forEach((fate, group) -> entered.add(enter(
                        track,
                        message,
                        group.stream().mapToInt(Integer::intValue).toArray(),
                        fate.failedAttempts(),
                        fate.nextMillis(),
                        fate.delayReported()))));
        return recovered.interrupted() ? entered : List.of();
    }

    private record Fate(int failedAttempts, long nextMillis, boolean delayReported) {}

    private static Map<Fate, List<Integer>> byFate(
            List<Integer> recipients, Map<Integer, RecipientState> states, Message message) {
        long first = message.handling()
                .notBefore()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
        Map<Fate, List<Integer>> groups = new LinkedHashMap<>();
        for (int recipient : recipients) {
            RecipientState known = states.get(recipient);
            Fate fate = known == null
                    ? new Fate(0, first, false)
                    : new Fate(known.failedAttempts(), known.nextAttempt().toEpochMilli(), known.delayReported());
            groups.computeIfAbsent(fate, key -> new ArrayList<>()).add(recipient);
        }
        return groups;
    }
}
