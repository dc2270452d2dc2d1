package org.postyard.shell.watch;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.ServerStatus;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** Shows every server. */
@Service
@Command(
        scope = "postyard",
        name = "servers",
        description = "Shows every server: state, load, results and the reason of its state",
        detailedDescription = """
                Shares are of all attempts of the last minute; 'per s' is of the last ten seconds.

                  postyard:servers

                Take one out of service with postyard:server-drain, back with postyard:server-resume.
                """)
public final class ShowServers extends YardCommand {
    public ShowServers() {
        super(Operation.WATCH);
    }

    @Override
    protected void run() throws CommandException {
        Table table = Table.of(
                "Server",
                "Role",
                "Site",
                "State",
                "#Capacity",
                "#Connections",
                "#In flight",
                "#Ready",
                "#Oldest",
                "#per s",
                "#Delivered",
                "#Deferred",
                "#Bounced",
                "#ms",
                "Reason");
        for (ServerStatus server : yard().servers()) table.row(cells(server));
        print(table.ifEmpty("No servers: apply a fleet document with postyard:fleet-apply"));
    }

    private Object[] cells(ServerStatus server) {
        return new Object[] {
            server.id(),
            server.role(),
            Texts.orDash(server.site()),
            Texts.word(server.state()),
            server.capacity(),
            server.connections(),
            server.inFlight(),
            server.ready(),
            server.oldestReady().map(oldest -> Texts.age(oldest, now())).orElse("-"),
            Texts.number(server.perSecond()),
            Texts.percent(server.deliveryShare()),
            Texts.percent(server.deferralShare()),
            Texts.percent(server.bounceShare()),
            Texts.number(server.latencyMillis()),
            server.reason() + " (" + Texts.age(server.since(), now()) + ")"
        };
    }
}
