package org.postyard.connector.smtp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.RecipientResult;
import org.postyard.api.delivery.Session;
import org.postyard.api.dns.AddressLookup;
import org.postyard.api.dns.AddressResolver;
import org.postyard.api.fleet.EgressPath;

/** What most tests of this bundle need: settings, paths and messages. */
final class Trial {
    static final Settings SETTINGS = settings(Duration.ofMinutes(5));

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Trial() {}

    static Settings settings(Duration patience) {
        return settings(patience, true);
    }

    static Settings settings(Duration patience, boolean chunking) {
        Patience all = new Patience(
                patience,
                patience,
                patience,
                patience,
                patience,
                patience,
                patience,
                patience,
                patience,
                patience,
                Duration.ofSeconds(1));
        return new Settings("client.example", 2, all, true, chunking, 64 * 1024, false, false, "");
    }

    static SmtpConnector connector(Settings settings) {
        try {
            return new SmtpConnector(settings, resolver(), reference -> Optional.of("secret"));
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names of the form {@code x.loopback} are 127.0.0.1; {@code missing.example} does not exist. */
    static AddressResolver resolver() {
        return host -> CompletableFuture.completedFuture(lookup(host));
    }

    private static AddressLookup lookup(String host) {
        if (host.equals("missing.example")) return new AddressLookup.Missing("no such host");
        if (host.equals("failed.example")) return new AddressLookup.Failed("SERVFAIL");
        try {
            if (host.equals("two.loopback"))
                return new AddressLookup.Found(
                        List.of(InetAddress.getByName("127.0.0.9"), InetAddress.getByName("127.0.0.1")));
            String address = host.endsWith(".loopback") || host.equals("localhost") ? "127.0.0.1" : host;
            return new AddressLookup.Found(List.of(InetAddress.getByName(address)));
        } catch (UnknownHostException e) {
            return new AddressLookup.Missing(host);
        }
    }

    static Settings bouncingEightBit() {
        return new Settings("", 1, SETTINGS.patience(), true, true, 64 * 1024, true, false, "");
    }

    static Settings trusting(Path certificates) {
        return new Settings("", 1, SETTINGS.patience(), true, true, 64 * 1024, false, false, certificates.toString());
    }

    static ConnectResult connect(SmtpConnector connector, EgressPath path) {
        return await(connector.connect(path, Deadline.in(PATIENCE)));
    }

    static Session open(SmtpConnector connector, EgressPath path) {
        ConnectResult result = connect(connector, path);
        if (result instanceof ConnectResult.Connected connected) return connected.session();
        throw new AssertionError("not connected: " + result);
    }

    static List<AttemptResult> deliver(Session session, OutboundMessage message) {
        return await(session.deliver(message, Deadline.in(PATIENCE))).stream()
                .map(RecipientResult::result)
                .toList();
    }

    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toSeconds() + 5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no result", e);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
