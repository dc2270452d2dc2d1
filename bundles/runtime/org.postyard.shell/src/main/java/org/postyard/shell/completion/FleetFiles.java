package org.postyard.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Offers files of the machine on which the runtime runs. */
@Service
public final class FleetFiles implements Completer {
    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new FileCompleter().complete(session, line, candidates);
    }
}
