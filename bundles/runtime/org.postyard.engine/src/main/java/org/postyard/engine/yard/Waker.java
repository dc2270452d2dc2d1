package org.postyard.engine.yard;

import java.time.Clock;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.ScheduledQueue;

/** Puts consignments where they wait and wakes them when their time has come. Dispatcher thread only. */
final class Waker implements Waking {
    private static final int BATCH = 2048;

    private final YardState state;
    private final Clock clock;

    Waker(YardState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    @Override
    public void due(Consignment consignment) {
        consignment.queue().due(consignment);
        place(consignment.queue());
    }

    @Override
    public void dueAgain(Consignment consignment) {
        consignment.queue().dueAgain(consignment);
        place(consignment.queue());
    }

    private void place(ScheduledQueue queue) {
        if (queue.lane().isEmpty()) state.unplaced().add(queue);
    }

    @Override
    public void waitForTime(Consignment consignment) {
        consignment.queue().enter(consignment, Consignment.State.WAITING);
        state.delayed.add(consignment);
    }

    /** Makes due what has waited for its time. */
    void wake() {
        state.delayed.due(clock.millis(), BATCH, this::due);
    }
}
