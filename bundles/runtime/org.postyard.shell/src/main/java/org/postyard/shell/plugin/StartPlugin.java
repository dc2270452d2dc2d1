package org.postyard.shell.plugin;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.PluginDesk.Action;
import org.postyard.shell.completion.PluginNames;

/** Starts a plug-in that was stopped. */
@Service
@Command(
        scope = "postyard",
        name = "plugin-start",
        description = "Starts a plug-in that was stopped",
        detailedDescription = """
                What waits for it goes on.

                  postyard:plugin-start org.example.balancer
                """)
public final class StartPlugin extends PluginCommand {
    @Argument(index = 0, name = "plugin", description = "Symbolic name or id of its bundle", required = true)
    @Completion(PluginNames.class)
    private String plugin = "";

    public StartPlugin() {
        super(Operation.MANAGE_PLUGINS);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        follow(plugins().begin(Action.START, find(plugin).id(), author()));
    }
}
