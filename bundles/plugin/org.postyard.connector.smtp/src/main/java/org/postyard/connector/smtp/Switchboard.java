package org.postyard.connector.smtp;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.dns.AddressResolver;

/** All conversations of one connector with what they share; thread-safe by concurrent sets. */
final class Switchboard {
    private static final SmtpReply STOPPED = new SmtpReply(451, "4.3.2", "the connector was stopped");

    private final Settings settings;
    private final AddressResolver resolver;
    private final TlsContexts tlsContexts;
    private final Loops loops;
    private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();
    private final Set<Dialing> dialings = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean shutDown = new AtomicBoolean();

    Switchboard(Settings settings, AddressResolver resolver) throws SSLException {
        this.settings = settings;
        this.resolver = resolver;
        tlsContexts = new TlsContexts(settings);
        loops = new Loops(settings.eventLoopThreads());
    }

    Settings settings() {
        return settings;
    }

    AddressResolver resolver() {
        return resolver;
    }

    TlsContexts tlsContexts() {
        return tlsContexts;
    }

    Loops loops() {
        return loops;
    }

    CompletionStage<ConnectResult> dial(Departure departure, Deadline deadline) {
        CompletableFuture<ConnectResult> result = new CompletableFuture<>();
        Loop loop = loops.next();
        Dialing dialing = new Dialing(this, loop, departure, deadline, result);
        dialings.add(dialing);
        ConnectResult stopped =
                new ConnectResult.Unreachable(departure.hosts().get(0).toString(), STOPPED);
        loop.run(dialing::start, () -> result.complete(stopped));
        if (shutDown.get()) dialing.stop();
        return result;
    }

    void finished(Dialing dialing) {
        dialings.remove(dialing);
    }

    /** Keeps an open conversation until its connection is closed. Event loop. */
    void opened(Conversation conversation) {
        conversations.add(conversation);
        conversation.channel().closeFuture().addListener(closed -> conversations.remove(conversation));
    }

    /** Ends everything: each attempt to connect and each delivery under way gets its result first. */
    void shutDown() {
        shutDown.set(true);
        dialings.forEach(Dialing::stop);
        conversations.forEach(Conversation::close);
        loops.shutDown();
    }
}
