package org.postyard.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.postyard.api.operation.PoolStatus;

/** Offers the ids of pools. */
@Service
public final class PoolNames implements Completer {
    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return Offer.of(Offer.fromYard(
                        yard -> yard.pools().stream().map(PoolStatus::id).toList()))
                .complete(session, line, candidates);
    }
}
