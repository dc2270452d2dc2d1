package org.postyard.engine.yard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.postyard.api.operation.Directives;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes directives one after the other, in the order in which they were given, and tries again what the store refuses. Dispatcher thread only. */
final class DirectiveWriter {
    private static final Logger LOG = LoggerFactory.getLogger(DirectiveWriter.class);
    private static final long RETRY_NANOS = Duration.ofSeconds(2).toNanos();

    private static final String NOT_YET =
            "; it would not survive a restart yet, because the store is away, and is written as soon as it is back";

    private final YardServices services;
    private final Dispatcher dispatcher;
    private boolean refusing;
    private final ArrayDeque<Change> changes = new ArrayDeque<>();

    /** @param told completes with what to add to an answer about it: nothing once it is durable, or that it is not yet */
    private record Change(Consumer<Directives> change, CompletableFuture<String> told) {}

    DirectiveWriter(YardServices services, Dispatcher dispatcher) {
        this.services = services;
        this.dispatcher = dispatcher;
    }

    /** Completes when it is durable, or has failed once, with what to add to an answer about it. */
    CompletionStage<String> write(Consumer<Directives> change) {
        Change added = new Change(change, new CompletableFuture<>());
        changes.add(added);
        if (changes.size() == 1) begin(added);
        else if (refusing) added.told.complete(NOT_YET);
        return added.told;
    }

    private void begin(Change next) {
        services.work().execute(() -> {
            try {
                next.change.accept(services.directives());
                dispatcher.execute(this::done);
            } catch (RuntimeException trouble) {
                LOG.warn("directive is not durable, written again reason={}", trouble.toString());
                dispatcher.execute(() -> refused(next));
            }
        });
    }

    private void refused(Change next) {
        refusing = true;
        changes.forEach(waiting -> waiting.told.complete(NOT_YET));
        dispatcher.after(RETRY_NANOS, () -> begin(next));
    }

    private void done() {
        refusing = false;
        changes.remove().told.complete("");
        Change next = changes.peek();
        if (next != null) begin(next);
    }
}
