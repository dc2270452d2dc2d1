package org.postyard.shell.plugin;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.PluginDesk.Action;
import org.postyard.shell.completion.PluginNames;

/** Gives a plug-in calls again, after a drain or after too many failures. */
@Service
@Command(
        scope = "postyard",
        name = "plugin-open",
        description = "Gives a plug-in calls again, after a drain or after too many failures",
        detailedDescription = """
                A slot that failed too often in a row closes itself; this opens it again.

                  postyard:plugin-open org.example.balancer
                """)
public final class OpenPlugin extends PluginCommand {
    @Argument(index = 0, name = "plugin", description = "Symbolic name or id of its bundle", required = true)
    @Completion(PluginNames.class)
    private String plugin = "";

    public OpenPlugin() {
        super(Operation.MANAGE_PLUGINS);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        follow(plugins().begin(Action.OPEN, find(plugin).id(), author()));
    }
}
