package org.postyard.shell.completion;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.postyard.api.administration.AccountDesk;

/** Offers the names of accounts. */
@Service
public final class AccountNames implements Completer {
    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return Offer.of(Offer.from(AccountDesk.class, desk -> desk.accounts().stream()
                        .map(AccountDesk.Account::name)
                        .toList()))
                .complete(session, line, candidates);
    }
}
