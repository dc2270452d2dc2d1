package org.postyard.testkit.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.RecipientResult;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.fleet.EgressPath;
import org.postyard.api.message.Recipient;

/** One call of {@code deliver} of a {@link FakeSession}; answered once, whoever comes first. */
final class FakeDelivery {
    private final FakeSession session;
    private final EgressPath path;
    private final OutboundMessage message;
    private final CompletableFuture<List<RecipientResult>> results = new CompletableFuture<>();
    private final long startedNanos = System.nanoTime();

    FakeDelivery(FakeSession session, EgressPath path, OutboundMessage message) {
        this.session = session;
        this.path = path;
        this.message = message;
    }

    EgressPath path() {
        return path;
    }

    OutboundMessage message() {
        return message;
    }

    CompletionStage<List<RecipientResult>> stage() {
        return results;
    }

    boolean pending() {
        return !results.isDone();
    }

    long startedNanos() {
        return startedNanos;
    }

    void complete(Function<Recipient, AttemptResult> answer) {
        List<RecipientResult> answers = new ArrayList<>();
        for (int i = 0; i < message.recipients().size(); i++)
            answers.add(new RecipientResult(i, answer.apply(message.recipients().get(i))));
        results.complete(List.copyOf(answers));
    }

    /** Ends the delivery as a silent peer would: deferred, with the conversation of no use any more. */
    void endAt(Deadline deadline) {
        CompletableFuture.delayedExecutor(Math.max(1, deadline.left().toNanos()), TimeUnit.NANOSECONDS)
                .execute(() -> end("the deadline passed"));
    }

    void end(String reason) {
        if (!pending()) return;
        session.peerCloses();
        SmtpReply reply = new SmtpReply(451, "4.4.2", reason);
        complete(recipient -> new AttemptResult.Deferred(reply, Optional.empty(), true));
    }

    FakeConnector.Delivery record() {
        List<AttemptResult> answers = pending()
                ? List.of()
                : results.join().stream().map(RecipientResult::result).toList();
        return new FakeConnector.Delivery(session.number(), path, message, answers);
    }
}
