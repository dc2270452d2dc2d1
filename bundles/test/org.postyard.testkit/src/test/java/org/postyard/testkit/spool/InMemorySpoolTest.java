package org.postyard.testkit.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.spool.Arrival;
import org.postyard.api.spool.Committed;
import org.postyard.api.spool.Spool;
import org.postyard.api.spool.SpoolHealth;

class InMemorySpoolTest extends SpoolContract {
    private final ExecutorService completions = Executors.newSingleThreadExecutor();
    private @Nullable InMemorySpool last;

    @AfterEach
    void stop() {
        completions.shutdownNow();
    }

    @Override
    protected Spool open() {
        InMemorySpool opened = last == null ? InMemorySpool.completingOn(completions) : last.reopen();
        last = opened;
        return opened;
    }

    @Override
    protected void close(Spool spool) {
        // Nothing is held open.
    }

    @Override
    protected void fill(Spool spool) {
        ((InMemorySpool) spool).becomesFull();
    }

    @Override
    protected void makeRoom(Spool spool) {
        ((InMemorySpool) spool).becomesWell();
    }

    @Test
    void aBrokenSpoolRefusesSettlementsToo() throws Exception {
        InMemorySpool direct = InMemorySpool.direct();
        Arrival arrival = messages.arrival("a@example.com");
        await(direct.accept(arrival));
        direct.becomesBroken();
        assertThat(direct.settle(messages.delivered(arrival.message(), 0, true)).toCompletableFuture())
                .isCompletedExceptionally();
        assertThat(direct.health().state()).isEqualTo(SpoolHealth.State.BROKEN);
        assertThat(direct.held()).hasSize(1);
    }

    @Test
    void aTestDecidesWhenAStageCompletes() {
        Queue<Runnable> pending = new ArrayDeque<>();
        CompletableFuture<Committed> stage = InMemorySpool.completingOn(pending::add)
                .accept(messages.arrival("a@example.com"))
                .toCompletableFuture();
        assertThat(stage).isNotDone();
        pending.remove().run();
        assertThat(stage).isCompleted();
    }
}
