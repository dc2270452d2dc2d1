package org.postyard.injection.smtp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the SMTP listener; a change restarts it, after messages under way have their reply. */
@ObjectClassDefinition(name = "SMTP injection", description = "Where and from whom mail is accepted by SMTP")
@interface Config {
    @AttributeDefinition(name = "Host", description = "Host name or IP address to listen on.")
    String host() default "127.0.0.1";

    @AttributeDefinition(
            name = "Port",
            description = "TCP port, with STARTTLS if there is a keystore. 0: any free one; -1: none.",
            min = "-1",
            max = "65535")
    int port() default 2525;

    @AttributeDefinition(
            name = "TLS port",
            description = "TCP port that speaks TLS at once (RFC 8314). 0: none.",
            min = "0",
            max = "65535")
    int tlsPort() default 0;

    @AttributeDefinition(
            name = "Host name",
            description = "Public name of this listener: in the greeting and in the Received headers that it adds.")
    String hostName() default "localhost";

    @AttributeDefinition(
            name = "Trusted networks",
            description = "Networks in CIDR notation whose clients need no AUTH. All others need AUTH, over TLS.")
    String[] trustedNetworks() default {"127.0.0.0/8", "::1/128"};

    @AttributeDefinition(
            name = "Keystore",
            description = "PKCS12 file with the certificate; without it there is no TLS.")
    String keystore() default "${karaf.etc}/keystore.p12";

    @AttributeDefinition(
            name = "Keystore password",
            description = "Text; of the keystore and its key.",
            type = AttributeType.PASSWORD)
    String keystorePassword() default "";

    @AttributeDefinition(name = "Realm", description = "Text; JAAS realm whose accounts may authenticate.")
    String realm() default "karaf";

    @AttributeDefinition(
            name = "Event-loop threads",
            description = "Number of threads; 0: half as many as processors, at least 1 and at most 4.",
            min = "0")
    int threads() default 0;

    @AttributeDefinition(
            name = "Largest message",
            description = "Bytes; the engine's own limit holds as well, less a kilobyte for the trace header.",
            min = "1")
    int maxMessageBytes() default 52_428_800;

    @AttributeDefinition(
            name = "Body memory",
            description =
                    "Megabytes that messages may take in all until they are durable; beyond it clients wait, then get 452. 0: a share of the heap.",
            min = "0")
    int bodyMemoryMegabytes() default 0;

    @AttributeDefinition(
            name = "Memory patience",
            description =
                    "Seconds that a message waits for body memory, read no further meanwhile, before it gets 452.",
            min = "0")
    int memoryPatienceSeconds() default 30;

    @AttributeDefinition(
            name = "Recipients",
            description = "Number per message; more get 452 and can be sent again.",
            min = "1")
    int maxRecipients() default 1000;

    @AttributeDefinition(
            name = "Command line",
            description = "Octets of the longest command line; RFC 5321 §4.5.3.1.4 asks for 512.",
            min = "512")
    int maxCommandLineBytes() default 4096;

    @AttributeDefinition(
            name = "Bad commands",
            description = "Number of unknown commands after which a connection ends.",
            min = "1")
    int maxBadCommands() default 20;

    @AttributeDefinition(
            name = "Idle commands",
            description = "Number of commands without a message in between after which a connection ends.",
            min = "1")
    int maxIdleCommands() default 500;

    @AttributeDefinition(name = "Connections", description = "Number of connections in all.", min = "1")
    int maxConnections() default 10_000;

    @AttributeDefinition(
            name = "Connections per client",
            description = "Number of connections of one IP address that is not trusted.",
            min = "1")
    int maxConnectionsPerClient() default 100;

    @AttributeDefinition(
            name = "Connections per trusted client",
            description = "Number of connections of one IP address that is trusted.",
            min = "1")
    int maxConnectionsPerTrustedClient() default 6000;

    @AttributeDefinition(
            name = "Idle timeout",
            description = "Seconds without a command (RFC 5321 §4.5.3.2.7).",
            min = "1")
    int idleTimeoutSeconds() default 300;

    @AttributeDefinition(
            name = "Data grace",
            description = "Seconds that a message may take to arrive, however slowly; then it needs the least rate.",
            min = "0")
    int dataGraceSeconds() default 300;

    @AttributeDefinition(
            name = "Least data rate",
            description = "Bytes per second, on average, for a message that takes longer than the data grace.",
            min = "0")
    int minDataBytesPerSecond() default 1000;

    @AttributeDefinition(
            name = "Received headers",
            description = "Number that a message may have; more are a mail loop (RFC 5321 §6.3).",
            min = "1")
    int maxReceivedHeaders() default 30;

    @AttributeDefinition(
            name = "Failed logins",
            description = "Number in a row after which a connection ends and its address has to wait.",
            min = "1")
    int maxLoginFailures() default 5;

    @AttributeDefinition(
            name = "Login penalty",
            description = "Seconds for which such an address has to wait.",
            min = "0")
    int loginPenaltySeconds() default 300;

    @AttributeDefinition(
            name = "Drain time",
            description = "Seconds for messages under way to get their reply when the listener stops.",
            min = "0")
    int drainSeconds() default 10;
}
