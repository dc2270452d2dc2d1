package org.postyard.shell.fleet;

import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.fleet.FleetDesk.Applied;
import org.postyard.api.fleet.FleetDesk.Problem;
import org.postyard.shell.Table;
import org.postyard.shell.YardCommand;

/** A command that works on the fleet document. */
abstract class FleetCommand extends YardCommand {
    FleetCommand(Operation operation) {
        super(operation);
    }

    final String read(String file) throws CommandException {
        return FleetFile.read(file, surroundings().in());
    }

    /** Shows what is wrong and ends the command, if anything is. */
    final void refuse(List<Problem> problems) throws CommandException {
        if (problems.isEmpty()) return;
        Table table = Table.of("#Line", "Where", "What is wrong");
        for (Problem problem : problems)
            table.row(problem.line() == 0 ? "-" : problem.line(), problem.path(), problem.reason());
        print(table);
        throw new CommandException(
                problems.size() + (problems.size() == 1 ? " problem" : " problems") + "; nothing was changed");
    }

    final void show(Applied applied) throws CommandException {
        refuse(applied.problems());
        applied.changes().forEach(this::print);
        if (applied.changes().isEmpty()) print("Means the same as before");
        applied.version().ifPresent(version -> print("Version " + version.number() + " is in force"));
    }
}
