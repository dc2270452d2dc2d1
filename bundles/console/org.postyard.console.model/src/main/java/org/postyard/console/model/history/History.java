package org.postyard.console.model.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.postyard.protocol.LedgerLineView;
import org.postyard.protocol.LedgerView;
import org.postyard.protocol.QueueView;
import org.postyard.protocol.ServerView;
import org.postyard.protocol.SourceView;

/**
 * The numbers of one runtime over time, in bounded memory: 200 MB for 20,000 sources after a day, far less before. Written by
 * the thread of the stream, read by any.
 */
public final class History {
    /** Up to here sources are kept as finely as servers. */
    static final int MOST_FULL_SOURCES = 1_000;

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration PRUNE_INTERVAL = Duration.ofMinutes(10);

    private final Map<Subject, Track> tracks = new ConcurrentHashMap<>();
    private final RateMeter accepted = new RateMeter();
    private final RateMeter delivered = new RateMeter();
    private final RateMeter bounced = new RateMeter();
    private Instant nextPrune = Instant.MIN;

    /** The number from one time until another; gaps where nothing is known. */
    public Series series(Subject subject, Metric metric, Instant from, Instant until) {
        Track track = tracks.get(subject);
        Track known = track == null ? new Track(Resolution.FULL) : track;
        return known.between(metric, from.toEpochMilli(), until.toEpochMilli());
    }

    /** The last 15 minutes in so many points at most. */
    public Series sparkline(Subject subject, Metric metric, Instant now, int points) {
        return series(subject, metric, now.minus(Duration.ofMinutes(15)), now).reducedTo(points);
    }

    public void servers(List<ServerView> servers, Instant now) {
        long millis = now.toEpochMilli();
        double perSecond = 0;
        double inFlight = 0;
        double ready = 0;
        double connections = 0;
        for (ServerView server : servers) {
            Track track = track(Subject.ofServer(server.id()), Resolution.FULL);
            put(track, millis, server.perSecond(), server.inFlight(), server.ready(), server.connections());
            shares(track, millis, server.deliveryShare(), server.deferralShare(), server.bounceShare());
            track.put(millis, Metric.LATENCY, known(server.latencyMillis()));
            perSecond += server.perSecond();
            inFlight += server.inFlight();
            ready += server.ready();
            connections += server.connections();
        }
        put(track(Subject.RUNTIME, Resolution.FULL), millis, perSecond, inFlight, ready, connections);
        prune(now);
    }

    public void sources(List<SourceView> sources, Instant now) {
        long millis = now.toEpochMilli();
        Resolution resolution = sources.size() > MOST_FULL_SOURCES ? Resolution.SPARE : Resolution.FULL;
        for (SourceView source : sources) {
            Track track = track(Subject.ofSource(source.id()), resolution);
            track.put(millis, Metric.PER_SECOND, source.perSecond());
            track.put(millis, Metric.IN_FLIGHT, source.inFlight());
            shares(track, millis, source.deliveryShare(), source.deferralShare(), source.bounceShare());
            track.put(millis, Metric.LATENCY, known(source.latencyMillis()));
        }
    }

    /** The rates are those of the runtime's own clock: how long a ledger was on its way says nothing about the mail. */
    public void ledger(LedgerView ledger, Instant now) {
        Instant counted = ledger.checkedAt();
        long millis = now.toEpochMilli();
        Track track = track(Subject.RUNTIME, Resolution.FULL);
        track.put(
                millis, Metric.ACCEPTED_PER_SECOND, accepted.rate(counted, sum(ledger, LedgerLineView::accepted), now));
        long done = sum(ledger, line -> line.delivered() + line.relayed());
        track.put(millis, Metric.DELIVERED_PER_SECOND, delivered.rate(counted, done, now));
        track.put(millis, Metric.BOUNCED_PER_SECOND, bounced.rate(counted, sum(ledger, LedgerLineView::bounced), now));
        track.put(millis, Metric.QUEUED, sum(ledger, LedgerLineView::queued));
    }

    /**
     * @param runtimeTime what the clock of the runtime shows now
     */
    public void queues(List<QueueView> queues, Instant now, Instant runtimeTime) {
        Optional<Instant> oldest =
                queues.stream().flatMap(queue -> queue.oldest().stream()).min(Instant::compareTo);
        double age = oldest.map(
                        time -> Math.max(0, Duration.between(time, runtimeTime).toMillis() / 1000.0))
                .orElse(0.0);
        track(Subject.RUNTIME, Resolution.FULL).put(now.toEpochMilli(), Metric.QUEUE_AGE, age);
    }

    /** Subjects that have numbers. */
    public int size() {
        return tracks.size();
    }

    private static void put(
            Track track, long millis, double perSecond, double inFlight, double ready, double connections) {
        track.put(millis, Metric.PER_SECOND, perSecond);
        track.put(millis, Metric.IN_FLIGHT, inFlight);
        track.put(millis, Metric.READY, ready);
        track.put(millis, Metric.CONNECTIONS, connections);
    }

    private static void shares(
            Track track, long millis, Optional<Double> delivery, Optional<Double> deferral, Optional<Double> bounce) {
        track.put(millis, Metric.DELIVERY_SHARE, known(delivery));
        track.put(millis, Metric.DEFERRAL_SHARE, known(deferral));
        track.put(millis, Metric.BOUNCE_SHARE, known(bounce));
    }

    private static double known(Optional<Double> value) {
        return value.orElse(Double.NaN);
    }

    private static long sum(LedgerView ledger, ToLongFunction<LedgerLineView> number) {
        return ledger.lines().stream().mapToLong(number).sum();
    }

    private Track track(Subject subject, Resolution resolution) {
        return tracks.computeIfAbsent(subject, key -> new Track(resolution));
    }

    private void prune(Instant now) {
        if (now.isBefore(nextPrune)) return;
        nextPrune = now.plus(PRUNE_INTERVAL);
        long oldest = now.minus(KEPT).toEpochMilli();
        tracks.values().removeIf(track -> track.lastMillis() < oldest);
    }
}
