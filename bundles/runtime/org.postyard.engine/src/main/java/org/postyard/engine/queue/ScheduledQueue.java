package org.postyard.engine.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.postyard.api.message.Priority;
import org.postyard.engine.queue.Consignment.State;

/**
 * Messages of one tenant, campaign and domain: those that wait for their time, those that are due, and, for counting and
 * for operators, those that are on their way. Keeps the order of arrival within a priority. Dispatcher thread only.
 */
public final class ScheduledQueue {
    private static final int PRIORITIES = Priority.values().length;

    private final QueueKey key;
    private final @Nullable ArrayDeque<Consignment>[] due;
    private final long[] recipientsByState = new long[State.values().length];
    private final Map<ClassAccount, long[]> queuedByClass = new HashMap<>(2);
    private @Nullable Consignment oldest;
    private @Nullable Consignment newest;
    private @Nullable Lane lane;
    private String heldBecause = "";
    private String waitReason = "";
    private long idleSinceMillis;

    @SuppressWarnings({"unchecked", "rawtypes"})
    public ScheduledQueue(QueueKey key) {
        this.key = key;
        this.due = new ArrayDeque[PRIORITIES];
    }

    public QueueKey key() {
        return key;
    }

    /** Takes a consignment in, as the newest. */
    public void add(Consignment consignment) {
        consignment.queue = this;
        consignment.track().add(consignment);
        consignment.older = newest;
        if (newest != null) newest.newer = consignment;
        newest = consignment;
        if (oldest == null) oldest = consignment;
        count(consignment, +1);
    }

    /** Lets a consignment go: it has ended or moves to another queue. */
    public void remove(Consignment consignment) {
        count(consignment, -1);
        consignment.track().remove(consignment);
        Consignment older = consignment.older;
        Consignment newer = consignment.newer;
        if (older != null) older.newer = newer;
        else oldest = newer;
        if (newer != null) newer.older = older;
        else newest = older;
        consignment.older = null;
        consignment.newer = null;
        consignment.queue = null;
    }

    /** Counts the recipients of a consignment in or out. */
    void count(Consignment consignment, int sign) {
        long recipients = (long) sign * consignment.recipients().length;
        recipientsByState[consignment.state.ordinal()] += recipients;
        queuedByClass.computeIfAbsent(consignment.track().account(), account -> new long[1])[0] += recipients;
    }

    /** Moves a consignment of this queue to another state. */
    public void enter(Consignment consignment, State state) {
        int recipients = consignment.recipients().length;
        recipientsByState[consignment.state.ordinal()] -= recipients;
        consignment.state = state;
        recipientsByState[state.ordinal()] += recipients;
    }

    /** Makes a consignment due, behind the others of its priority. */
    public void due(Consignment consignment) {
        enter(consignment, State.DUE);
        dueOf(consignment).addLast(consignment);
        offer(consignment);
    }

    /** Makes a consignment due again, before the others of its priority. */
    public void dueAgain(Consignment consignment) {
        enter(consignment, State.DUE);
        dueOf(consignment).addFirst(consignment);
        offer(consignment);
    }

    /** As {@link #dueAgain}, for what the lane has just taken. */
    void putBack(Consignment consignment) {
        enter(consignment, State.DUE);
        dueOf(consignment).addFirst(consignment);
        if (lane != null && !held())
            lane.enrol(this, consignment.track().priority().ordinal());
    }

    private ArrayDeque<Consignment> dueOf(Consignment consignment) {
        int priority = consignment.track().priority().ordinal();
        ArrayDeque<Consignment> deque = due[priority];
        if (deque == null) {
            deque = new ArrayDeque<>();
            due[priority] = deque;
        }
        return deque;
    }

    private void offer(Consignment consignment) {
        if (lane != null && !held())
            lane.offer(this, consignment.track().priority().ordinal());
    }

    /** The next due consignment of a priority; null if there is none. Entries whose consignment has left meanwhile are skipped. */
    @Nullable
    Consignment takeDue(int priority) {
        ArrayDeque<Consignment> deque = due[priority];
        while (deque != null && !deque.isEmpty()) {
            Consignment consignment = deque.removeFirst();
            if (consignment.queue == this && consignment.state == State.DUE) return consignment;
        }
        return null;
    }

    /** Takes the next due consignment of whatever priority, for what is done with all that is due; null if there is none. */
    public @Nullable Consignment takeDue() {
        for (int priority = 0; priority < PRIORITIES; priority++) {
            Consignment consignment = takeDue(priority);
            if (consignment != null) return consignment;
        }
        return null;
    }

    boolean hasDue(int priority) {
        ArrayDeque<Consignment> deque = due[priority];
        return deque != null && !deque.isEmpty();
    }

    /** Says through which lane the queue leaves; what is due is offered there. */
    public void attach(Lane newLane) {
        if (lane == newLane) return;
        detach();
        lane = newLane;
        newLane.attached(this);
        offerAll();
    }

    public void detach() {
        if (lane != null) lane.detached(this);
        lane = null;
    }

    public Optional<Lane> lane() {
        return Optional.ofNullable(lane);
    }

    private void offerAll() {
        if (lane == null || held()) return;
        for (int priority = 0; priority < PRIORITIES; priority++) if (hasDue(priority)) lane.offer(this, priority);
    }

    public void hold(String reason) {
        heldBecause = reason.isEmpty() ? "held by an operator" : reason;
        if (lane != null) lane.withdraw(this);
    }

    public void release() {
        heldBecause = "";
        offerAll();
    }

    public boolean held() {
        return !heldBecause.isEmpty();
    }

    public String heldBecause() {
        return heldBecause;
    }

    /** Why it has no lane, or what its last deferral was; empty if nothing is in its way. */
    public String waitReason() {
        return waitReason;
    }

    public void waitsBecause(String reason) {
        waitReason = reason;
    }

    public boolean empty() {
        return oldest == null;
    }

    public @Nullable Consignment oldest() {
        return oldest;
    }

    /** Recipients in a state. */
    public long recipients(State state) {
        return recipientsByState[state.ordinal()];
    }

    /** All recipients. */
    public long recipients() {
        long sum = 0;
        for (long recipients : recipientsByState) sum += recipients;
        return sum;
    }

    /** Gives the recipients per message class. */
    public void countClasses(ObjLongConsumer<ClassAccount> consumer) {
        queuedByClass.forEach((account, recipients) -> consumer.accept(account, recipients[0]));
    }

    /** Visits all consignments, the oldest first; the visitor may remove the one it is given. */
    public void each(Consumer<Consignment> visitor) {
        Consignment next = oldest;
        while (next != null) {
            Consignment current = next;
            next = current.newer;
            visitor.accept(current);
        }
    }

    /** The oldest consignments, that many at most. */
    public List<Consignment> oldest(int most) {
        List<Consignment> found = new ArrayList<>();
        for (Consignment next = oldest; next != null && found.size() < most; next = next.newer) found.add(next);
        return found;
    }

    /** For how long it has been empty; starts at the first question. */
    public long idleMillis(long nowMillis) {
        if (!empty()) idleSinceMillis = 0;
        else if (idleSinceMillis == 0) idleSinceMillis = nowMillis;
        return idleSinceMillis == 0 ? 0 : nowMillis - idleSinceMillis;
    }
}
