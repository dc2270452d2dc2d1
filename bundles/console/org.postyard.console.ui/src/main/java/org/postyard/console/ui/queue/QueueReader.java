package org.postyard.console.ui.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.postyard.console.model.call.QueueCalls;
import org.postyard.console.model.call.QueueScope;
import org.postyard.console.model.connection.Outcome;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.protocol.QueueView;

/**
 * Asks a runtime for all its queues again and again, because the live stream carries only the deepest: one question at a time, and the
 * next one not before the last is answered. Thread-safe; never blocks.
 */
final class QueueReader {

    private static final int MOST_QUEUES = 10_000;
    private static final long INTERVAL_NANOS = Duration.ofSeconds(2).toNanos();

    private final BiConsumer<LiveRuntime, Outcome<List<QueueView>>> answers;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Optional<Asked> last = Optional.empty();

    private record Asked(String runtime, long nanos) {}

    /**
     * @param answers called on any thread
     */
    QueueReader(BiConsumer<LiveRuntime, Outcome<List<QueueView>>> answers) {
        this.answers = answers;
    }

    /** To be called as often as one likes; asks if the last answer is old. */
    void tick(LiveRuntime runtime) {
        boolean fresh = last.filter(asked ->
                        asked.runtime().equals(runtime.name()) && System.nanoTime() - asked.nanos() < INTERVAL_NANOS)
                .isPresent();
        if (!fresh && runtime.snapshot().link().live()) {
            ask(runtime);
        }
    }

    /** Asks as soon as possible, because something was changed. */
    void again() {
        last = Optional.empty();
    }

    private void ask(LiveRuntime runtime) {
        if (!asking.compareAndSet(false, true)) {
            return;
        }
        last = Optional.of(new Asked(runtime.name(), System.nanoTime()));
        var unused = new QueueCalls(runtime.client())
                .queues(QueueScope.ALL, MOST_QUEUES)
                .whenComplete((outcome, failure) -> {
                    asking.set(false);
                    if (outcome != null) {
                        answers.accept(runtime, outcome);
                    }
                });
    }
}
