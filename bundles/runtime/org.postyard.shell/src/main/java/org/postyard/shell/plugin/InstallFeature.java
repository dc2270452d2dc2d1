package org.postyard.shell.plugin;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.completion.FeatureNames;

/** Installs a feature that the node knows, and refreshes nothing. */
@Service
@Command(
        scope = "postyard",
        name = "feature-install",
        description = "Installs a feature that the node knows, and refreshes nothing",
        detailedDescription = """
                Example:

                  postyard:feature-install postyard-balancer-basic
                """)
public final class InstallFeature extends PluginCommand {
    @Argument(index = 0, name = "feature", description = "Name of the feature", required = true)
    @Completion(FeatureNames.class)
    private String feature = "";

    public InstallFeature() {
        super(Operation.MANAGE_PLUGINS);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        follow(plugins().installFeature(feature, author()));
    }
}
