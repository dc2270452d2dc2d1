package org.postyard.shell.fleet;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.completion.FleetFiles;

/** Applies a fleet document. */
@Service
@Command(
        scope = "postyard",
        name = "fleet-apply",
        description = "Checks a fleet document and puts it in force within a second, as a new version",
        detailedDescription = """
                A document with a mistake changes nothing.

                  postyard:fleet-apply /etc/postyard/fleet.yaml
                  postyard:fleet-apply --comment "two relays more" fleet.yaml

                From another machine: ssh ... postyard:fleet-apply stdin < fleet.yaml

                See first what would change with postyard:fleet-diff; go back with postyard:fleet-rollback.
                """)
public final class ApplyFleet extends FleetCommand {
    @Option(name = "--comment", description = "Why, for the list of versions")
    private String comment = "";

    @Argument(
            index = 0,
            name = "file",
            description = "Path of a .yaml file on the machine of the runtime, or stdin for what is piped in",
            required = true)
    @Completion(FleetFiles.class)
    private String file = "";

    public ApplyFleet() {
        super(Operation.CHANGE_FLEET);
    }

    @Override
    protected void run() throws CommandException {
        show(fleet().apply(read(file), author(), comment));
    }
}
