package org.postyard.spool.rocksdb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.spool.Arrival;
import org.postyard.api.spool.Committed;
import org.postyard.api.spool.Settlement;

/**
 * The write of which nobody knows whether it reached the disk, because the disk failed and the callers had to be told
 * something. When the database can be opened again and has it, its messages are cancelled, because their clients still own
 * them; and its settlements, which come again, are answered from what was kept. For one thread.
 */
final class Suspects {
    private long number;
    private List<Request> group = List.of();
    private final Map<Settlement, Committed> kept = new HashMap<>();

    void add(long writeNumber, List<Request> requests) {
        number = writeNumber;
        group = List.copyOf(requests);
    }

    /** What must be written to cancel the messages of the group, if the last write of the database is this one. */
    List<SettleRequest> toUndo(long lastWrite) {
        List<SettleRequest> cancellations = new ArrayList<>();
        for (Request request : group)
            if (lastWrite == number && request instanceof AcceptRequest accept)
                cancellations.add(new SettleRequest(cancellation(accept.wanted())));
        return cancellations;
    }

    /** Remembers the settlements of the group, if the last write of the database is this one, and forgets the group. */
    void resolve(long lastWrite) {
        for (Request request : group)
            if (lastWrite == number && request instanceof SettleRequest settle)
                kept.put(settle.wanted(), settle.committed());
        group = List.of();
    }

    /** Whether there is nothing that could be answered. */
    boolean none() {
        return kept.isEmpty();
    }

    /** Answers a settlement that was kept already; false if it must be written. */
    boolean answer(Request request, Memory memory) {
        if (!(request instanceof SettleRequest settle)) return false;
        Committed earlier = kept.remove(settle.wanted());
        if (earlier == null) return false;
        request.keptAs(earlier);
        request.remember(memory);
        return true;
    }

    private static Settlement cancellation(Arrival arrival) {
        List<DeliveryEvent> events = arrival.events().stream()
                .filter(event -> event.kind() == EventKind.RECEIVED)
                .filter(event -> !arrival.finished().contains(event.recipientIndex()))
                .map(Suspects::cancelled)
                .toList();
        return new Settlement(arrival.message().id(), List.of(), events, true);
    }

    private static DeliveryEvent cancelled(DeliveryEvent received) {
        return new DeliveryEvent(
                0,
                EventKind.CANCELLED,
                received.time(),
                received.message(),
                received.recipientIndex(),
                received.sender(),
                received.recipient(),
                received.tenant(),
                received.campaign(),
                received.messageClass(),
                received.receivedAt(),
                received.sizeBytes(),
                received.client(),
                received.attempt(),
                "The disk failed while it was accepted, and its client was told so.");
    }
}
