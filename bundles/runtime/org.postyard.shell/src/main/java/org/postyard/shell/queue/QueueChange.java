package org.postyard.shell.queue;

import java.util.concurrent.CompletionStage;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.QueueStatus;
import org.postyard.api.operation.Yard;

/** A command that changes queues: it wants to be told which, and can show what it would touch. */
abstract class QueueChange extends QueueChoice {
    @Option(name = "--all", description = "All queues, if neither a queue nor a condition is given")
    private boolean all;

    @Option(name = "--preview", description = "Only show what would be touched")
    private boolean preview;

    QueueChange(Operation operation) {
        super(operation);
    }

    @Override
    protected final void run() throws CommandException, InterruptedException {
        QueueFilter filter = filter();
        if (filter.equals(QueueFilter.ALL) && !all)
            throw new CommandException(
                    "Which queues? Give a name, --tenant, --campaign, --domain or --pool; or --all for every one");
        if (preview || !confirmed()) show(filter);
        else report(await(change(yard(), filter)));
    }

    /** Whether the caller said that it may be done; a destructive change wants to hear it. */
    boolean confirmed() {
        return true;
    }

    /** How many recipients of a queue it would change, if it is done to everything that the filter matches. */
    abstract long touched(QueueStatus queue, QueueFilter filter);

    abstract CompletionStage<ActionResult> change(Yard yard, QueueFilter filter) throws CommandException;

    private void show(QueueFilter filter) throws CommandException, InterruptedException {
        print(QueueTable.of(yard().queues(filter, QueueTable.SHOWN), now()));
        long touched = yard().queues(filter, Integer.MAX_VALUE).stream()
                .mapToLong(queue -> touched(queue, filter))
                .sum();
        print("This would touch " + touched + " recipients; nothing was changed."
                + (confirmed() ? "" : " Repeat it with --yes to do it."));
    }
}
