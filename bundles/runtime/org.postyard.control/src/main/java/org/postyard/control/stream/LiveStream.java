package org.postyard.control.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.operation.QueueFilter;
import org.postyard.control.host.Host;
import org.postyard.control.problem.ProblemException;
import org.postyard.control.view.HealthCheck;
import org.postyard.control.view.YardViews;
import org.postyard.protocol.ServerChanges;
import org.postyard.protocol.ServerView;
import org.postyard.protocol.SourceChanges;
import org.postyard.protocol.SourceView;
import org.postyard.protocol.StreamTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds all stream clients. Events are pulled for each client as fast as that client takes them, so a slow one costs no
 * more memory than its queue and loses nothing until it is cut off. {@link #tick} is called by one thread.
 */
final class LiveStream {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final int EVENTS_AT_ONCE = 500;
    private static final int QUEUES_SHOWN = 50;
    private static final Duration SNAPSHOT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CHANGE_INTERVAL = Duration.ofMillis(200);

    private final List<StreamClient> clients = new CopyOnWriteArrayList<>();
    private final AtomicLong dropped = new AtomicLong();
    private final Host host;
    private final Frames frames;
    private final Clock clock;
    private final Duration heartbeat;
    private final Duration stall;
    private final Map<StreamTopic, Supplier<Object>> snapshots = new EnumMap<>(StreamTopic.class);
    private final ChangeFeed<ServerView> serverChanges;
    private final ChangeFeed<SourceView> sourceChanges;
    private Instant nextSnapshot = Instant.MIN;
    private Instant nextChanges = Instant.MIN;

    LiveStream(Host host, Frames frames, Clock clock, Duration heartbeat, Duration stall) {
        this.host = host;
        this.frames = frames;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.stall = stall;
        snapshots.put(StreamTopic.SERVERS, this::servers);
        snapshots.put(StreamTopic.SOURCES, this::sources);
        snapshots.put(
                StreamTopic.POOLS,
                () -> host.yard().pools().stream().map(YardViews::of).toList());
        snapshots.put(StreamTopic.QUEUES, this::deepestQueues);
        snapshots.put(StreamTopic.LEDGER, () -> YardViews.of(host.yard().ledger()));
        snapshots.put(StreamTopic.HEALTH, () -> HealthCheck.of(host));
        serverChanges = new ChangeFeed<>(
                StreamTopic.SERVERS, "server-changes", this::servers, ServerView::id, ServerChanges::new);
        sourceChanges = new ChangeFeed<>(
                StreamTopic.SOURCES, "source-changes", this::sources, SourceView::id, SourceChanges::new);
    }

    private List<ServerView> servers() {
        return host.yard().servers().stream().map(YardViews::of).toList();
    }

    private List<SourceView> sources() {
        return host.yard().sources().stream().map(YardViews::of).toList();
    }

    private Object deepestQueues() {
        return host.yard().queues(QueueFilter.ALL, QUEUES_SHOWN).stream()
                .map(YardViews::of)
                .toList();
    }

    void add(StreamClient client) {
        clients.add(client);
    }

    int size() {
        return clients.size();
    }

    long dropped() {
        return dropped.get();
    }

    void endAll() {
        clients.forEach(StreamClient::end);
        clients.clear();
    }

    /** Gives each client what is new; to be called several times a second. */
    void tick() {
        Instant now = clock.instant();
        clients.removeIf(StreamClient::ended);
        if (clients.isEmpty()) return;
        for (StreamClient client : clients) feed(client, now);
        if (!now.isBefore(nextChanges)) {
            nextChanges = now.plus(CHANGE_INTERVAL);
            serverChanges.tell(clients, frames, now);
            sourceChanges.tell(clients, frames, now);
        }
        if (!now.isBefore(nextSnapshot)) {
            nextSnapshot = now.plus(SNAPSHOT_INTERVAL);
            snapshots.forEach((topic, snapshot) -> show(topic, snapshot, now));
        }
        for (StreamClient client : clients) watch(client, now);
    }

    private void feed(StreamClient client, Instant now) {
        if (!client.wants(StreamTopic.DELIVERY)) return;
        try {
            int room = Math.min(client.room(), EVENTS_AT_ONCE);
            if (room == 0 || host.feed().newestSequence() <= client.sentSequence()) return;
            for (DeliveryEvent event : host.feed().after(client.sentSequence(), room))
                client.offer(frames.delivery(event, client.masked()), event.sequence(), now);
        } catch (ProblemException missing) {
            LOG.debug("No events for the stream: {}", missing.getMessage());
        }
    }

    private void show(StreamTopic topic, Supplier<Object> snapshot, Instant now) {
        List<StreamClient> ready = clients.stream()
                .filter(client ->
                        client.wants(topic) && client.room() > 0 && !(changing(topic) && client.wantsChanges(topic)))
                .toList();
        if (ready.isEmpty()) return;
        try {
            byte[] frame = frames.snapshot(topic, snapshot.get());
            ready.forEach(client -> client.offer(frame, now));
        } catch (ProblemException missing) {
            LOG.debug("No {} for the stream: {}", topic, missing.getMessage());
        }
    }

    private static boolean changing(StreamTopic topic) {
        return topic == StreamTopic.SERVERS || topic == StreamTopic.SOURCES;
    }

    private void watch(StreamClient client, Instant now) {
        if (client.stalled(now, stall)) {
            dropped.incrementAndGet();
            LOG.warn("Stream client cut off: it took nothing for seconds={}", stall.toSeconds());
            client.end();
        } else if (client.silent(now, heartbeat)) {
            client.offer(frames.heartbeat(), now);
        }
    }
}
