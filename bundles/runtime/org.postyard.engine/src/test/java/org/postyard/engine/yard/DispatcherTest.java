package org.postyard.engine.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private final Dispatcher dispatcher = new Dispatcher(() -> {});

    @BeforeEach
    void start() {
        dispatcher.start();
    }

    @AfterEach
    void close() {
        dispatcher.close();
    }

    private static int broken() {
        throw new AssertionError("broken on purpose");
    }

    @Test
    void anErrorInATaskIsKnownAndTheOthersGoOn() throws Exception {
        dispatcher.execute(DispatcherTest::broken);
        assertThat(dispatcher.ask(() -> 7).get(10, TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(dispatcher.trouble()).contains("broken on purpose");
    }

    @Test
    void aQuestionThatEndsInAnErrorIsAnswered() {
        assertThatThrownBy(() -> dispatcher.ask(DispatcherTest::broken).get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(AssertionError.class);
    }

    @Test
    void afterTheEndQuestionsAreRefusedInsteadOfLeftOpen() {
        dispatcher.close();
        assertThatThrownBy(() -> dispatcher.ask(() -> 7).get(10, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTurnThatDoesNotEndIsToldWithItsPlaceUntilItHasEnded() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (DispatcherWatch watch = new DispatcherWatch(dispatcher, Duration.ofMillis(100))) {
            watch.start();
            dispatcher.execute(() -> waitFor(released));
            YardFixture.await("told", () -> watch.finding().contains("DispatcherTest.waitFor"));
            released.countDown();
            YardFixture.await("told no more", () -> watch.finding().isEmpty());
        } finally {
            released.countDown();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
