package org.postyard.shell.queue;

import java.util.concurrent.CompletionStage;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.QueueStatus;
import org.postyard.api.operation.Yard;

/** Releases held queues. */
@Service
@Command(
        scope = "postyard",
        name = "queue-release",
        description = "Releases queues that are held",
        detailedDescription = """
                Example:

                  postyard:queue-release default/spring/example.com
                  postyard:queue-release --all
                """)
public final class ReleaseQueue extends QueueChange {
    public ReleaseQueue() {
        super(Operation.STEER_QUEUES);
    }

    @Override
    long touched(QueueStatus queue, QueueFilter filter) {
        return queue.releasable(filter);
    }

    @Override
    CompletionStage<ActionResult> change(Yard yard, QueueFilter filter) {
        return yard.release(filter, author());
    }
}
