package org.postyard.engine.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.fleet.EgressPath;
import org.postyard.api.fleet.PathLimits;
import org.postyard.engine.cap.CapWindow;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.Lane;

/**
 * An EgressPath in operation: its bounded ReadyQueue, its conversations and its limits. Dispatcher thread only.
 *
 * <p>The ready queue holds at most as many messages as there may be conversations, so that a slow path never hoards work
 * that others could do.
 */
public final class Path {
    private static final long FIRST_BACKOFF_NANOS = 1_000_000_000L;
    private static final int LONGEST_BACKOFF_DOUBLINGS = 6;

    private final SourceTrack source;
    private EgressPath path;
    private PathLimits limits;
    private List<CapWindow> caps;
    private final List<Path> predecessors = new ArrayList<>(0);
    private RateBucket rate;
    private final ArrayDeque<Consignment> ready = new ArrayDeque<>();
    private final ArrayDeque<Conversation> idle = new ArrayDeque<>();
    private final Set<Conversation> conversations = new HashSet<>();
    private final Set<Lane> lanes = new LinkedHashSet<>();
    private final Set<String> pools = new HashSet<>(2);
    private int connecting;
    private long connectingSinceNanos;
    private int busy;
    private int failures;
    private long backoffUntilNanos;
    private String trouble = "";
    private boolean dirty;
    private boolean retired;

    public Path(SourceTrack source, DestinationSite site, PathLimits limits, List<CapWindow> caps, long nowNanos) {
        this.source = source;
        this.path = new EgressPath(source.source(), site);
        this.limits = limits;
        this.caps = caps;
        this.rate = new RateBucket(limits.messagesPerSecond(), nowNanos);
        source.paths().add(this);
    }

    public EgressPath path() {
        return path;
    }

    public SourceTrack source() {
        return source;
    }

    public PathLimits limits() {
        return limits;
    }

    /** Changes the limits while it runs; conversations above the new number end after their message. */
    public void limits(PathLimits newLimits, List<CapWindow> newCaps, long nowNanos) {
        limits = newLimits;
        caps = newCaps;
        rate.rate(newLimits.messagesPerSecond(), nowNanos);
    }

    /** Takes the place of a path whose source was changed: what that has sent of late, and what it has open, counts here as well. */
    public void succeed(Path retiredPath, long nowNanos) {
        predecessors.add(retiredPath);
        rate = retiredPath.rate;
        rate.rate(limits.messagesPerSecond(), nowNanos);
    }

    private int openAtPredecessors() {
        if (predecessors.isEmpty()) return 0;
        predecessors.removeIf(Path::unused);
        return predecessors.stream()
                .mapToInt(path -> path.connecting + path.conversations.size())
                .sum();
    }

    public void site(DestinationSite site) {
        path = new EgressPath(source.source(), site);
    }

    /** Lanes that send through it or wait for it, to be told when it has room. */
    public Set<Lane> lanes() {
        return lanes;
    }

    /** Pools whose mail it carries; the rules for each of them apply to all of it. */
    public Set<String> pools() {
        return pools;
    }

    /** Returns whether it was clean, so that the caller lists it once. */
    public boolean touch() {
        boolean was = dirty;
        dirty = true;
        return !was;
    }

    public void clean() {
        dirty = false;
    }

    // --- the ready queue

    public boolean hasReady() {
        return !ready.isEmpty();
    }

    public int readySize() {
        return ready.size();
    }

    /** When the oldest of what is ready was received; empty if nothing is. */
    public OptionalLong oldestReadyMillis() {
        return ready.stream()
                .mapToLong(consignment -> consignment.track().receivedAtMillis())
                .min();
    }

    public void enqueue(Consignment consignment) {
        consignment.holdBy(this);
        ready.addLast(consignment);
        source.inFlight(+1);
    }

    /** The next ready consignment; null if there is none. Those that an operator has taken away meanwhile are skipped. */
    public @Nullable Consignment takeReady() {
        while (!ready.isEmpty()) {
            Consignment consignment = ready.removeFirst();
            source.inFlight(-1);
            if (consignment.heldBy(this)) return consignment;
        }
        return null;
    }

    /** All that is ready, the last first, so that putting each back at the front of its queue keeps the order. */
    public List<Consignment> emptyReady() {
        List<Consignment> all = new ArrayList<>(ready.size());
        while (!ready.isEmpty()) {
            Consignment consignment = ready.removeLast();
            source.inFlight(-1);
            if (consignment.heldBy(this)) all.add(consignment);
        }
        return all;
    }

    // --- room

    /** Whether it can take one more message into its ready queue. */
    public boolean open(long nowNanos, long nowMillis) {
        if (retired || backingOff(nowNanos)) return false;
        if (source.server().onTrial() || failures > 0)
            return ready.isEmpty() && busy == 0 && connecting == 0 && capRoom(nowMillis) > 0;
        int bound = 2 * connectionLimit();
        return ready.size() + busy < bound && capRoom(nowMillis) > ready.size();
    }

    private int connectionLimit() {
        return limits.connections() == 0 ? PathLimits.DEFAULT.connections() : limits.connections();
    }

    /** Recipients that the caps still allow now. */
    public long capRoom(long nowMillis) {
        long room = Long.MAX_VALUE;
        for (CapWindow cap : caps) room = Math.min(room, cap.room(nowMillis));
        return room;
    }

    private String tightestCap(long nowMillis) {
        return caps.stream()
                .min(Comparator.comparingLong(cap -> cap.room(nowMillis)))
                .map(cap -> " of " + cap.tighter(nowMillis))
                .orElse("");
    }

    /** Reserves the right to one transaction. */
    public void use(long nowMillis, int recipients) {
        rate.take();
        for (CapWindow cap : caps) cap.use(nowMillis, recipients);
    }

    public void giveBack(long reservedAtMillis, int recipients) {
        for (CapWindow cap : caps) cap.giveBack(reservedAtMillis, recipients);
    }

    public long rateWaitNanos(long nowNanos) {
        return rate.waitNanos(nowNanos);
    }

    // --- conversations

    /** Whether one more may be opened, and there is work that would wait for it. If only the server's limit is in the way, it queues up there. */
    public boolean mayConnect() {
        return wantsConnection() && source.server().connectionAllowed(this);
    }

    boolean wantsConnection() {
        return !retired
                && connecting < ready.size()
                && connecting + conversations.size() + openAtPredecessors() < connectionLimit()
                && (failures == 0 || connecting == 0);
    }

    public void connectBegins(long nowNanos) {
        if (connecting == 0) connectingSinceNanos = nowNanos;
        connecting++;
        source.server().connectionOpened();
    }

    public void connectFailed() {
        connecting--;
        source.server().connectionClosed();
    }

    public void connected(Conversation conversation) {
        connecting--;
        connectingSinceNanos = System.nanoTime();
        conversations.add(conversation);
        idle.addFirst(conversation);
    }

    public @Nullable Conversation takeIdle() {
        return idle.pollFirst();
    }

    public void becomesBusy() {
        busy++;
        source.inFlight(+1);
    }

    public void becomesFree() {
        busy--;
        source.inFlight(-1);
    }

    public void rest(Conversation conversation) {
        idle.addFirst(conversation);
    }

    /** Forgets a conversation that has ended or is to end. */
    public void leave(Conversation conversation) {
        if (!conversations.remove(conversation)) return;
        idle.remove(conversation);
        source.server().connectionClosed();
    }

    public boolean overLimit() {
        return retired
                || conversations.size() + openAtPredecessors() > connectionLimit()
                || source.server().overLimit();
    }

    public Set<Conversation> conversations() {
        return conversations;
    }

    /** Since when the oldest connection, of those being opened without a pause, is being opened. */
    public long connectingSinceNanos() {
        return connectingSinceNanos;
    }

    public int connecting() {
        return connecting;
    }

    public int busy() {
        return busy;
    }

    // --- health

    public boolean backingOff(long nowNanos) {
        return failures > 0 && nowNanos - backoffUntilNanos < 0;
    }

    /**
     * Notes a failure to reach the peer and stays away for a while, longer each time; returns until when, in nano time.
     * Conversations that were being opened at the same time and fail with it count as one failure.
     */
    public long failed(String reason, long nowNanos, long atLeastNanos) {
        boolean another = backingOff(nowNanos);
        if (!another) failures++;
        trouble = reason;
        long wait = FIRST_BACKOFF_NANOS << Math.min(failures - 1, LONGEST_BACKOFF_DOUBLINGS);
        long until = nowNanos + Math.max(wait, atLeastNanos);
        if (!another || until - backoffUntilNanos > 0) backoffUntilNanos = until;
        return backoffUntilNanos;
    }

    public void succeeded() {
        failures = 0;
        trouble = "";
    }

    public int failures() {
        return failures;
    }

    /** What its last failure was; empty if all is well. */
    public String trouble() {
        return trouble;
    }

    /** Takes no more work; the conversations that are busy end after their message. */
    public void retire() {
        retired = true;
        limits = PathLimits.NONE;
    }

    public boolean retired() {
        return retired;
    }

    public boolean unused() {
        return ready.isEmpty() && conversations.isEmpty() && connecting == 0;
    }

    /** Why it takes no more, in one sentence; empty if it does. */
    public String closedBecause(long nowNanos, long nowMillis) {
        ServerTrack server = source.server();
        if (!server.accepts()) return "server " + server.server().id() + " is " + server.reason();
        if (!source.usable(nowNanos)) return "source " + source.source().id() + ": " + source.unusableBecause();
        if (backingOff(nowNanos)) {
            long seconds = Math.max(1, (backoffUntilNanos - nowNanos) / 1_000_000_000L);
            return "source " + source.source().id() + " tries again in " + seconds + " s: " + trouble;
        }
        if (capRoom(nowMillis) <= ready.size())
            return "source " + source.source().id() + " has used up its cap" + tightestCap(nowMillis);
        if (rateWaitNanos(nowNanos) > 0) return "source " + source.source().id() + " is at its rate limit";
        return open(nowNanos, nowMillis)
                ? ""
                : "source " + source.source().id() + " is busy with " + (ready.size() + busy) + " messages on "
                        + conversations.size() + " connections";
    }
}
