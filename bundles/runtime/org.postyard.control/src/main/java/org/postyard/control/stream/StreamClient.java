package org.postyard.control.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.postyard.protocol.StreamTopic;

/**
 * One listener of the live stream, with a bounded queue of frames; writing never blocks. Frames come from the one thread of
 * {@link LiveStream}, the container calls when the socket takes more: one lock.
 */
final class StreamClient implements WriteListener {
    private final AsyncContext async;
    private final ServletOutputStream output;
    private final Set<StreamTopic> topics;
    private final boolean masked;
    private final boolean changes;
    private final Set<StreamTopic> known = EnumSet.noneOf(StreamTopic.class);
    private final int capacity;
    private final Deque<byte[]> frames = new ArrayDeque<>();
    private long sentSequence;
    private boolean writable;
    private boolean unflushed;
    private boolean ended;
    private Instant lastProgress;

    StreamClient(
            AsyncContext async,
            ServletOutputStream output,
            Set<StreamTopic> topics,
            boolean masked,
            boolean changes,
            int capacity,
            long sentSequence,
            Instant now) {
        this.async = async;
        this.output = output;
        this.topics = topics.isEmpty() ? EnumSet.noneOf(StreamTopic.class) : EnumSet.copyOf(topics);
        this.masked = masked;
        this.changes = changes;
        this.capacity = capacity;
        this.sentSequence = sentSequence;
        this.lastProgress = now;
    }

    boolean wants(StreamTopic topic) {
        return topics.contains(topic);
    }

    /** Whether it wants of a topic that has changes only these. */
    boolean wantsChanges(StreamTopic topic) {
        return changes && topics.contains(topic);
    }

    /** Whether it has the list that the next change is one of. */
    synchronized boolean knows(StreamTopic topic) {
        return known.contains(topic);
    }

    /** Queues a whole list, if there is room. */
    synchronized void offerWhole(StreamTopic topic, byte[] frame, Instant now) {
        if (room() == 0) return;
        known.add(topic);
        offer(frame, now);
    }

    /** Queues a change; if there is no room, the client needs the whole list again. */
    synchronized void offerChange(StreamTopic topic, byte[] frame, Instant now) {
        if (room() == 0) known.remove(topic);
        else offer(frame, now);
    }

    boolean masked() {
        return masked;
    }

    /** Sequence of the last delivery event that was queued for this client. */
    synchronized long sentSequence() {
        return sentSequence;
    }

    /** Frames that may still be queued. */
    synchronized int room() {
        return ended ? 0 : Math.max(0, capacity - frames.size());
    }

    synchronized boolean ended() {
        return ended;
    }

    /** Whether everything was written. */
    synchronized boolean idle() {
        return frames.isEmpty();
    }

    /** Whether frames have waited this long without any of them being written. */
    synchronized boolean stalled(Instant now, Duration limit) {
        return !frames.isEmpty() && lastProgress.plus(limit).isBefore(now);
    }

    /** Whether nothing was written for this long. */
    synchronized boolean silent(Instant now, Duration limit) {
        return frames.isEmpty() && !lastProgress.plus(limit).isAfter(now);
    }

    synchronized void offer(byte[] frame, long sequence, Instant now) {
        sentSequence = sequence;
        offer(frame, now);
    }

    synchronized void offer(byte[] frame, Instant now) {
        if (ended) return;
        if (frames.isEmpty()) lastProgress = now;
        frames.add(frame);
        write(now);
    }

    /** Ends the stream; may be repeated. */
    void end() {
        synchronized (this) {
            if (ended) return;
            ended = true;
            frames.clear();
        }
        async.complete();
    }

    @Override
    public synchronized void onWritePossible() {
        writable = true;
        write(lastProgress);
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    private void write(Instant now) {
        if (!writable || ended) return;
        try {
            while (!frames.isEmpty() && output.isReady()) {
                output.write(frames.remove());
                lastProgress = now;
                unflushed = true;
            }
            if (unflushed && output.isReady()) {
                unflushed = false;
                output.flush();
            }
        } catch (IOException gone) {
            frames.clear();
            ended = true;
            async.complete();
        }
    }
}
