package org.postyard.shell.completion;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.postyard.api.fleet.LimitDesk;

/** Offers the names of limits. */
@Service
public final class LimitNames implements Completer {
    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return Offer.of(Arrays.stream(LimitDesk.Name.values())
                        .map(LimitDesk.Name::key)
                        .toList())
                .complete(session, line, candidates);
    }
}
