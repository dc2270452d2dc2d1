package org.postyard.shell.plugin;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.PluginDesk.Action;
import org.postyard.shell.completion.PluginNames;

/** Drains and stops a plug-in; what needs it waits. */
@Service
@Command(
        scope = "postyard",
        name = "plugin-stop",
        description = "Drains and stops a plug-in; what needs it waits",
        detailedDescription = """
                Mail that needs it waits until it is started again.

                  postyard:plugin-stop org.example.balancer
                """)
public final class StopPlugin extends PluginCommand {
    @Argument(index = 0, name = "plugin", description = "Symbolic name or id of its bundle", required = true)
    @Completion(PluginNames.class)
    private String plugin = "";

    public StopPlugin() {
        super(Operation.MANAGE_PLUGINS);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        follow(plugins().begin(Action.STOP, find(plugin).id(), author()));
    }
}
