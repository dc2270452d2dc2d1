package org.postyard.shell.plugin;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.PluginDesk.Action;
import org.postyard.shell.completion.PluginNames;

/** Puts the version before the last update of a plug-in in its place. */
@Service
@Command(
        scope = "postyard",
        name = "plugin-rollback",
        description = "Puts the version before the last update of a plug-in in its place",
        detailedDescription = """
                Doing it twice brings the newer version back.

                  postyard:plugin-rollback org.example.balancer
                """)
public final class RollBackPlugin extends PluginCommand {
    @Argument(index = 0, name = "plugin", description = "Symbolic name or id of its bundle", required = true)
    @Completion(PluginNames.class)
    private String plugin = "";

    public RollBackPlugin() {
        super(Operation.MANAGE_PLUGINS);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        follow(plugins().begin(Action.ROLLBACK, find(plugin).id(), author()));
    }
}
