package org.postyard.engine.yard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.message.MessageClass;
import org.postyard.api.spool.Counts;
import org.postyard.engine.outcome.RetrySchedule;
import org.postyard.engine.path.Path;
import org.postyard.engine.path.PoolTrack;
import org.postyard.engine.path.ServerTrack;
import org.postyard.engine.path.SourceTrack;
import org.postyard.engine.queue.ClassAccount;
import org.postyard.engine.queue.Lane;
import org.postyard.engine.queue.MessageIndex;
import org.postyard.engine.queue.QueueKey;
import org.postyard.engine.queue.ScheduledQueue;

/** All that the dispatcher thread owns, by name. Dispatcher thread only. */
final class YardState {
    private record LaneKey(String site, String pool) {}

    private record PathKey(String source, String site) {}

    private final Map<QueueKey, ScheduledQueue> queues = new HashMap<>();
    private final Map<LaneKey, Lane> lanes = new HashMap<>();
    private final Map<PathKey, Path> paths = new HashMap<>();
    private final Map<MessageClass, ClassAccount> accounts = new LinkedHashMap<>();
    private final List<Path> retired = new ArrayList<>(0);
    private final MessageIndex tracks = new MessageIndex();
    private final Set<ScheduledQueue> unplaced = new LinkedHashSet<>();
    private final ArrayDeque<Lane> dirtyLanes = new ArrayDeque<>();
    private final ArrayDeque<Path> dirtyPaths = new ArrayDeque<>();
    final Map<String, ServerTrack> servers = new LinkedHashMap<>();
    final Map<String, SourceTrack> sources = new LinkedHashMap<>();
    final Map<String, PoolTrack> pools = new LinkedHashMap<>();
    final Holds holds = new Holds();
    final DelayedConsignments delayed = new DelayedConsignments();
    private final SplittableRandom random = new SplittableRandom();
    private Fleet fleet = new Fleet(
            java.util.List.of(),
            java.util.List.of(),
            java.util.List.of(),
            java.util.List.of(),
            java.util.List.of(),
            java.util.List.of(),
            java.util.List.of());
    private RetrySchedule retries = new RetrySchedule(fleet.retries(), random);
    long possibleDuplicates;
    private long lastArrival;

    Fleet fleet() {
        return fleet;
    }

    void fleet(Fleet newFleet) {
        fleet = newFleet;
        retries = new RetrySchedule(newFleet.retries(), random);
    }

    RetrySchedule retries() {
        return retries;
    }

    ClassAccount account(MessageClass messageClass) {
        return accounts.computeIfAbsent(messageClass, name -> new ClassAccount(name, Counts.ZERO));
    }

    void account(MessageClass messageClass, Counts before) {
        accounts.put(messageClass, new ClassAccount(messageClass, before));
    }

    Collection<ClassAccount> accounts() {
        return accounts.values();
    }

    ScheduledQueue queue(QueueKey key) {
        return queues.computeIfAbsent(key, missing -> {
            ScheduledQueue queue = new ScheduledQueue(missing);
            holds.reasonFor(missing).ifPresent(queue::hold);
            return queue;
        });
    }

    /** Every message of which a recipient is not final. */
    MessageIndex tracks() {
        return tracks;
    }

    Collection<ScheduledQueue> queues() {
        return queues.values();
    }

    Lane lane(DestinationSite site, String pool) {
        return lanes.computeIfAbsent(new LaneKey(site.name(), pool), key -> new Lane(site, pool, dirtyLanes::addLast));
    }

    Collection<Lane> lanes() {
        return lanes.values();
    }

    Optional<Path> knownPath(String source, String site) {
        return Optional.ofNullable(paths.get(new PathKey(source, site)));
    }

    void add(Path path) {
        paths.put(new PathKey(path.source().source().id(), path.path().site().name()), path);
    }

    void remove(Path path) {
        paths.remove(new PathKey(path.source().source().id(), path.path().site().name()), path);
        path.source().paths().remove(path);
    }

    /** Takes a path out of service that still has something open or a rate that has not recovered; its successor has to know. */
    void retire(Path path) {
        remove(path);
        retired.add(path);
    }

    /** The paths that were in the place of a path and are not over yet. */
    List<Path> retired(String source, String site) {
        retired.removeIf(path -> path.unused() && path.rateWaitNanos(System.nanoTime()) == 0);
        return retired.stream()
                .filter(path -> path.source().source().id().equals(source)
                        && path.path().site().name().equals(site))
                .toList();
    }

    /** The path that is in the place of one that is out of service. */
    Optional<Path> successor(Path path) {
        return path.retired()
                ? knownPath(path.source().source().id(), path.path().site().name())
                : Optional.empty();
    }

    Collection<Path> paths() {
        return paths.values();
    }

    /** Says that a path may have something to do. */
    void touch(Path path) {
        if (path.touch()) dirtyPaths.addLast(path);
    }

    /** Notes the id of a message that has entered. */
    void arrived(long id) {
        lastArrival = Math.max(lastArrival, id);
    }

    /** Highest id of a message that has entered. */
    long lastArrival() {
        return lastArrival;
    }

    /** Queues with due mail and without a lane. */
    Set<ScheduledQueue> unplaced() {
        return unplaced;
    }

    void forget(ScheduledQueue queue) {
        queues.remove(queue.key(), queue);
        unplaced.remove(queue);
    }

    void forgetUnusedLanes() {
        lanes.values().removeIf(Lane::unused);
    }

    ArrayDeque<Lane> dirtyLanes() {
        return dirtyLanes;
    }

    ArrayDeque<Path> dirtyPaths() {
        return dirtyPaths;
    }

    Optional<PoolTrack> pool(String id) {
        return Optional.ofNullable(pools.get(id));
    }

    /** Wakes every lane, because something has changed that many may wait for. */
    void touchLanes() {
        lanes.values().forEach(Lane::touch);
    }
}
