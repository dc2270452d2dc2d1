package org.postyard.engine.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.message.Priority;

/**
 * All queues that leave to one site through one pool: the place where they compete. Priorities get shares by weight,
 * queues of one priority take turns, so that none waits longer than one circle. Dispatcher thread only.
 */
public final class Lane {
    private static final Supplier<String> NOTHING = () -> "";
    private static final List<Priority> PRIORITIES = List.of(Priority.values());

    private final DestinationSite site;
    private final String pool;
    private final ArrayDeque<ScheduledQueue>[] circles;
    private final Set<ScheduledQueue>[] offered;
    private final Set<ScheduledQueue> queues = new HashSet<>();
    private final int[] credit = new int[PRIORITIES.size()];
    private final ArrayDeque<Consignment> loaded = new ArrayDeque<>();
    private int loading;
    private Supplier<String> blockedBecause = NOTHING;
    private boolean dirty;
    private boolean paused;
    private final Runnable onDirty;

    /** @param onDirty told once when there may be something to promote, until {@link #clean} */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Lane(DestinationSite site, String pool, java.util.function.Consumer<Lane> onDirty) {
        this.site = site;
        this.pool = pool;
        this.onDirty = () -> onDirty.accept(this);
        this.circles = new ArrayDeque[PRIORITIES.size()];
        this.offered = new Set[PRIORITIES.size()];
        for (int i = 0; i < circles.length; i++) {
            circles[i] = new ArrayDeque<>();
            offered[i] = new HashSet<>();
        }
    }

    public DestinationSite site() {
        return site;
    }

    public String pool() {
        return pool;
    }

    /** Says that there may be something to promote. */
    public void touch() {
        if (dirty) return;
        dirty = true;
        onDirty.run();
    }

    public void clean() {
        dirty = false;
    }

    /** Returns whether nobody is going to wake it yet, so that the caller does, once. */
    public boolean pause() {
        boolean was = paused;
        paused = true;
        return !was;
    }

    /** Ends a pause. */
    public void resume() {
        paused = false;
        touch();
    }

    void offer(ScheduledQueue queue, int priority) {
        enrol(queue, priority);
        touch();
    }

    /** Gives a queue its turn, without saying that there is something new to promote. */
    void enrol(ScheduledQueue queue, int priority) {
        if (offered[priority].add(queue)) circles[priority].addLast(queue);
    }

    void attached(ScheduledQueue queue) {
        queues.add(queue);
    }

    void withdraw(ScheduledQueue queue) {
        for (int priority = 0; priority < circles.length; priority++) {
            if (offered[priority].remove(queue)) circles[priority].remove(queue);
        }
    }

    void detached(ScheduledQueue queue) {
        withdraw(queue);
        queues.remove(queue);
    }

    public boolean unused() {
        return queues.isEmpty() && loaded.isEmpty() && loading == 0 && !dirty;
    }

    /** Whether something may be due; a true answer can still turn out to be empty. */
    public boolean hasDue() {
        if (!loaded.isEmpty()) return true;
        for (ArrayDeque<ScheduledQueue> circle : circles) if (!circle.isEmpty()) return true;
        return false;
    }

    /** The consignment whose turn it is; null if none is due. */
    public @Nullable Consignment next() {
        Consignment ready = nextLoaded();
        if (ready != null) return ready;
        int priority = choosePriority();
        while (priority >= 0) {
            Consignment consignment = takeFrom(priority);
            if (consignment != null) {
                credit[priority]--;
                return consignment;
            }
            priority = choosePriority();
        }
        return null;
    }

    private @Nullable Consignment nextLoaded() {
        while (!loaded.isEmpty()) {
            Consignment consignment = loaded.removeFirst();
            if (consignment.queue != null && consignment.state == Consignment.State.LOADING) return consignment;
        }
        return null;
    }

    private @Nullable Consignment takeFrom(int priority) {
        ArrayDeque<ScheduledQueue> circle = circles[priority];
        ScheduledQueue queue = circle.removeFirst();
        Consignment consignment = queue.takeDue(priority);
        if (queue.hasDue(priority)) circle.addLast(queue);
        else offered[priority].remove(queue);
        return consignment;
    }

    private int choosePriority() {
        int chosen = withCredit();
        if (chosen >= 0) return chosen;
        for (Priority priority : PRIORITIES) credit[priority.ordinal()] = priority.weight();
        return withCredit();
    }

    private int withCredit() {
        for (int priority = 0; priority < circles.length; priority++) {
            if (!circles[priority].isEmpty() && credit[priority] > 0) return priority;
        }
        return -1;
    }

    public void loadingBegins() {
        loading++;
    }

    /** A consignment has come from the spool and is the next to leave. */
    public void loaded(Consignment consignment) {
        loading--;
        loaded.addLast(consignment);
        touch();
    }

    /** Gives up what has come from the spool and has not left, the last first. */
    public List<Consignment> unload() {
        List<Consignment> given = new ArrayList<>(loaded.size());
        for (Consignment consignment = loaded.pollLast(); consignment != null; consignment = loaded.pollLast())
            if (consignment.queue != null && consignment.state == Consignment.State.LOADING) given.add(consignment);
        return given;
    }

    public void loadingFailed() {
        loading--;
        touch();
    }

    public int loading() {
        return loading + loaded.size();
    }

    /** Puts back, as the next to leave, what was taken and could not leave. Does not touch the lane: nothing is new, so who puts back sees to it that it is touched when it can go on. */
    public void putBack(Consignment consignment) {
        if (consignment.state == Consignment.State.LOADING) loaded.addFirst(consignment);
        else consignment.queue().putBack(consignment);
    }

    /** Why nothing leaves; empty if something does. */
    public String blockedBecause() {
        return blockedBecause.get();
    }

    /** @param reason asked when somebody wants to know, because a lane blocks and opens again with each message */
    public void blockedBecause(Supplier<String> reason) {
        blockedBecause = reason;
    }

    public void flows() {
        blockedBecause = NOTHING;
    }
}
