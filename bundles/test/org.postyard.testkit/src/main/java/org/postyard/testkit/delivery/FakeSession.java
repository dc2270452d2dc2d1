package org.postyard.testkit.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.RecipientResult;
import org.postyard.api.delivery.Session;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.fleet.EgressPath;

/** One conversation of a {@link FakeConnector}. */
final class FakeSession implements Session {
    private final FakeConnector connector;
    private final EgressPath path;
    private final int number;
    private final AtomicInteger messagesLeft;
    private volatile Optional<FakeDelivery> last = Optional.empty();
    private final AtomicBoolean usable = new AtomicBoolean(true);
    private final AtomicBoolean closed = new AtomicBoolean();

    FakeSession(FakeConnector connector, EgressPath path, int number, int messages) {
        this.connector = connector;
        this.path = path;
        this.number = number;
        messagesLeft = new AtomicInteger(messages);
    }

    int number() {
        return number;
    }

    void under(FakeDelivery delivery) {
        last = Optional.of(delivery);
    }

    boolean idle() {
        return last.filter(FakeDelivery::pending).isEmpty();
    }

    void peerCloses() {
        usable.set(false);
    }

    @Override
    public CompletionStage<List<RecipientResult>> deliver(OutboundMessage message, Deadline deadline) {
        if (!idle()) throw new IllegalStateException("deliver called before the last result");
        if (!reusable()) return CompletableFuture.completedFuture(ended(message));
        messagesLeft.decrementAndGet();
        return connector.deliver(this, path, message, deadline);
    }

    private static List<RecipientResult> ended(OutboundMessage message) {
        SmtpReply reply = new SmtpReply(421, "4.4.2", "the conversation had ended");
        AttemptResult deferred = new AttemptResult.Deferred(reply, Optional.empty(), false);
        return IntStream.range(0, message.recipients().size())
                .mapToObj(i -> new RecipientResult(i, deferred))
                .toList();
    }

    @Override
    public boolean reusable() {
        return usable.get() && !closed.get() && messagesLeft.get() > 0;
    }

    @Override
    public Duration silentFor() {
        return last.filter(FakeDelivery::pending)
                .map(delivery -> Duration.ofNanos(System.nanoTime() - delivery.startedNanos()))
                .orElse(Duration.ZERO);
    }

    @Override
    public String peer() {
        return "fake" + number + " [" + path.site().name() + "]";
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        connector.closed(path);
        last.ifPresent(delivery -> delivery.end("closed by the caller"));
    }
}
