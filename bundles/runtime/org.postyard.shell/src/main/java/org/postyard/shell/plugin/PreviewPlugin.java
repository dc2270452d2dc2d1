package org.postyard.shell.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.UnfitFileException;
import org.postyard.shell.completion.FleetFiles;

/** Looks at a plug-in file. */
@Service
@Command(
        scope = "postyard",
        name = "plugin-preview",
        description = "Shows what installing a bundle or feature archive would do, and what would restart with it",
        detailedDescription = """
                Example:

                  postyard:plugin-preview /tmp/org.example.balancer-1.1.jar
                """)
public final class PreviewPlugin extends PluginCommand {
    @Argument(index = 0, name = "file", description = "A bundle (.jar) or a feature archive (.kar)", required = true)
    @Completion(FleetFiles.class)
    private String file = "";

    public PreviewPlugin() {
        super(Operation.MANAGE_PLUGINS);
    }

    @Override
    protected void run() throws CommandException {
        if (!Files.isRegularFile(Path.of(file))) throw new CommandException("There is no file " + file);
        try {
            show(plugins().preview(Path.of(file)));
        } catch (UnfitFileException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }
}
