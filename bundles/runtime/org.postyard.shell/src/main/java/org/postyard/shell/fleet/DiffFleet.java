package org.postyard.shell.fleet;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.completion.FleetFiles;

/** Compares a fleet document. */
@Service
@Command(
        scope = "postyard",
        name = "fleet-diff",
        description = "Shows what would change if a fleet document were applied",
        detailedDescription = """
                Compares the meaning, not the text: comments and order of keys are no change.

                  postyard:fleet-diff /etc/postyard/fleet.yaml
                """)
public final class DiffFleet extends FleetCommand {
    @Argument(
            index = 0,
            name = "file",
            description = "Path of a .yaml file on the machine of the runtime, or stdin for what is piped in",
            required = true)
    @Completion(FleetFiles.class)
    private String file = "";

    public DiffFleet() {
        super(Operation.READ_FLEET);
    }

    @Override
    protected void run() throws CommandException {
        String yaml = read(file);
        refuse(fleet().check(yaml));
        List<String> changes = fleet().diff(yaml);
        changes.forEach(this::print);
        if (changes.isEmpty()) print("Nothing would change");
    }
}
