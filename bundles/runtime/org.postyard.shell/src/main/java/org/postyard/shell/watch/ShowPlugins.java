package org.postyard.shell.watch;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.SlotStatus;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** Shows every slot of a plug-in service. */
@Service
@Command(
        scope = "postyard",
        name = "plugins",
        description = "Shows balancers, connectors and listeners that are plugged in, with calls and failures",
        detailedDescription = """
                Install and update plug-ins with postyard:plugin-install, and undo it with postyard:plugin-rollback.

                  postyard:plugins
                """)
public final class ShowPlugins extends YardCommand {
    public ShowPlugins() {
        super(Operation.WATCH);
    }

    @Override
    protected void run() throws CommandException {
        Table table = Table.of("Kind", "Id", "Bundle", "Version", "State", "#Leases", "#Calls", "#Failures", "Reason");
        for (SlotStatus slot : yard().slots())
            table.row(
                    slot.kind(),
                    slot.id(),
                    slot.bundle(),
                    slot.version(),
                    Texts.word(slot.state()),
                    slot.leases(),
                    slot.calls(),
                    slot.failures(),
                    slot.reason());
        print(table.ifEmpty("No plug-ins: without a balancer and a connector all mail waits"));
    }
}
