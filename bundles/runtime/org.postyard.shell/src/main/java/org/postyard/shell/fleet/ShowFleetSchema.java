package org.postyard.shell.fleet;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;

/** Shows the JSON schema of the fleet document. */
@Service
@Command(
        scope = "postyard",
        name = "fleet-schema",
        description = "Shows the JSON schema (2020-12) of the fleet document, for editors",
        detailedDescription = """
                Example:

                  postyard:fleet-schema
                """)
public final class ShowFleetSchema extends YardCommand {
    public ShowFleetSchema() {
        super(Operation.READ_FLEET);
    }

    @Override
    protected void run() throws CommandException {
        print(fleet().schema().stripTrailing());
    }
}
