package org.postyard.protocol;

import java.time.Instant;
import java.util.List;

/**
 * The account of all mail, in recipients: accepted = delivered + relayed + bounced + expired + suppressed + cancelled + queued.
 *
 * @param checkedAt when the engine last compared both sides
 * @param possibleDuplicates attempts, since the start of the process, whose outcome stayed unknown
 */
public record LedgerView(Instant checkedAt, boolean balanced, long possibleDuplicates, List<LedgerLineView> lines) {
    public LedgerView {
        lines = List.copyOf(lines);
    }
}
