package org.postyard.shell.queue;

import java.time.Instant;
import java.util.List;
import org.postyard.api.operation.QueueStatus;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;

/** How queues are shown. */
final class QueueTable {
    static final int SHOWN = 50;

    private QueueTable() {}

    static Table of(List<QueueStatus> queues, Instant now) {
        Table table = Table.of(
                "Queue",
                "Pool",
                "Site",
                "#Queued",
                "#Due",
                "#Waiting",
                "#Ready",
                "#In flight",
                "#Oldest",
                "Next",
                "Held",
                "Reason");
        for (QueueStatus queue : queues)
            table.row(
                    queue.name(),
                    queue.pool(),
                    queue.site(),
                    queue.queued(),
                    queue.due(),
                    queue.waiting(),
                    queue.ready(),
                    queue.inFlight(),
                    queue.oldest().map(oldest -> Texts.age(oldest, now)).orElse("-"),
                    queue.nextAttempt().map(next -> Texts.until(next, now)).orElse("-"),
                    queue.held() ? "yes" : "no",
                    queue.reason());
        return table.ifEmpty("No such queue, or nothing is queued");
    }
}
