package org.postyard.api.operation;

import java.time.Instant;
import java.util.List;
import org.postyard.api.spool.Counts;

/**
 * The account of all mail: {@code accepted = delivered + relayed + bounced + expired + suppressed + cancelled + queued}, in recipients, per message class.
 *
 * @param checkedAt when the engine last compared both sides
 * @param possibleDuplicates attempts, since the start of this process, whose outcome stayed unknown
 */
public record Ledger(Instant checkedAt, List<Line> lines, long possibleDuplicates) {
    public Ledger {
        lines = List.copyOf(lines);
    }

    public boolean balanced() {
        return lines.stream().allMatch(Line::balanced);
    }

    /**
     * One message class.
     *
     * @param queued recipients that the engine holds, counted in its queues and not derived from the counts
     */
    public record Line(String messageClass, Counts counts, long queued) {
        /** Recipients that are missing (positive) or too many (negative). */
        public long difference() {
            return counts.accepted() - counts.ended() - queued;
        }

        public boolean balanced() {
            return difference() == 0;
        }
    }
}
