package org.postyard.protocol;

import java.time.Instant;

/**
 * One line of the node's log.
 *
 * @param sequence rises by one from line to line; starts anew with the process
 * @param level {@code error}, {@code warn}, {@code info}, {@code debug} or {@code trace}
 * @param trace the stack trace; empty if there is none
 */
public record LogLineView(
        long sequence,
        Instant time,
        String level,
        String logger,
        String bundle,
        String thread,
        String message,
        String trace) {}
