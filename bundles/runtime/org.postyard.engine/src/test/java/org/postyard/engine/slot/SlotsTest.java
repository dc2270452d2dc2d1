package org.postyard.engine.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postyard.api.operation.SlotStatus.State;

class SlotsTest {
    private final Slots<String> slots = new Slots<>();

    private void bind(long serviceId, int ranking, String service) {
        slots.bind(new SlotOwner("balancer", "x", serviceId, ranking, "bundle", "1"), service);
    }

    private String serving() {
        return slots.open("x").orElseThrow().call(service -> service).orElseThrow();
    }

    @Test
    void theBestRankServesAndTheNextOneTakesOver() {
        bind(1, 0, "old");
        bind(2, 5, "new");
        assertThat(serving()).isEqualTo("new");
        slots.unbind(2, slot -> {}, slot -> {});
        assertThat(serving()).isEqualTo("old");
    }

    @Test
    void unbindingWaitsForTheCallUnderWayAndGivesNoNewLease() throws Exception {
        bind(1, 0, "service");
        Slot<String> slot = slots.open("x").orElseThrow();
        CompletableFuture<String> answer = new CompletableFuture<>();
        slot.begin(service -> answer);
        CompletableFuture<Void> unbound = CompletableFuture.runAsync(() ->
                slots.unbind(1, draining -> answer.completeOnTimeout("done", 50, TimeUnit.MILLISECONDS), cut -> {}));
        unbound.get(5, TimeUnit.SECONDS);
        assertThat(answer).isCompletedWithValue("done");
        assertThat(slot.call(service -> service)).isEmpty();
        assertThat(slots.open("x")).isEmpty();
    }

    @Test
    void aPluginThatThrowsIsContainedAndClosedInTheEnd() {
        bind(1, 0, "service");
        Slot<String> slot = slots.open("x").orElseThrow();
        for (int i = 0; i < Slot.FAILURES_UNTIL_CLOSED; i++) {
            assertThat(slot.<String>call(service -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isEmpty();
        }
        assertThat(slot.status().state()).isEqualTo(State.CLOSED);
        assertThat(slot.status().reason()).contains("failures in a row");
        assertThat(slots.open("x")).isEmpty();
    }

    @Test
    void oneSuccessForgivesFailures() {
        bind(1, 0, "service");
        Slot<String> slot = slots.open("x").orElseThrow();
        for (int i = 0; i < 3 * Slot.FAILURES_UNTIL_CLOSED; i++) {
            int call = i;
            slot.call(service -> {
                if (call % 2 == 0) throw new IllegalStateException("broken");
                return service;
            });
        }
        assertThat(slot.open()).isTrue();
    }

    @Test
    void aDrainedBundleGivesNoLeaseUntilItIsOpenedAgain() {
        bind(1, 0, "service");
        List<Slot<String>> told = new ArrayList<>();

        assertThat(slots.drain("another", "by anna", told::add)).isZero();
        assertThat(slots.drain("bundle", "by anna", told::add)).isEqualTo(1);

        assertThat(told).hasSize(1);
        assertThat(slots.open("x")).isEmpty();
        assertThat(slots.statuses().get(0).state()).isEqualTo(State.DRAINING);
        assertThat(slots.statuses().get(0).reason()).isEqualTo("by anna");
        assertThat(slots.reopen("bundle")).isEqualTo(1);
        assertThat(serving()).isEqualTo("service");
    }

    @Test
    void aSlotThatFailedTooOftenCanBeOpenedAgain() {
        bind(1, 0, "service");
        Slot<String> slot = slots.open("x").orElseThrow();
        for (int i = 0; i < Slot.FAILURES_UNTIL_CLOSED; i++)
            slot.<String>call(service -> {
                throw new IllegalStateException("broken");
            });
        assertThat(slots.open("x")).isEmpty();

        slots.reopen("bundle");

        assertThat(serving()).isEqualTo("service");
    }

    @Test
    void callsThatBeginWellAndFailLaterCloseTheSlotAsWell() {
        bind(1, 0, "service");
        Slot<String> slot = slots.open("x").orElseThrow();
        for (int i = 0; i < Slot.FAILURES_UNTIL_CLOSED; i++)
            slot.begin(service -> CompletableFuture.failedFuture(new IllegalStateException("broken later")));
        assertThat(slot.status().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aCallThatEndsWellStartsTheCountOfFailuresAnew() {
        bind(1, 0, "service");
        Slot<String> slot = slots.open("x").orElseThrow();
        for (int i = 0; i < 3 * Slot.FAILURES_UNTIL_CLOSED; i++) {
            boolean fails = i % Slot.FAILURES_UNTIL_CLOSED != 0;
            slot.begin(service -> fails
                    ? CompletableFuture.failedFuture(new IllegalStateException("broken later"))
                    : CompletableFuture.completedFuture("well"));
        }
        assertThat(slot.open()).isTrue();
    }
}
