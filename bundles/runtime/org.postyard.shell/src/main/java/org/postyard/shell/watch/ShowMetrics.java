package org.postyard.shell.watch;

import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.Table;
import org.postyard.shell.YardCommand;

/** Shows the numbers that are exported. */
@Service
@Command(
        scope = "postyard",
        name = "metrics",
        description = "Shows the numbers of all parts, by the names under which they are exported",
        detailedDescription = """
                Example:

                  postyard:metrics
                  postyard:metrics postyard_accepted
                """)
public final class ShowMetrics extends YardCommand {
    @Argument(index = 0, name = "start", description = "Only names that start with this")
    private String start = "";

    public ShowMetrics() {
        super(Operation.WATCH);
    }

    @Override
    protected void run() throws CommandException {
        Map<String, Double> numbers = new TreeMap<>(yard().metrics());
        Table table = Table.of("Name", "#Value");
        numbers.forEach((name, value) -> {
            if (name.startsWith(start)) table.row(name, text(value));
        });
        print(table.ifEmpty("No such number"));
    }

    private static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
