package org.postyard.shell.plugin;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.PluginDesk.Action;
import org.postyard.shell.completion.PluginNames;

/** Drains and removes a plug-in that was installed from a file. */
@Service
@Command(
        scope = "postyard",
        name = "plugin-remove",
        description = "Drains and removes a plug-in that was installed from a file",
        detailedDescription = """
                A plug-in of a feature is removed with postyard:feature-remove.

                  postyard:plugin-remove org.example.balancer
                """)
public final class RemovePlugin extends PluginCommand {
    @Argument(index = 0, name = "plugin", description = "Symbolic name or id of its bundle", required = true)
    @Completion(PluginNames.class)
    private String plugin = "";

    public RemovePlugin() {
        super(Operation.MANAGE_PLUGINS);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        follow(plugins().begin(Action.REMOVE, find(plugin).id(), author()));
    }
}
