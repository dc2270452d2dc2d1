package org.postyard.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;
import org.postyard.api.message.Priority;
import org.postyard.api.spool.Counts;
import org.postyard.engine.queue.Consignment.State;

class LaneTest {
    private final ClassAccount account = new ClassAccount(MessageClass.BULK, Counts.ZERO);
    private final List<Lane> dirty = new ArrayList<>();
    private final Lane lane = new Lane(DestinationSite.RELAYED, "pool", dirty::add);
    private long nextId = 1;

    private ScheduledQueue queue(String campaign) {
        ScheduledQueue queue = new ScheduledQueue(new QueueKey("t", campaign, "d", "pool"));
        queue.attach(lane);
        return queue;
    }

    private Consignment due(ScheduledQueue queue, Priority priority) {
        MessageTrack track = new MessageTrack(new MessageId(nextId++), account, priority, 0, Long.MAX_VALUE, 100, 1);
        Consignment consignment = new Consignment(track, new int[] {0}, 0, 0, false);
        queue.add(consignment);
        queue.due(consignment);
        return consignment;
    }

    private Consignment take() {
        Consignment consignment = lane.next();
        assertThat(consignment).isNotNull();
        consignment.queue().enter(consignment, State.READY);
        return consignment;
    }

    @Test
    void prioritiesShareByWeightSoThatNoneStarves() {
        ScheduledQueue queue = queue("c");
        for (Priority priority : Priority.values()) for (int i = 0; i < 2900; i++) due(queue, priority);
        Map<Priority, Integer> taken = new EnumMap<>(Priority.class);
        for (int i = 0; i < 2900; i++) taken.merge(take().track().priority(), 1, Integer::sum);
        assertThat(taken)
                .containsOnly(
                        Map.entry(Priority.CRITICAL, 1600),
                        Map.entry(Priority.HIGH, 800),
                        Map.entry(Priority.NORMAL, 400),
                        Map.entry(Priority.LOW, 100));
    }

    @Test
    void noQueueWaitsLongerThanOneCircle() {
        List<ScheduledQueue> queues = List.of(queue("a"), queue("b"), queue("c"));
        for (ScheduledQueue queue : queues) for (int i = 0; i < 10; i++) due(queue, Priority.NORMAL);
        for (int circle = 0; circle < 10; circle++) {
            List<String> campaigns = List.of(
                    take().queue().key().campaign(),
                    take().queue().key().campaign(),
                    take().queue().key().campaign());
            assertThat(campaigns).containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    @Test
    void whatIsPutBackIsNext() {
        ScheduledQueue queue = queue("a");
        Consignment first = due(queue, Priority.NORMAL);
        due(queue, Priority.NORMAL);
        assertThat(lane.next()).isSameAs(first);
        lane.putBack(first);
        assertThat(lane.next()).isSameAs(first);
    }

    @Test
    void aHeldQueueGivesNothingAndAReleasedOneGivesAll() {
        ScheduledQueue queue = queue("a");
        due(queue, Priority.NORMAL);
        queue.hold("test");
        due(queue, Priority.NORMAL);
        assertThat(lane.next()).isNull();
        queue.release();
        take();
        take();
        assertThat(lane.next()).isNull();
    }

    @Test
    void consignmentsThatHaveLeftTheirQueueAreSkipped() {
        ScheduledQueue queue = queue("a");
        Consignment gone = due(queue, Priority.NORMAL);
        Consignment stays = due(queue, Priority.NORMAL);
        queue.enter(gone, State.ENDED);
        queue.remove(gone);
        assertThat(lane.next()).isSameAs(stays);
        assertThat(queue.recipients()).isEqualTo(1);
    }

    @Test
    void aLaneSaysOnceThatThereIsWork() {
        ScheduledQueue queue = queue("a");
        dirty.clear();
        lane.clean();
        due(queue, Priority.NORMAL);
        due(queue, Priority.NORMAL);
        assertThat(dirty).hasSize(1);
    }

    @Test
    void aQueueKeepsOrderOfArrivalAndCountsRecipients() {
        ScheduledQueue queue = queue("a");
        Consignment first = due(queue, Priority.NORMAL);
        Consignment second = due(queue, Priority.NORMAL);
        assertThat(queue.oldest()).isSameAs(first);
        queue.remove(first);
        assertThat(queue.oldest()).isSameAs(second);
        queue.remove(second);
        assertThat(queue.empty()).isTrue();
        assertThat(queue.recipients()).isZero();
    }
}
