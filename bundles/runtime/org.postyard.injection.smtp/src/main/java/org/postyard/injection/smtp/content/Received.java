package org.postyard.injection.smtp.content;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes trace headers (RFC 5321 §4.4). Of our side they show the public host name only. Owned by one event loop, for which
 * it keeps the text of the current second.
 */
public final class Received {
    private static final DateTimeFormatter RFC_5322 = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final String hostName;
    private long second = Long.MIN_VALUE;
    private String date = "";

    public Received(Clock clock, String hostName) {
        this.clock = clock;
        this.hostName = hostName;
    }

    /**
     * The header for one message.
     *
     * @param hello what the client called itself, ASCII
     * @param clientLiteral the client's address literal: {@code [192.0.2.1]} or {@code [IPv6:2001:db8::1]}
     * @param protocol one of IANA's mail transmission types: ESMTP, ESMTPSA, ...
     * @param token what the log calls the transaction
     */
    public byte[] header(String hello, String clientLiteral, String protocol, String token) {
        String text = "Received: from " + hello + " (" + clientLiteral + ")\r\n\tby " + hostName + " with " + protocol
                + " id " + token + ";\r\n\t" + date() + "\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private String date() {
        long now = Math.floorDiv(clock.millis(), 1000);
        if (now != second) {
            date = RFC_5322.format(Instant.ofEpochSecond(now));
            second = now;
        }
        return date;
    }
}
