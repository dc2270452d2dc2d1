package org.postyard.shell.fleet;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.fleet.FleetVersion;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** Lists the versions of the fleet. */
@Service
@Command(
        scope = "postyard",
        name = "fleet-versions",
        description = "Lists every version of the fleet document that was ever applied, the newest first",
        detailedDescription = """
                Example:

                  postyard:fleet-versions
                """)
public final class ShowFleetVersions extends YardCommand {
    @Option(name = "--limit", description = "Most versions to show")
    private int limit = 50;

    public ShowFleetVersions() {
        super(Operation.READ_FLEET);
    }

    @Override
    protected void run() throws CommandException {
        long inForce = fleet().currentVersion().map(FleetVersion::number).orElse(0L);
        Table table = Table.of("#Version", "In force", "Applied", "By", "Comment");
        fleet().versions().stream()
                .limit(Math.max(1, limit))
                .forEach(version -> table.row(
                        version.number(),
                        version.number() == inForce ? "yes" : "",
                        Texts.time(version.appliedAt()),
                        version.author(),
                        version.comment()));
        print(table.ifEmpty("No version was ever applied; see postyard:fleet-apply"));
    }
}
