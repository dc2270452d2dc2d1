package org.postyard.shell.fleet;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.completion.VersionNumbers;

/** Goes back to an older version of the fleet. */
@Service
@Command(
        scope = "postyard",
        name = "fleet-rollback",
        description = "Applies an older version of the fleet document again, as a new version",
        detailedDescription = """
                Example:

                  postyard:fleet-versions
                  postyard:fleet-rollback 3
                """)
public final class RollBackFleet extends FleetCommand {
    @Argument(index = 0, name = "version", description = "Number of the version", required = true)
    @Completion(VersionNumbers.class)
    private long version;

    public RollBackFleet() {
        super(Operation.CHANGE_FLEET);
    }

    @Override
    protected void run() throws CommandException {
        show(fleet().rollBack(version, author()));
    }
}
