package org.postyard.shell.queue;

import java.util.concurrent.CompletionStage;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.QueueStatus;
import org.postyard.api.operation.Yard;
import org.postyard.shell.completion.PoolNames;

/** Carries queued mail through another pool. */
@Service
@Command(
        scope = "postyard",
        name = "queue-reroute",
        description = "Carries what is queued now through another pool; later mail follows the routes",
        detailedDescription = """
                Example:

                  postyard:queue-reroute --to backup default/spring/example.com
                  postyard:queue-reroute --preview --to backup --pool default
                """)
public final class RerouteQueue extends QueueChange {
    @Option(name = "--to", description = "Id of the pool that is to carry it", required = true)
    @Completion(PoolNames.class)
    private String to = "";

    public RerouteQueue() {
        super(Operation.STEER_QUEUES);
    }

    @Override
    long touched(QueueStatus queue, QueueFilter filter) {
        return queue.reroutable(to);
    }

    @Override
    CompletionStage<ActionResult> change(Yard yard, QueueFilter filter) {
        return yard.reroute(filter, to, author());
    }
}
