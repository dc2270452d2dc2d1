package org.postyard.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.postyard.api.administration.SettingsDesk;

/** Offers the PIDs that declare settings. */
@Service
public final class SettingPids implements Completer {
    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return Offer.of(Offer.from(SettingsDesk.class, desk -> desk.settings().stream()
                        .map(SettingsDesk.Settings::pid)
                        .toList()))
                .complete(session, line, candidates);
    }
}
