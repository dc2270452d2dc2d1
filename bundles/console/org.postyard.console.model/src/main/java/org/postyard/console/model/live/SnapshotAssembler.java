package org.postyard.console.model.live;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postyard.console.model.connection.WireJson;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.model.snapshot.RecentEvents;
import org.postyard.console.model.snapshot.RecentEvents.Entry;
import org.postyard.console.model.snapshot.Rows;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.protocol.CallerView;
import org.postyard.protocol.EventView;
import org.postyard.protocol.HealthView;
import org.postyard.protocol.LedgerView;
import org.postyard.protocol.PoolView;
import org.postyard.protocol.QueueView;
import org.postyard.protocol.ServerChanges;
import org.postyard.protocol.ServerView;
import org.postyard.protocol.SourceChanges;
import org.postyard.protocol.SourceView;
import org.postyard.protocol.StreamHello;
import org.postyard.protocol.StreamTopic;

/**
 * Puts the frames of a stream together to a picture of the runtime. Frames come from one thread, pictures may be taken by
 * any: one lock.
 */
final class SnapshotAssembler {
    /** Enough for a console that looks ten times a second at a runtime that makes 20,000 events a second. */
    static final int MOST_EVENTS = 2_000;

    private final WireJson json = new WireJson();
    private final ObjectReader eventReader = json.readerOf(EventView.class);
    private final RowListReader<ServerView> serverReader = new RowListReader<>(json.readerOf(ServerView.class));
    private final RowListReader<SourceView> sourceReader = new RowListReader<>(json.readerOf(SourceView.class));
    private final RowListReader<PoolView> poolReader = new RowListReader<>(json.readerOf(PoolView.class));
    private final RowListReader<QueueView> queueReader = new RowListReader<>(json.readerOf(QueueView.class));
    private final String runtime;
    private final List<Entry> pending = new ArrayList<>();

    private long version;
    private LinkState link;
    private Instant takenAt = Instant.EPOCH;
    private Duration clockOffset = Duration.ZERO;
    private boolean masked;
    private Optional<CallerView> caller = Optional.empty();
    private Rows<ServerView> servers = Rows.empty(ServerView::id);
    private Rows<SourceView> sources = Rows.empty(SourceView::id);
    private Rows<PoolView> pools = Rows.empty(PoolView::id);
    private Rows<QueueView> queues = Rows.empty(QueueView::name);
    private Optional<LedgerView> ledger = Optional.empty();
    private Optional<HealthView> health = Optional.empty();
    private RecentEvents events = RecentEvents.NONE;
    private long lastSequence = -1;

    SnapshotAssembler(String runtime, Instant now) {
        this.runtime = runtime;
        this.link = new LinkState.Connecting(now);
    }

    synchronized RuntimeSnapshot snapshot() {
        events = events.with(pending, MOST_EVENTS);
        pending.clear();
        return parts();
    }

    /** The picture without the newest events, which is cheaper. */
    synchronized RuntimeSnapshot parts() {
        return new RuntimeSnapshot(
                runtime,
                version,
                link,
                takenAt,
                clockOffset,
                masked,
                caller,
                servers,
                sources,
                pools,
                queues,
                ledger,
                health,
                events);
    }

    synchronized void link(LinkState state) {
        link = state;
        version++;
    }

    synchronized void caller(CallerView view) {
        caller = Optional.of(view);
        version++;
    }

    /** Sequence of the last event that came; empty before the first. */
    synchronized Optional<Long> lastSequence() {
        return lastSequence < 0 ? Optional.empty() : Optional.of(lastSequence);
    }

    /**
     * Takes in a frame that tells only what changed; false if it is none of these.
     *
     * @throws IOException if it cannot be read
     */
    synchronized boolean applyChanges(Frame frame, Instant now) throws IOException {
        switch (frame.event()) {
            case "server-changes" -> {
                ServerChanges changes = json.read(frame.data(), ServerChanges.class);
                servers = servers.changedBy(changes.rows(), changes.removed());
            }
            case "source-changes" -> {
                SourceChanges changes = json.read(frame.data(), SourceChanges.class);
                sources = sources.changedBy(changes.rows(), changes.removed());
            }
            default -> {
                return false;
            }
        }
        touched(now);
        return true;
    }

    /** The topic of a frame, if it is one that this console knows. */
    static Optional<StreamTopic> topicOf(Frame frame) {
        return StreamTopic.ofWireName(frame.event());
    }

    /**
     * Begins a stream that continues or replaces the one before.
     *
     * @throws IOException if the frame is no hello
     */
    synchronized void hello(Frame frame, Instant now) throws IOException {
        StreamHello hello = json.read(frame.data(), StreamHello.class);
        clockOffset = Duration.between(now, hello.time());
        masked = hello.masked();
        if (lastSequence >= 0 && hello.newestSequence() < lastSequence)
            pending.add(new Entry.Gap(0, "The runtime began to count its events anew."));
        else if (lastSequence >= 0 && hello.nextSequence() > lastSequence + 1)
            pending.add(missed(hello.nextSequence() - lastSequence - 1));
        lastSequence = hello.nextSequence() - 1;
        link = new LinkState.Live(now);
        touched(now);
    }

    /**
     * Takes in what a frame tells, and gives the event if it is a new one.
     *
     * @throws IOException if it cannot be read
     */
    synchronized Optional<EventView> apply(StreamTopic topic, Frame frame, Instant now) throws IOException {
        touched(now);
        switch (topic) {
            case DELIVERY -> {
                return event(frame);
            }
            case SERVERS -> servers = servers.replacedBy(serverReader.read(frame.data()));
            case SOURCES -> sources = sources.replacedBy(sourceReader.read(frame.data()));
            case POOLS -> pools = pools.replacedBy(poolReader.read(frame.data()));
            case QUEUES -> queues = queues.replacedBy(queueReader.read(frame.data()));
            case LEDGER -> ledger = Optional.of(json.read(frame.data(), LedgerView.class));
            case HEALTH -> health = Optional.of(json.read(frame.data(), HealthView.class));
        }
        return Optional.empty();
    }

    private Optional<EventView> event(Frame frame) throws IOException {
        EventView event = eventReader.readValue(frame.data());
        long sequence = frame.id().orElse(event.sequence());
        if (sequence <= lastSequence) return Optional.empty();
        if (sequence > lastSequence + 1) pending.add(missed(sequence - lastSequence - 1));
        lastSequence = sequence;
        pending.add(new Entry.Happened(event));
        if (pending.size() > 2 * MOST_EVENTS) {
            events = events.with(pending, MOST_EVENTS);
            pending.clear();
        }
        return Optional.of(event);
    }

    private static Entry missed(long count) {
        return new Entry.Gap(count, count + (count == 1 ? " event is" : " events are") + " missing here.");
    }

    private void touched(Instant now) {
        takenAt = now;
        version++;
    }
}
