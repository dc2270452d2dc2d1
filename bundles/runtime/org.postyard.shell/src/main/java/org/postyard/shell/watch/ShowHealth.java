package org.postyard.shell.watch;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.Health;
import org.postyard.shell.Table;
import org.postyard.shell.YardCommand;

/** Shows how the node is. */
@Service
@Command(
        scope = "postyard",
        name = "health",
        description = "Shows how the node is, part by part; fails if it is not ready",
        detailedDescription = """
                Ends with an error if a part is not well, so that scripts can ask it.

                  postyard:health
                """)
public final class ShowHealth extends YardCommand {
    public ShowHealth() {
        super(Operation.WATCH);
    }

    @Override
    protected void run() throws CommandException {
        Health health = yard().health();
        Table table = Table.of("Part", "Well", "Reason");
        for (Health.Part part : health.parts()) table.row(part.name(), part.well() ? "yes" : "NO", part.reason());
        print(table.ifEmpty("Nothing to report"));
        if (!health.ready()) throw new CommandException("The node is not ready");
    }
}
