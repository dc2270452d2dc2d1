package org.postyard.shell.plugin;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.PluginDesk.PluginFeature;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** Shows features. */
@Service
@Command(
        scope = "postyard",
        name = "features",
        description = "Shows the features that bring plug-ins, installed or not",
        detailedDescription = """
                Example:

                  postyard:features
                """)
public final class ShowFeatures extends YardCommand {
    public ShowFeatures() {
        super(Operation.WATCH);
    }

    @Override
    protected void run() throws CommandException {
        Table table = Table.of("Feature", "Version", "State", "Bundles", "Description");
        for (PluginFeature feature : plugins().features())
            table.row(
                    feature.name(),
                    feature.version(),
                    feature.state(),
                    Texts.orDash(String.join(", ", feature.bundles())),
                    feature.description());
        print(table.ifEmpty("No features that bring plug-ins"));
    }
}
