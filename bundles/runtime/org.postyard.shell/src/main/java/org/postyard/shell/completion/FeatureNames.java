package org.postyard.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.postyard.api.administration.PluginDesk;

/** Offers the names of features that bring plug-ins. */
@Service
public final class FeatureNames implements Completer {
    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return Offer.of(Offer.from(PluginDesk.class, desk -> desk.features().stream()
                        .map(PluginDesk.PluginFeature::name)
                        .toList()))
                .complete(session, line, candidates);
    }
}
