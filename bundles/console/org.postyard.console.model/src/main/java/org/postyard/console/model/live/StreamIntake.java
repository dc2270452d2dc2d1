package org.postyard.console.model.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postyard.console.model.history.AttemptWindow;
import org.postyard.console.model.history.History;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.protocol.CallerView;
import org.postyard.protocol.StreamTopic;

/** Takes what a stream brings into the picture and the history, and says that there is news. For the thread of the stream. */
final class StreamIntake {
    /** A little less than a second, so that no second is left out. */
    private static final Duration RECORD_INTERVAL = Duration.ofMillis(900);

    private final SnapshotAssembler assembler;
    private final History history;
    private final AttemptWindow attempts;
    private final Clock clock;
    private final Runnable news;
    private Instant nextRecord = Instant.MIN;

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
        Instant now = clock.instant();
        Optional<StreamTopic> topic = SnapshotAssembler.topicOf(frame);
        if (topic.isPresent())
            assembler.apply(topic.get(), frame, now).ifPresent(event -> attempts.add(List.of(event), now));
        else if (!assembler.applyChanges(frame, now)) return;
        if (topic.isPresent() && topic.get() == StreamTopic.LEDGER) ledger(now);
        if (!now.isBefore(nextRecord)) record(now);
        news.run();
    }

    /** A rate needs each count with its own time. */
    private void ledger(Instant now) {
        assembler.parts().ledger().ifPresent(ledger -> history.ledger(ledger, now));
    }

    private void record(Instant now) {
        nextRecord = now.plus(RECORD_INTERVAL);
        RuntimeSnapshot snapshot = assembler.parts();
        history.servers(snapshot.servers().list(), now);
        history.sources(snapshot.sources().list(), now);
        if (snapshot.ledger().isPresent()) history.queues(snapshot.queues().list(), now, snapshot.runtimeTime(now));
    }
}
