package org.postyard.shell.steer;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.BalancerNames;
import org.postyard.shell.completion.PoolNames;

/** Switches the balancer of a pool. */
@Service
@Command(
        scope = "postyard",
        name = "pool-balancer",
        description = "Switches the balancer of a pool while mail flows",
        detailedDescription = """
                What is in flight ends as it began; the next message is balanced the new way. Holds until another fleet version is
                applied: write it into the fleet document to keep it.

                  postyard:pool-balancer default least-connections

                Try it first with postyard:balance-dry-run.
                """)
public final class SwitchBalancer extends YardCommand {
    @Argument(index = 0, name = "pool", description = "Id of the pool", required = true)
    @Completion(PoolNames.class)
    private String pool = "";

    @Argument(
            index = 1,
            name = "balancer",
            description = "Id of the balancer, for example round-robin",
            required = true)
    @Completion(BalancerNames.class)
    private String balancer = "";

    public SwitchBalancer() {
        super(Operation.TUNE);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        report(await(yard().switchBalancer(pool, balancer, author())));
    }
}
