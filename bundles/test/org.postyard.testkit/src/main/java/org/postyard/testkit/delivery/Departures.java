package org.postyard.testkit.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.fleet.EgressPath;
import org.postyard.api.fleet.EgressSource;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.TlsMode;
import org.postyard.api.message.Content;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageId;

/** Egress paths and messages for tests. */
public final class Departures {
    private Departures() {}

    public static EgressSource source(String id, Optional<HostPort> nextHop) {
        return new EgressSource(
                id, "server1", "smtp", nextHop, "", "out.example", TlsMode.OPPORTUNISTIC, Optional.empty(), Map.of());
    }

    /** A path to a relay. */
    public static EgressPath toRelay(HostPort relay) {
        return new EgressPath(source("relay1", Optional.of(relay)), DestinationSite.RELAYED);
    }

    /** A path to the MX hosts of a site. */
    public static EgressPath toSite(HostPort... hosts) {
        return new EgressPath(
                source("source1", Optional.empty()), new DestinationSite("site1", List.of(hosts), Optional.empty()));
    }

    public static OutboundMessage message(byte[] content, String... recipients) {
        return message(Envelope.of("sender@a.example", List.of(recipients)), content);
    }

    public static OutboundMessage message(Envelope envelope, byte[] content) {
        Message message =
                new Message(new MessageId(1), envelope, Handling.DEFAULT, Instant.EPOCH, "127.0.0.1", content.length);
        return new OutboundMessage(message, Content.of(content), envelope.recipients());
    }
}
