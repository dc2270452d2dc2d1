package org.postyard.engine.queue;

import org.jspecify.annotations.Nullable;

/**
 * The recipients of one message that share a ScheduledQueue and, so far, their fate. The unit that travels through the
 * yard. Dispatcher thread only.
 */
public final class Consignment {
    /** Where a consignment is. */
    public enum State {
        /** Its next attempt is in the future. */
        WAITING,
        /** Due now, in its queue. */
        DUE,
        /** Taken from its queue; its content is on its way from the spool. */
        LOADING,
        /** In the ready queue of a path. */
        READY,
        /** In a conversation. */
        IN_FLIGHT,
        /** Its outcome is on its way to the disk. */
        SETTLING,
        /** No recipient is left. */
        ENDED
    }

    private final MessageTrack track;
    private int[] recipients;
    private int failedAttempts;
    private boolean delayReported;
    private long nextAttemptMillis;
    private @Nullable Object holder;
    State state = State.WAITING;

    @Nullable
    ScheduledQueue queue;

    @Nullable
    Consignment older;

    @Nullable
    Consignment newer;

    /** @param recipients positions in the envelope */
    public Consignment(
            MessageTrack track, int[] recipients, int failedAttempts, long nextAttemptMillis, boolean delayReported) {
        this.track = track;
        this.recipients = recipients;
        this.failedAttempts = failedAttempts;
        this.nextAttemptMillis = nextAttemptMillis;
        this.delayReported = delayReported;
    }

    public MessageTrack track() {
        return track;
    }

    /** Positions in the envelope; not to be written to. */
    public int[] recipients() {
        return recipients;
    }

    public int failedAttempts() {
        return failedAttempts;
    }

    public boolean delayReported() {
        return delayReported;
    }

    public void reportDelay() {
        delayReported = true;
    }

    public long nextAttemptMillis() {
        return nextAttemptMillis;
    }

    public State state() {
        return state;
    }

    /** The ready queue that it was put into last; entries of it elsewhere are stale. */
    public boolean heldBy(Object readyQueue) {
        return holder == readyQueue && state == State.READY;
    }

    public void holdBy(Object readyQueue) {
        holder = readyQueue;
    }

    /** The queue that it belongs to until it ends. */
    public ScheduledQueue queue() {
        if (queue == null) throw new IllegalStateException("consignment of " + track.id() + " is in no queue");
        return queue;
    }

    /** Notes a failed attempt and the time of the next. */
    public void failed(long nextMillis) {
        failedAttempts++;
        nextAttemptMillis = nextMillis;
    }

    public void dueAt(long millis) {
        nextAttemptMillis = millis;
    }

    /** Leaves these recipients in and gives the others to a new consignment, which the caller puts into a queue. */
    public Consignment split(int[] staying, int[] leaving) {
        if (queue != null) queue.count(this, -1);
        recipients = staying;
        if (queue != null) queue.count(this, +1);
        return new Consignment(track, leaving, failedAttempts, nextAttemptMillis, delayReported);
    }

    /** Keeps only these recipients; the others are final. */
    public void keep(int[] staying) {
        if (queue != null) queue.count(this, -1);
        recipients = staying;
        if (queue != null) queue.count(this, +1);
    }
}
