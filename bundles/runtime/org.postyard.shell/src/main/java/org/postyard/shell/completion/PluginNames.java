package org.postyard.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.postyard.api.administration.PluginDesk;

/** Offers the symbolic names of plug-ins. */
@Service
public final class PluginNames implements Completer {
    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return Offer.of(Offer.from(PluginDesk.class, desk -> desk.plugins().stream()
                        .map(PluginDesk.Plugin::symbolicName)
                        .toList()))
                .complete(session, line, candidates);
    }
}
