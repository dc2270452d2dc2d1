package org.postyard.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * A long action under way, or one that has ended.
 *
 * @param state {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param percent 0 to 100
 * @param step what it does now
 * @param cancellable whether cancelling would still change anything
 * @param ended empty while it runs
 * @param result one sentence on how it ended; empty while it runs
 */
public record JobView(
        String id,
        String title,
        String author,
        String state,
        int percent,
        String step,
        boolean cancellable,
        Instant started,
        Optional<Instant> ended,
        String result) {}
