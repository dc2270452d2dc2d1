package org.postyard.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.DeliveryEventListener;
import org.postyard.api.event.EventKind;
import org.postyard.api.operation.SlotStatus.State;
import org.postyard.engine.slot.SlotOwner;
import org.postyard.testkit.operation.FakeEventFeed;
import org.postyard.testkit.spool.Messages;

class ListenersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Messages messages = new Messages();
    private final FakeEventFeed feed = new FakeEventFeed();
    private final AtomicBoolean numbersKnown = new AtomicBoolean(true);
    private final Listeners listeners = new Listeners(feed, numbersKnown::get);
    private final List<Long> heard = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        listeners.close();
    }

    private void happen(int events) {
        DeliveryEvent event = messages.event(messages.message("anna@a.example"), 0, EventKind.RECEIVED, "");
        for (int i = 0; i < events; i++) feed.happen(event);
    }

    private void listen(DeliveryEventListener listener) {
        listeners.bind(new SlotOwner("listener", "export", 7, 0, "bundle", "1"), listener);
    }

    private void hear(List<DeliveryEvent> events) {
        for (DeliveryEvent event : events) heard.add(event.sequence());
    }

    private double number(String name) {
        return listeners.measurements().getOrDefault(name + "{listener=\"export\"}", -1.0);
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) throw new AssertionError("not within " + PATIENCE + ": " + what);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void aListenerGetsInOrderWhatHappensFromItsComingOn() {
        happen(3);
        listen(this::hear);
        happen(3000);

        await("all are counted", () -> number("postyard_listener_events_total") == 3000);
        assertThat(heard).isEqualTo(numbers(4, 3003));
        assertThat(number("postyard_listener_lost_events_total")).isZero();
    }

    @Test
    void whatHappenedBeforeTheRestartIsNoLoss() {
        numbersKnown.set(false);
        listen(this::hear);
        happen(100_000);
        numbersKnown.set(true);
        await("a new one comes", () -> {
            happen(1);
            return !heard.isEmpty();
        });

        assertThat(heard.get(0)).isGreaterThan(100_000);
        assertThat(number("postyard_listener_lost_events_total")).isZero();
    }

    @Test
    void aBatchThatWasThrownOnComesAgain() {
        AtomicBoolean broken = new AtomicBoolean(true);
        listen(events -> {
            if (broken.getAndSet(false)) throw new IllegalStateException("not now");
            hear(events);
        });
        happen(5);

        await("it comes again", () -> heard.equals(numbers(1, 5)));
        assertThat(listeners.statuses().get(0).failures()).isEqualTo(1);
    }

    @Test
    void aSlowListenerLosesTheOldestAndTheLossIsCounted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        listen(events -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            hear(events);
        });
        happen(10);
        begun.await();
        happen(2 * ListenerFeeder.MOST_BEHIND);
        goOn.countDown();
        long newest = feed.newestSequence();

        await("the newest is heard", () -> heard.contains(newest));
        long lost = (long) number("postyard_listener_lost_events_total");
        assertThat(lost).isBetween((long) ListenerFeeder.MOST_BEHIND, ListenerFeeder.MOST_BEHIND + 10L);
        assertThat(heard).hasSize((int) (newest - lost)).isSorted();
    }

    @Test
    void aDrainedListenerGetsNothingUntilItIsOpenAgainAndThenWhatItMissed() {
        listen(this::hear);
        happen(2);
        await("both are heard", () -> heard.size() == 2);

        assertThat(listeners.drain("bundle", "a trial")).isEqualTo(1);
        happen(2);
        assertThat(listeners.statuses().get(0).state()).isEqualTo(State.DRAINING);
        assertThat(heard).hasSize(2);
        assertThat(listeners.reopen("bundle")).isEqualTo(1);

        await("the rest comes", () -> heard.equals(numbers(1, 4)));
    }

    @Test
    void aListenerThatLeavesEndsTheCallUnderWayFirst() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        listen(events -> {
            begun.countDown();
            CompletableFuture.runAsync(() -> hear(events)).join();
            ended.complete(true);
        });
        happen(1);
        begun.await();
        listeners.unbind(7);

        assertThat(ended).isCompletedWithValue(true);
        assertThat(listeners.statuses()).isEmpty();
        assertThat(listeners.measurements()).isEmpty();
        happen(1);
        assertThat(heard).hasSize(1);
    }

    @Test
    void aListenerThatHangsIsInterruptedWhenItLeaves() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        listen(events -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
        });
        happen(1);
        begun.await();
        listeners.unbind(7);

        assertThat(interrupted).succeedsWithin(PATIENCE);
    }
}
