package org.postyard.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.QueueStatus;

/** Offers the names of the deepest queues. */
@Service
public final class QueueNames implements Completer {
    private static final int MOST = 200;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return Offer.of(Offer.fromYard(yard -> yard.queues(QueueFilter.ALL, MOST).stream()
                        .map(QueueStatus::name)
                        .toList()))
                .complete(session, line, candidates);
    }
}
