package org.postyard.console.model.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postyard.console.model.history.AttemptWindow;
import org.postyard.console.model.history.History;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.protocol.CallerView;
import org.postyard.protocol.EventView;
import org.postyard.protocol.StreamTopic;

/** Takes what a stream brings into the picture and the history, and says that there is news. For the thread of the stream. */
final class StreamIntake {
    private final SnapshotAssembler assembler;
    private final History history;
    private final AttemptWindow attempts;
    private final Clock clock;
    private final Runnable news;

    StreamIntake(SnapshotAssembler assembler, History history, AttemptWindow attempts, Clock clock, Runnable news) {
        this.assembler = assembler;
        this.history = history;
        this.attempts = attempts;
        this.clock = clock;
        this.news = news;
    }

    Optional<Long> lastSequence() {
        return assembler.lastSequence();
    }

    void link(LinkState state) {
        assembler.link(state);
        news.run();
    }

    void caller(CallerView caller) {
        assembler.caller(caller);
        news.run();
    }

    /** @throws IOException if the frame is no hello */
    void hello(Frame frame) throws IOException {
        if (!frame.event().equals("hello")) throw new IOException("a stream that does not begin with hello");
        assembler.hello(frame, clock.instant());
        news.run();
    }

    /** @throws IOException if the frame cannot be read */
    void take(Frame frame) throws IOException {
        Optional<StreamTopic> topic = SnapshotAssembler.topicOf(frame);
        if (topic.isEmpty()) return;
        Instant now = clock.instant();
        Optional<EventView> event = assembler.apply(topic.get(), frame, now);
        event.ifPresent(happened -> attempts.add(List.of(happened), now));
        if (topic.get() != StreamTopic.DELIVERY) record(topic.get(), now);
        news.run();
    }

    private void record(StreamTopic topic, Instant now) {
        RuntimeSnapshot snapshot = assembler.parts();
        switch (topic) {
            case SERVERS -> history.servers(snapshot.servers().list(), now);
            case SOURCES -> history.sources(snapshot.sources().list(), now);
            case QUEUES -> history.queues(snapshot.queues().list(), now, snapshot.runtimeTime(now));
            case LEDGER -> snapshot.ledger().ifPresent(ledger -> history.ledger(ledger, now));
            case DELIVERY, POOLS, HEALTH -> {
                // These have no numbers over time.
            }
        }
    }
}
