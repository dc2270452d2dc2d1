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

/** Deletes queued mail. */
@Service
@Command(
        scope = "postyard",
        name = "queue-delete",
        description = "Deletes queued mail: its recipients end as cancelled. Shows what it would delete, unless --yes",
        detailedDescription = """
                Cannot be undone. Without --yes it only shows what it would delete.

                  postyard:queue-delete default/spring/example.com
                  postyard:queue-delete --yes --reason mistake --campaign spring
                """)
public final class DeleteQueue extends QueueChange {
    @Option(name = "--yes", description = "Do it")
    private boolean yes;

    @Option(name = "--reason", description = "Why, for those who wonder later")
    private String reason = "deleted in the shell";

    public DeleteQueue() {
        super(Operation.DELETE_MAIL);
    }

    @Override
    boolean confirmed() {
        return yes;
    }

    @Override
    long touched(QueueStatus queue, QueueFilter filter) {
        return queue.movable();
    }

    @Override
    CompletionStage<ActionResult> change(Yard yard, QueueFilter filter) {
        return yard.delete(filter, reason, author());
    }
}
