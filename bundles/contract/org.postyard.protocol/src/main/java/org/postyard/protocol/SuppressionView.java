package org.postyard.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * Do-not-send entry.
 *
 * @param address whole address, or {@code @domain}
 * @param reason {@code unsubscribed}, {@code hard_bounce}, {@code complaint} or {@code manual}
 * @param tenant scope; empty for everybody's mail
 */
public record SuppressionView(
        String address,
        String reason,
        Optional<String> tenant,
        String source,
        Instant since,
        Optional<Instant> expires) {}
