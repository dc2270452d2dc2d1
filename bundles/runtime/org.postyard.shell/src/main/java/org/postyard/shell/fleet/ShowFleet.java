package org.postyard.shell.fleet;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.VersionNumbers;

/** Shows the fleet document. */
@Service
@Command(
        scope = "postyard",
        name = "fleet-show",
        description = "Shows the fleet document in force, or an older version, as it was applied",
        detailedDescription = """
                Example:

                  postyard:fleet-show
                  postyard:fleet-show 3
                """)
public final class ShowFleet extends YardCommand {
    @Argument(index = 0, name = "version", description = "Number of the version; the one in force if left out")
    @Completion(VersionNumbers.class)
    private long version;

    public ShowFleet() {
        super(Operation.READ_FLEET);
    }

    @Override
    protected void run() throws CommandException {
        if (version == 0) print(fleet().export().stripTrailing());
        else
            print(fleet().version(version)
                    .orElseThrow(() ->
                            new CommandException("There is no version " + version + "; see postyard:fleet-versions"))
                    .yaml()
                    .stripTrailing());
    }
}
