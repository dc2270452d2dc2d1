package org.postyard.engine.path;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postyard.api.delivery.Connector;
import org.postyard.api.delivery.Session;
import org.postyard.engine.slot.Slot;

/** One session with what the engine knows about it. Dispatcher thread only. */
public final class Conversation {
    private final Path path;
    private final Session session;
    private final Slot<Connector> slot;
    private final long openedNanos;
    private long idleSinceNanos;
    private int messages;
    private @Nullable Attempt attempt;
    private boolean cut;

    public Conversation(Path path, Session session, Slot<Connector> slot, long nowNanos) {
        this.path = path;
        this.session = session;
        this.slot = slot;
        this.openedNanos = nowNanos;
        this.idleSinceNanos = nowNanos;
    }

    public Path path() {
        return path;
    }

    public Session session() {
        return session;
    }

    public Slot<Connector> slot() {
        return slot;
    }

    public Optional<Attempt> attempt() {
        return Optional.ofNullable(attempt);
    }

    public void begins(Attempt newAttempt) {
        attempt = newAttempt;
        messages++;
    }

    public void ends(long nowNanos) {
        attempt = null;
        idleSinceNanos = nowNanos;
    }

    public long idleNanos(long nowNanos) {
        return attempt != null ? 0 : nowNanos - idleSinceNanos;
    }

    public long ageNanos(long nowNanos) {
        return nowNanos - openedNanos;
    }

    /** Transactions begun in it. */
    public int messages() {
        return messages;
    }

    /** Whether the engine itself ended it, so that what it did not deliver is not the peer's fault. */
    public boolean cut() {
        return cut;
    }

    /** Ends it from our side. */
    public void cutNow() {
        cut = true;
        session.close();
    }
}
