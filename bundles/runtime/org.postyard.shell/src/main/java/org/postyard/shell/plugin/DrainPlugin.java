package org.postyard.shell.plugin;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.PluginDesk.Action;
import org.postyard.shell.completion.PluginNames;

/** Gives a plug-in no new calls and waits until none is under way. */
@Service
@Command(
        scope = "postyard",
        name = "plugin-drain",
        description = "Gives a plug-in no new calls and waits until none is under way",
        detailedDescription = """
                Undo it with postyard:plugin-open.

                  postyard:plugin-drain org.example.balancer
                """)
public final class DrainPlugin extends PluginCommand {
    @Argument(index = 0, name = "plugin", description = "Symbolic name or id of its bundle", required = true)
    @Completion(PluginNames.class)
    private String plugin = "";

    public DrainPlugin() {
        super(Operation.MANAGE_PLUGINS);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        follow(plugins().begin(Action.DRAIN, find(plugin).id(), author()));
    }
}
