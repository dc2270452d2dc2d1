package org.postyard.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.postyard.api.fleet.FleetDesk;
import org.postyard.shell.HostServices;

/** Offers the numbers of the newest versions of the fleet document. */
@Service
public final class VersionNumbers implements Completer {
    private static final int MOST = 50;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> numbers = HostServices.ofFramework()
                .find(FleetDesk.class)
                .map(desk -> desk.versions().stream()
                        .limit(MOST)
                        .map(version -> Long.toString(version.number()))
                        .toList())
                .orElse(List.of());
        return Offer.of(numbers).complete(session, line, candidates);
    }
}
