package org.postyard.shell.steer;

import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.PoolStatus;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.BalancerNames;
import org.postyard.shell.completion.PoolNames;

/** Shows what a balancer would do. */
@Service
@Command(
        scope = "postyard",
        name = "balance-dry-run",
        description = "Shows how a balancer would spread messages over a pool, without sending any",
        detailedDescription = """
                Takes the members as they are now: closed ones get nothing.

                  postyard:balance-dry-run default
                  postyard:balance-dry-run --messages 100000 default weighted
                """)
public final class DryRunBalance extends YardCommand {
    @Option(name = "--messages", description = "How many messages to spread")
    private int messages = 10_000;

    @Argument(index = 0, name = "pool", description = "Id of the pool", required = true)
    @Completion(PoolNames.class)
    private String pool = "";

    @Argument(index = 1, name = "balancer", description = "Id of the balancer; that of the pool if left out")
    @Completion(BalancerNames.class)
    private @Nullable String balancer;

    public DryRunBalance() {
        super(Operation.WATCH);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        if (messages < 1 || messages > 1_000_000) throw new CommandException("--messages takes 1 to 1000000");
        String asked = balancer == null ? balancerOfPool() : balancer;
        Map<String, Long> shares = new TreeMap<>(await(yard().dryRun(pool, asked, messages)));
        long spread = shares.values().stream().mapToLong(Long::longValue).sum();
        Table table = Table.of("Source", "#Messages", "#Share");
        shares.forEach((source, count) -> table.row(source, count, Texts.percent((double) count / messages)));
        print(table.ifEmpty("No source would get any"));
        if (spread < messages) print((messages - spread) + " of " + messages + " would wait");
    }

    private String balancerOfPool() throws CommandException {
        for (PoolStatus status : yard().pools()) if (status.id().equals(pool)) return status.balancer();
        throw new CommandException("There is no pool '" + pool + "'; see postyard:pools");
    }
}
