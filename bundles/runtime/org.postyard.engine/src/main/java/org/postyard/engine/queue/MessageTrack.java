package org.postyard.engine.queue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postyard.api.message.MessageId;
import org.postyard.api.message.Priority;

/**
 * What the dispatcher keeps in memory of one message: as little as possible, because there may be millions. Dispatcher thread only.
 *
 * <p>The message itself and its content are here only while they are hot: fresh, or loaded for an attempt.
 */
public final class MessageTrack {
    private final long id;
    private final ClassAccount account;
    private final Priority priority;
    private final long receivedAtMillis;
    private final long expiresAtMillis;
    private final int sizeBytes;
    private int open;
    private @Nullable HotMessage hot;
    private @Nullable List<Consignment> consignments;
    private @Nullable Consignment only;

    public MessageTrack(
            MessageId id,
            ClassAccount account,
            Priority priority,
            long receivedAtMillis,
            long expiresAtMillis,
            int sizeBytes,
            int open) {
        this.id = id.value();
        this.account = account;
        this.priority = priority;
        this.receivedAtMillis = receivedAtMillis;
        this.expiresAtMillis = expiresAtMillis;
        this.sizeBytes = sizeBytes;
        this.open = open;
    }

    public MessageId id() {
        return new MessageId(id);
    }

    public ClassAccount account() {
        return account;
    }

    public Priority priority() {
        return priority;
    }

    public long receivedAtMillis() {
        return receivedAtMillis;
    }

    public long expiresAtMillis() {
        return expiresAtMillis;
    }

    /** Size of the content. */
    public int sizeBytes() {
        return sizeBytes;
    }

    /** Recipients that are not final yet. */
    public int open() {
        return open;
    }

    /** Takes recipients as final; returns whether none is left. */
    public boolean end(int recipients) {
        open -= recipients;
        return open <= 0;
    }

    /** Takes back that recipients are final, because it could not be made durable; so no other settlement is taken for the last. */
    public void reopen(int recipients) {
        open += recipients;
    }

    public @Nullable HotMessage hot() {
        return hot;
    }

    public void heat(HotMessage message) {
        hot = message;
    }

    public void cool() {
        hot = null;
    }

    /** All consignments of the message that have not ended. */
    public List<Consignment> consignments() {
        if (consignments != null) return consignments;
        return only == null ? List.of() : List.of(only);
    }

    void add(Consignment consignment) {
        if (consignments == null && only == null) {
            only = consignment;
            return;
        }
        if (consignments == null) consignments = new ArrayList<>(consignments());
        only = null;
        consignments.add(consignment);
    }

    void remove(Consignment consignment) {
        if (only == consignment) only = null;
        if (consignments != null) consignments.remove(consignment);
    }
}
