package org.postyard.shell.queue;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.QueuedMessage;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;

/** Shows the messages of queues. */
@Service
@Command(
        scope = "postyard",
        name = "queue-inspect",
        description = "Shows the messages of queues, in the order in which they will be tried",
        detailedDescription = """
                Example:

                  postyard:queue-inspect default/spring/example.com
                  postyard:queue-inspect --limit 5 --domain example.com

                See all of one with postyard:message ID.
                """)
public final class InspectQueue extends QueueChoice {
    @Option(name = "--limit", description = "Most messages to show")
    private int limit = QueueTable.SHOWN;

    public InspectQueue() {
        super(Operation.READ_ADDRESSES);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        if (limit < 1) throw new CommandException("--limit takes 1 or more");
        Table table = Table.of("Message", "Queue", "From", "To", "#Bytes", "#Age", "#Attempts", "Next", "Reason");
        for (QueuedMessage message : await(yard().inspect(filter(), limit)))
            table.row(
                    message.id(),
                    message.queue(),
                    "<" + message.sender() + ">",
                    String.join(", ", message.recipients()),
                    message.sizeBytes(),
                    Texts.age(message.receivedAt(), now()),
                    message.failedAttempts(),
                    Texts.until(message.nextAttempt(), now()),
                    message.reason());
        print(table.ifEmpty("No such message"));
    }
}
