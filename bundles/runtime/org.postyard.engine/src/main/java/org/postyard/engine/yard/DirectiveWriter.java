package org.postyard.engine.yard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.postyard.api.operation.Directives;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes directives one after the other, in the order in which they were given, and tries again what the store refuses. Dispatcher thread only. */
final class DirectiveWriter {
    private static final Logger LOG = LoggerFactory.getLogger(DirectiveWriter.class);
    private static final long RETRY_NANOS = Duration.ofSeconds(2).toNanos();

    private final YardServices services;
    private final Dispatcher dispatcher;
    private final ArrayDeque<Consumer<Directives>> changes = new ArrayDeque<>();

    DirectiveWriter(YardServices services, Dispatcher dispatcher) {
        this.services = services;
        this.dispatcher = dispatcher;
    }

    void write(Consumer<Directives> change) {
        changes.add(change);
        if (changes.size() == 1) begin(change);
    }

    private void begin(Consumer<Directives> change) {
        services.work().execute(() -> {
            try {
                change.accept(services.directives());
                dispatcher.execute(this::done);
            } catch (RuntimeException trouble) {
                LOG.warn("directive is not durable, written again reason={}", trouble.toString());
                dispatcher.execute(() -> dispatcher.after(RETRY_NANOS, () -> begin(change)));
            }
        });
    }

    private void done() {
        changes.remove();
        Consumer<Directives> next = changes.peek();
        if (next != null) begin(next);
    }
}
