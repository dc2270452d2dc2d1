package org.postyard.shell.fleet;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.completion.FleetFiles;

/** Checks a fleet document. */
@Service
@Command(
        scope = "postyard",
        name = "fleet-check",
        description = "Checks a fleet document without applying it; shows every mistake with its line",
        detailedDescription = """
                Example:

                  postyard:fleet-check /etc/postyard/fleet.yaml
                """)
public final class CheckFleet extends FleetCommand {
    @Argument(
            index = 0,
            name = "file",
            description = "Path of a .yaml file on the machine of the runtime, or stdin for what is piped in",
            required = true)
    @Completion(FleetFiles.class)
    private String file = "";

    public CheckFleet() {
        super(Operation.READ_FLEET);
    }

    @Override
    protected void run() throws CommandException {
        refuse(fleet().check(read(file)));
        print("The document is valid");
    }
}
