package org.postyard.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.postyard.api.operation.SlotStatus;

/** Offers the ids of balancers that are installed. */
@Service
public final class BalancerNames implements Completer {
    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return Offer.of(Offer.fromYard(yard -> yard.slots().stream()
                        .filter(slot -> slot.kind().equals("balancer"))
                        .map(SlotStatus::id)
                        .distinct()
                        .toList()))
                .complete(session, line, candidates);
    }
}
