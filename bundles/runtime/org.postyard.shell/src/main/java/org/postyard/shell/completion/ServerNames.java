package org.postyard.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.postyard.api.operation.ServerStatus;

/** Offers the ids of servers. */
@Service
public final class ServerNames implements Completer {
    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return Offer.of(Offer.fromYard(
                        yard -> yard.servers().stream().map(ServerStatus::id).toList()))
                .complete(session, line, candidates);
    }
}
