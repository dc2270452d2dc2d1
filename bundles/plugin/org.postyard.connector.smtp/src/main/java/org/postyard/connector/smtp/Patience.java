package org.postyard.connector.smtp;

import java.time.Duration;

/** How long a peer may be silent at each point of a conversation (RFC 5321 §4.5.3.2). */
record Patience(
        Duration connect,
        Duration greeting,
        Duration ehlo,
        Duration tls,
        Duration auth,
        Duration mail,
        Duration recipient,
        Duration dataInitiation,
        Duration dataBlock,
        Duration dataTermination,
        Duration quit) {
    static Patience of(SmtpConnectorConfig config) {
        return new Patience(
                Duration.ofSeconds(config.connectTimeoutSeconds()),
                Duration.ofSeconds(config.greetingTimeoutSeconds()),
                Duration.ofSeconds(config.ehloTimeoutSeconds()),
                Duration.ofSeconds(config.tlsTimeoutSeconds()),
                Duration.ofSeconds(config.authTimeoutSeconds()),
                Duration.ofSeconds(config.mailTimeoutSeconds()),
                Duration.ofSeconds(config.recipientTimeoutSeconds()),
                Duration.ofSeconds(config.dataInitiationTimeoutSeconds()),
                Duration.ofSeconds(config.dataBlockTimeoutSeconds()),
                Duration.ofSeconds(config.dataTerminationTimeoutSeconds()),
                Duration.ofSeconds(config.quitTimeoutSeconds()));
    }
}
