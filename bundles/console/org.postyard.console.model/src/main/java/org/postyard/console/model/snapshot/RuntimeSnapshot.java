package org.postyard.console.model.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postyard.protocol.CallerView;
import org.postyard.protocol.HealthView;
import org.postyard.protocol.LedgerView;
import org.postyard.protocol.PoolView;
import org.postyard.protocol.QueueView;
import org.postyard.protocol.ServerView;
import org.postyard.protocol.SourceView;

/**
 * One runtime at one moment. Immutable; parts that did not change are the same objects as in the snapshot before.
 *
 * @param runtime name of the connection
 * @param version rises with every change
 * @param takenAt when the last news came, by the clock of this machine; the epoch if none came yet
 * @param clockOffset clock of the runtime minus clock of this machine
 * @param masked whether addresses are hidden from the caller
 * @param caller who one is to the runtime; empty until it has answered once
 * @param queues the deepest queues only; the control API has all
 */
public record RuntimeSnapshot(
        String runtime,
        long version,
        LinkState link,
        Instant takenAt,
        Duration clockOffset,
        boolean masked,
        Optional<CallerView> caller,
        Rows<ServerView> servers,
        Rows<SourceView> sources,
        Rows<PoolView> pools,
        Rows<QueueView> queues,
        Optional<LedgerView> ledger,
        Optional<HealthView> health,
        RecentEvents events) {

    /** Before anything came. */
    public static RuntimeSnapshot unknown(String runtime, Instant now) {
        return new RuntimeSnapshot(
                runtime,
                0,
                new LinkState.Connecting(now),
                Instant.EPOCH,
                Duration.ZERO,
                false,
                Optional.empty(),
                Rows.empty(ServerView::id),
                Rows.empty(SourceView::id),
                Rows.empty(PoolView::id),
                Rows.empty(QueueView::name),
                Optional.empty(),
                Optional.empty(),
                RecentEvents.NONE);
    }

    /** When the last news came, if what is shown is not as the runtime is now. */
    public Optional<Instant> staleSince() {
        return link.live() ? Optional.empty() : Optional.of(takenAt.equals(Instant.EPOCH) ? link.since() : takenAt);
    }

    /** Whether anything came yet. */
    public boolean known() {
        return !takenAt.equals(Instant.EPOCH);
    }

    /** What the clock of the runtime shows. */
    public Instant runtimeTime(Instant now) {
        return now.plus(clockOffset);
    }

    /** Whether the caller may do what this operation stands for; no before the runtime has said so. */
    public boolean allows(String operation) {
        return caller.map(who -> who.operations().contains(operation)).orElse(false);
    }
}
