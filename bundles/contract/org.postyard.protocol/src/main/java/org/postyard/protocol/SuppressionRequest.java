package org.postyard.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * Asks for a do-not-send entry.
 *
 * @param reason {@code manual} if empty
 * @param source who or what asks, for people; the caller's name if empty
 */
public record SuppressionRequest(
        String address,
        Optional<String> reason,
        Optional<String> tenant,
        Optional<String> source,
        Optional<Instant> expires) {}
