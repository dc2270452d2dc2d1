package org.postyard.shell.queue;

import java.util.concurrent.CompletionStage;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.QueueStatus;
import org.postyard.api.operation.Yard;

/** Holds queues. */
@Service
@Command(
        scope = "postyard",
        name = "queue-hold",
        description = "Holds queues: no attempts until released, also for mail that arrives later in them",
        detailedDescription = """
                Example:

                  postyard:queue-hold --reason "wrong link" default/spring/example.com
                  postyard:queue-hold --preview --campaign spring

                Ends with postyard:queue-release.
                """)
public final class HoldQueue extends QueueChange {
    @Option(name = "--reason", description = "Why, for those who wonder later")
    private String reason = "held in the shell";

    public HoldQueue() {
        super(Operation.STEER_QUEUES);
    }

    @Override
    long touched(QueueStatus queue, QueueFilter filter) {
        return queue.queued();
    }

    @Override
    CompletionStage<ActionResult> change(Yard yard, QueueFilter filter) {
        return yard.hold(filter, reason, author());
    }
}
