package org.postyard.shell.limit;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.api.fleet.FleetDesk.Applied;
import org.postyard.api.fleet.LimitDesk.Name;
import org.postyard.api.fleet.LimitDesk.Scope;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.LimitNames;
import org.postyard.shell.completion.PoolNames;
import org.postyard.shell.completion.ServerNames;
import org.postyard.shell.completion.SourceNames;

/** Sets one limit. */
@Service
@Command(
        scope = "postyard",
        name = "limit-set",
        description = "Sets one limit as a new version of the fleet document, or takes it away",
        detailedDescription = """
                Without a value the limit is taken away. Undo it with postyard:fleet-rollback.

                  postyard:limit-set --server relay1 --reason slow connections 5
                  postyard:limit-set --server relay1 --reason ok maxConnections 50
                  postyard:limit-set --reason ok messagesPerHour
                """)
public final class SetLimit extends YardCommand {
    @Option(name = "--server", description = "Only for this server")
    @Completion(ServerNames.class)
    private @Nullable String server;

    @Option(name = "--source", description = "Only for this source")
    @Completion(SourceNames.class)
    private @Nullable String source;

    @Option(name = "--pool", description = "Only for this pool")
    @Completion(PoolNames.class)
    private @Nullable String pool;

    @Option(name = "--provider", description = "Only for this mailbox provider")
    private @Nullable String provider;

    @Option(name = "--domain", description = "Only for this recipient domain, or *.domain")
    private @Nullable String domain;

    @Option(name = "--reason", description = "Why, for the list of versions", required = true)
    private String reason = "";

    @Argument(index = 0, name = "limit", description = "Which limit", required = true)
    @Completion(LimitNames.class)
    private String limit = "";

    @Argument(index = 1, name = "value", description = "Its new value; without one it is taken away")
    private @Nullable String value;

    public SetLimit() {
        super(Operation.TUNE);
    }

    @Override
    protected void run() throws CommandException {
        Name name =
                Name.ofKey(limit).orElseThrow(() -> new CommandException("There is no limit called '" + limit + "'"));
        Scope scope = new Scope(
                Optional.ofNullable(server),
                Optional.ofNullable(source),
                Optional.ofNullable(pool),
                Optional.ofNullable(provider),
                Optional.ofNullable(domain));
        Applied applied = limits().change(scope, name, number(), author(), reason);
        if (!applied.ok()) throw new CommandException(applied.problems().get(0).reason() + "; nothing was changed");
        applied.changes().forEach(this::print);
        applied.version().ifPresent(version -> print("Version " + version.number() + " is in force"));
    }

    private OptionalDouble number() throws CommandException {
        if (value == null) return OptionalDouble.empty();
        try {
            return OptionalDouble.of(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            throw new CommandException("'" + value + "' is no number", e);
        }
    }
}
