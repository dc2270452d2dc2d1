package org.postyard.api.spool;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.message.Content;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;

/**
 * Durable home of content, envelope and recipient states until the last recipient is final, and of the events until the journal has them.
 *
 * <p>Thread-safe. Writes of many callers share one synchronisation with the disk (group commit). Stages complete in the
 * order of their calls, on a thread of the spool; what is attached to them must not block.
 */
public interface Spool {
    /**
     * Keeps a new message with its RECEIVED events, and with the state of recipients that are final from the start (suppressed).
     * The stage completes when all of it would survive a power failure, and gives the events with their sequences; it
     * completes exceptionally with {@link SpoolUnavailableException} if nothing is kept.
     */
    CompletionStage<Committed> accept(Arrival arrival);

    /**
     * Keeps the new states of recipients and the events that explain them, in one indivisible write; with
     * {@link Settlement#last} it also removes the message. Never refused for lack of room: a spool keeps a reserve for
     * settlements. If the disk fails all the same, the stage completes exceptionally and the caller offers it again.
     */
    CompletionStage<Committed> settle(Settlement settlement);

    /** A message that has not been removed; blocking. */
    Optional<Message> message(MessageId id) throws IOException;

    /** The content of a message that has not been removed; blocking. */
    Optional<Content> content(MessageId id) throws IOException;

    /**
     * Notes, so that it survives the death of this process, that an attempt is under way whose outcome may become unknown.
     * Takes no more than a microsecond and never fails; cleared by {@link InFlightMark#clear}.
     */
    InFlightMark markInFlight(MessageId id);

    /**
     * Gives each message that has not been removed, once, in order of acceptance; blocking. To be called once, before the first {@link #accept}.
     */
    void recover(Consumer<Recovered> visitor) throws IOException;

    /** The next kept events after a sequence, in order, at most {@code limit}; kept until {@link #forgetEvents}; blocking. */
    List<DeliveryEvent> eventsAfter(long sequence, int limit) throws IOException;

    /** Forgets events up to and including a sequence, because the journal has them. */
    void forgetEvents(long upToSequence);

    /** Recipients ever accepted and ended, per message class, as of the last durable write; survives restarts, written together with what it counts. */
    Map<MessageClass, Counts> counts();

    /** Whether it takes new messages. Cheap: may be asked for each message. */
    SpoolHealth health();

    /** Numbers for metrics, by documented name: {@code spool_sync_seconds}, {@code spool_disk_free_bytes}, ... Cheap. */
    Map<String, Double> measurements();
}
