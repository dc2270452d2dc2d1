package org.postyard.shell.watch;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.PoolStatus;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** Shows every pool with its members. */
@Service
@Command(
        scope = "postyard",
        name = "pools",
        description = "Shows every pool: balancer, members, weights and what each member got",
        detailedDescription = """
                Picks count from the last time that a member came or went; 'got' is the share of them.

                  postyard:pools

                Change the balancer with postyard:pool-balancer.
                """)
public final class ShowPools extends YardCommand {
    public ShowPools() {
        super(Operation.WATCH);
    }

    @Override
    protected void run() throws CommandException {
        Table table = Table.of("Pool", "Balancer", "Member", "#Weight", "Open", "#Picks", "#Got", "Reason");
        for (PoolStatus pool : yard().pools()) {
            long picks =
                    pool.members().stream().mapToLong(PoolStatus.Share::picks).sum();
            String balancer = pool.balancerPresent() ? pool.balancer() : pool.balancer() + " (not installed)";
            for (PoolStatus.Share member : pool.members())
                table.row(
                        pool.id(),
                        balancer,
                        member.source(),
                        member.weight(),
                        member.open() ? "yes" : "no",
                        member.picks(),
                        Texts.percent(picks == 0 ? Double.NaN : (double) member.picks() / picks),
                        Texts.orDash(pool.reason()));
            if (pool.members().isEmpty())
                table.row(pool.id(), balancer, "-", "-", "-", "-", "-", Texts.orDash(pool.reason()));
        }
        print(table.ifEmpty("No pools"));
    }
}
