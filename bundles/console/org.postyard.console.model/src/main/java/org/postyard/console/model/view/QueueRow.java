package org.postyard.console.model.view;

import java.time.Instant;
import java.util.Optional;
import org.postyard.console.model.call.QueueScope;
import org.postyard.protocol.QueueView;

/**
 * One line of the queues: a group or a single queue. All depths in recipients.
 *
 * @param key unique among all lines
 * @param depth 0 for the outermost
 * @param scope what an action on this line touches
 * @param queues how many it stands for; 1 for a single queue
 * @param held how many of them are held
 * @param pool and {@code site}: empty for a group whose queues differ
 */
public record QueueRow(
        String key,
        int depth,
        String label,
        QueueScope scope,
        Severity severity,
        int queues,
        int held,
        long queued,
        long due,
        long waiting,
        long ready,
        long inFlight,
        Optional<Instant> oldest,
        Optional<Instant> nextAttempt,
        String pool,
        String site,
        String reason,
        Optional<QueueView> queue) {
    public boolean group() {
        return queue.isEmpty();
    }

    /** {@code held}, {@code 3 of 8 held}, or empty. */
    public String state() {
        if (held == 0) return "";
        return held == queues ? "held" : held + " of " + queues + " held";
    }
}
