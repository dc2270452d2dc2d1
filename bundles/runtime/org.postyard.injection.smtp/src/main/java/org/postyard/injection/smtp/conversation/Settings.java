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
        int maxReceivedHeaders) {}
