package org.postyard.shell.completion;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.postyard.api.suppression.Suppression;
import org.postyard.shell.Texts;

/** Offers the reasons of suppressions. */
@Service
public final class SuppressionReasons implements Completer {
    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return Offer.of(Arrays.stream(Suppression.Reason.values())
                        .map(Texts::word)
                        .toList())
                .complete(session, line, candidates);
    }
}
