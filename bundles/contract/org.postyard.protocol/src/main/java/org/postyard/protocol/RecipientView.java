package org.postyard.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * Where one recipient stands.
 *
 * @param state {@code waiting}, {@code due}, {@code held}, {@code ready}, {@code in flight}, {@code ended}, or how it ended: {@code delivered}, {@code bounced}, ...
 * @param reason what it waits for, or how it ended, in one sentence
 */
public record RecipientView(
        int index, String address, String state, int failedAttempts, Optional<Instant> nextAttempt, String reason) {}
