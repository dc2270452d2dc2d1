package org.postyard.shell.limit;

import java.util.StringJoiner;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.fleet.LimitDesk.Limit;
import org.postyard.api.fleet.LimitDesk.Scope;
import org.postyard.shell.Table;
import org.postyard.shell.YardCommand;

/** Shows limits. */
@Service
@Command(
        scope = "postyard",
        name = "limits",
        description = "Shows all limits that the fleet document sets, and what they are for",
        detailedDescription = """
                Of all that match a path, the strictest counts.

                  postyard:limits
                """)
public final class ShowLimits extends YardCommand {
    public ShowLimits() {
        super(Operation.READ_FLEET);
    }

    @Override
    protected void run() throws CommandException {
        Table table = Table.of("Limit", "#Value", "For");
        for (Limit limit : limits().limits()) table.row(limit.name().key(), value(limit.value()), scope(limit.scope()));
        print(table.ifEmpty("The fleet document sets no limits"));
    }

    private static String value(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String scope(Scope scope) {
        StringJoiner words = new StringJoiner(", ").setEmptyValue("every path");
        scope.server().ifPresent(id -> words.add("server " + id));
        scope.source().ifPresent(id -> words.add("source " + id));
        scope.pool().ifPresent(id -> words.add("pool " + id));
        scope.provider().ifPresent(id -> words.add("provider " + id));
        scope.domain().ifPresent(id -> words.add("domain " + id));
        return words.toString();
    }
}
