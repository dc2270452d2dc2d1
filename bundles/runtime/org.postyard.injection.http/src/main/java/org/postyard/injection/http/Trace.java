package org.postyard.injection.http;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the trace header (RFC 5321 §4.4) before a message. It names this node by its public name and the client not at all. */
final class Trace {
    private static final DateTimeFormatter RFC_5322 = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final String hostName;

    Trace(Clock clock, String hostName) {
        this.clock = clock;
        this.hostName = hostName;
    }

    byte[] before(byte[] message) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        String header = "Received: by " + hostName + " with HTTPS id " + id + ";\r\n\t"
                + RFC_5322.format(clock.instant()) + "\r\n";
        byte[] head = header.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + message.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(message, 0, whole, head.length, message.length);
        return whole;
    }
}
