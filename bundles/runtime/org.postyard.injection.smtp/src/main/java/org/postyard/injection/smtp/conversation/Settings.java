package org.postyard.injection.smtp.conversation;

import java.time.Duration;

/**
 * What every conversation of one listener goes by.
 *
 * @param hostName public name: in the greeting and in trace headers
 * @param maxMessageBytes largest message, as far as the injection desk allows it
 * @param maxLineOctets longest command line, its line end not counted
 * @param maxBadCommands unknown or garbled commands of one connection
 * @param maxIdleCommands commands without a message in between
 * @param dataGrace how long a message may take, however slowly it arrives
 * @param minDataBytesPerSecond how fast it has to arrive when the grace is over
 * @param maxReceivedHeaders more of them are a mail loop
 * @param memoryPatience how long a message waits for memory before it is refused for the time being
 */
public record Settings(
        String hostName,
        int maxMessageBytes,
        int maxRecipients,
        int maxLineOctets,
        int maxBadCommands,
        int maxIdleCommands,
        int maxLoginFailures,
        Duration idleTimeout,
        Duration dataGrace,
        int minDataBytesPerSecond,
        int maxReceivedHeaders,
        Duration memoryPatience) {
    /** RFC 5321 §4.5.3.1.4. */
    private static final int LEAST_LINE_OCTETS = 512;

    public Settings {
        if (!hostName.matches("[A-Za-z0-9.-]{1,255}")) throw bad("hostName", hostName, "is not a host name");
        if (maxMessageBytes < 1) throw bad("maxMessageBytes", maxMessageBytes, "is less than 1");
        if (maxRecipients < 1) throw bad("maxRecipients", maxRecipients, "is less than 1");
        if (maxLineOctets < LEAST_LINE_OCTETS) throw bad("maxCommandLineBytes", maxLineOctets, "is less than 512");
        if (minDataBytesPerSecond < 1) throw bad("minDataBytesPerSecond", minDataBytesPerSecond, "is less than 1");
        if (maxLoginFailures < 1) throw bad("maxLoginFailures", maxLoginFailures, "is less than 1");
    }

    private static IllegalArgumentException bad(String setting, Object value, String problem) {
        return new IllegalArgumentException("setting " + setting + ": '" + value + "' " + problem);
    }
}
