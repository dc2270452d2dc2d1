package org.postyard.shell.watch;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.SourceStatus;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.ServerNames;

/** Shows every source. */
@Service
@Command(
        scope = "postyard",
        name = "sources",
        description = "Shows every source: its way out, load, results and the reason of its state",
        detailedDescription = """
                A source is open if it can take one more message now.

                  postyard:sources
                  postyard:sources --server relay1
                """)
public final class ShowSources extends YardCommand {
    @Option(name = "--server", description = "Only the sources of this server")
    @Completion(ServerNames.class)
    private @Nullable String server;

    public ShowSources() {
        super(Operation.WATCH);
    }

    @Override
    protected void run() throws CommandException {
        Table table = Table.of(
                "Source",
                "Server",
                "Connector",
                "Next hop",
                "Bind",
                "EHLO",
                "Open",
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
        for (SourceStatus source : yard().sources())
            if (server == null || source.server().equals(server)) table.row(cells(source));
        print(table.ifEmpty("No sources"));
    }

    private Object[] cells(SourceStatus source) {
        return new Object[] {
            source.id(),
            source.server(),
            source.connector(),
            Texts.orDash(source.nextHop()),
            Texts.orDash(source.bindAddress()),
            Texts.orDash(source.ehloName()),
            source.open() ? "yes" : "no",
            source.connections(),
            source.inFlight(),
            source.ready(),
            source.oldestReady().map(oldest -> Texts.age(oldest, now())).orElse("-"),
            Texts.number(source.perSecond()),
            Texts.percent(source.deliveryShare()),
            Texts.percent(source.deferralShare()),
            Texts.percent(source.bounceShare()),
            Texts.number(source.latencyMillis()),
            source.reason()
        };
    }
}
