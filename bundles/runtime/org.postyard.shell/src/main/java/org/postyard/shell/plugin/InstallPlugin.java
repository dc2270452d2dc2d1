package org.postyard.shell.plugin;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.UnfitFileException;
import org.postyard.shell.completion.FleetFiles;

/** Installs or updates a plug-in from a file. */
@Service
@Command(
        scope = "postyard",
        name = "plugin-install",
        description = "Installs a bundle or feature archive, or updates the plug-in of that name while mail flows",
        detailedDescription = """
                Drains the slots of the plug-in, replaces it, and brings the version before back if the new one does not work.

                  postyard:plugin-install /tmp/org.example.balancer-1.1.jar
                """)
public final class InstallPlugin extends PluginCommand {
    @Argument(index = 0, name = "file", description = "A bundle (.jar) or a feature archive (.kar)", required = true)
    @Completion(FleetFiles.class)
    private String file = "";

    public InstallPlugin() {
        super(Operation.MANAGE_PLUGINS);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        Path copy = copyOf(file);
        try {
            show(plugins().preview(copy));
            follow(plugins().install(copy, author()));
        } catch (UnfitFileException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }
}
