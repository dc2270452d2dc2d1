package org.postyard.connector.smtp;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.RecipientResult;
import org.postyard.api.delivery.Session;
import org.postyard.api.delivery.SmtpReply;

/** A conversation that is open for messages. Its own state belongs to the event loop. */
final class SmtpSession implements Session {
    private static final SmtpReply OVER = new SmtpReply(421, "4.4.2", "the conversation had ended before this message");

    private final Conversation conversation;
    private final Capabilities peer;
    private final Settings settings;
    private final String peerName;
    private final boolean relay;
    private @Nullable Transaction last;
    private int transactions;

    SmtpSession(Conversation conversation, Capabilities peer, Settings settings, String peerName, boolean relay) {
        this.conversation = conversation;
        this.peer = peer;
        this.settings = settings;
        this.peerName = peerName;
        this.relay = relay;
    }

    @Override
    public CompletionStage<List<RecipientResult>> deliver(OutboundMessage message, Deadline deadline) {
        CompletableFuture<List<RecipientResult>> results = new CompletableFuture<>();
        conversation.loop().run(() -> begin(message, deadline, results), () -> results.complete(neverTried(message)));
        return results;
    }

    private void begin(OutboundMessage message, Deadline deadline, CompletableFuture<List<RecipientResult>> results) {
        if (!conversation.usable() || deadline.passed()) {
            results.complete(neverTried(message));
            return;
        }
        boolean reset = last != null && !last.clean();
        Manifest manifest = Manifest.of(message, peer, settings);
        Transaction transaction =
                new Transaction(conversation, peer, settings, manifest, relay, transactions > 0, results);
        transactions++;
        if (transactions == peer.mailMaximum()) conversation.retire();
        conversation.begin(transaction, deadline);
        if (transaction.start(reset)) last = transaction;
        else conversation.finish();
    }

    private static List<RecipientResult> neverTried(OutboundMessage message) {
        return IntStream.range(0, message.recipients().size())
                .mapToObj(i -> new RecipientResult(i, Verdicts.deferred(OVER, false)))
                .toList();
    }

    @Override
    public boolean reusable() {
        return conversation.usable();
    }

    @Override
    public Duration silentFor() {
        return conversation.silentFor();
    }

    @Override
    public String peer() {
        return peerName;
    }

    @Override
    public void close() {
        conversation.close();
    }
}
