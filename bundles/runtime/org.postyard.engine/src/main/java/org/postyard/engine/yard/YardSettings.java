package org.postyard.engine.yard;

import java.time.Duration;

/**
 * What an administrator can set for the whole yard.
 *
 * @param connectTimeout longest time to open a conversation, greeting and EHLO included
 * @param transactionTimeout longest time for one transaction
 * @param idleTimeout how long a conversation without work stays open
 * @param contentBytes content in memory: fresh and waiting for its first attempt, loaded for one, or under way; the rest is read from
 *     the spool when its turn comes
 * @param suppressHardBounces whether an address that bounces for good is suppressed for its tenant
 */
public record YardSettings(
        Duration connectTimeout,
        Duration transactionTimeout,
        Duration idleTimeout,
        long contentBytes,
        boolean suppressHardBounces) {}
