package org.postyard.spool.rocksdb;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.spool.Committed;
import org.postyard.api.spool.SpoolUnavailableException;
import org.rocksdb.RocksDBException;

/**
 * A write that somebody waits for; at the same time its own link in the {@link RequestQueue}. Encoded by the thread that asks,
 * written and completed by the thread of the spool.
 */
abstract class Request {
    /** The request that came before this one, while it is in the queue. */
    @Nullable
    Request earlier;

    private final CompletableFuture<Committed> stage = new CompletableFuture<>();
    private final List<DeliveryEvent> events;
    private final byte[][] encodedEvents;
    private List<DeliveryEvent> numbered = List.of();
    private @Nullable SpoolUnavailableException refusal;

    Request(List<DeliveryEvent> events) {
        this.events = events;
        this.encodedEvents = new byte[events.size()][];
        for (int i = 0; i < encodedEvents.length; i++) encodedEvents[i] = EventCodec.encode(events.get(i));
    }

    /** Adds what is to be kept, without the events. */
    abstract void describe(Draft draft) throws RocksDBException;

    /** Brings what is in memory to the state of the disk; called once, when it is durable. */
    abstract void remember(Memory memory);

    /** Whether it is a new message, which may be refused for lack of room. */
    abstract boolean arrival();

    /** About how much it adds to a write. */
    abstract long sizeBytes();

    final void addTo(Draft draft) throws RocksDBException {
        describe(draft);
        numbered = draft.append(events, encodedEvents);
    }

    /** The caller will be told that nothing of it is kept. */
    final void refuse(SpoolUnavailableException why) {
        refusal = why;
    }

    final boolean refused() {
        return refusal != null;
    }

    final Committed committed() {
        return new Committed(numbered);
    }

    /** It was kept by an earlier write already. */
    final void keptAs(Committed earlierWrite) {
        numbered = earlierWrite.events();
    }

    /** Tells the caller. */
    final void complete() {
        if (refusal == null) stage.complete(committed());
        else stage.completeExceptionally(refusal);
    }

    final CompletableFuture<Committed> stage() {
        return stage;
    }
}
