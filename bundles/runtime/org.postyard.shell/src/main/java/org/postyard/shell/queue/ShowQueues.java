package org.postyard.shell.queue;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;

/** Shows the queues. */
@Service
@Command(
        scope = "postyard",
        name = "queues",
        description = "Shows queues, the deepest first, and what each waits for",
        detailedDescription = """
                A queue is named tenant/campaign/domain. Depths are in recipients.

                  postyard:queues
                  postyard:queues --domain example.com
                  postyard:queues --limit 10 --tenant acme
                """)
public final class ShowQueues extends QueueChoice {
    @Option(name = "--limit", description = "Most queues to show")
    private int limit = QueueTable.SHOWN;

    public ShowQueues() {
        super(Operation.WATCH);
    }

    @Override
    protected void run() throws CommandException {
        if (limit < 1) throw new CommandException("--limit takes 1 or more");
        print(QueueTable.of(yard().queues(filter(), limit), now()));
    }
}
