package org.postyard.shell.queue;

import java.util.concurrent.CompletionStage;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.QueueStatus;
import org.postyard.api.operation.Yard;

/** Makes waiting mail due now. */
@Service
@Command(
        scope = "postyard",
        name = "queue-expedite",
        description = "Makes what waits for a later attempt due now",
        detailedDescription = """
                Example:

                  postyard:queue-expedite --domain example.com
                """)
public final class ExpediteQueue extends QueueChange {
    public ExpediteQueue() {
        super(Operation.STEER_QUEUES);
    }

    @Override
    long touched(QueueStatus queue, QueueFilter filter) {
        return queue.waiting();
    }

    @Override
    CompletionStage<ActionResult> change(Yard yard, QueueFilter filter) {
        return yard.expedite(filter, author());
    }
}
