package org.postyard.shell.suppression;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.api.message.Handling;
import org.postyard.api.suppression.Suppression;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** Shows suppressions. */
@Service
@Command(
        scope = "postyard",
        name = "suppressions",
        description = "Shows addresses that must not be sent to, or why one address is not",
        detailedDescription = """
                Example:

                  postyard:suppressions
                  postyard:suppressions --after m --limit 100
                  postyard:suppressions anna@example.com   (is mail to her sent?)
                """)
public final class ShowSuppressions extends YardCommand {
    @Option(name = "--after", description = "Begin after this address")
    private String after = "";

    @Option(name = "--limit", description = "Most entries to show")
    private int limit = 50;

    @Option(name = "--tenant", description = "For an address: mail of this tenant")
    private String tenant = Handling.DEFAULT_TENANT;

    @Argument(index = 0, name = "address", description = "Ask for this address only")
    private @Nullable String address;

    public ShowSuppressions() {
        super(Operation.READ_ADDRESSES);
    }

    @Override
    protected void run() throws CommandException {
        if (limit < 1) throw new CommandException("--limit takes 1 or more");
        if (address != null) ask(Addresses.parse(address));
        else list();
    }

    private void ask(String asked) throws CommandException {
        Optional<Suppression> match = suppressions().match(asked, tenant);
        if (match.isPresent()) print(table(List.of(match.get())));
        else print("Mail of tenant " + tenant + " to " + asked + " is sent: no entry forbids it");
    }

    private void list() throws CommandException {
        List<Suppression> page = suppressions().list(after, limit);
        print(table(page).ifEmpty(after.isEmpty() ? "Nothing is suppressed" : "No more entries"));
        print(page.size() + " of " + suppressions().size() + " entries");
        if (page.size() >= limit && page.size() < suppressions().size())
            print("More: postyard:suppressions --after "
                    + page.get(page.size() - 1).address());
    }

    private static Table table(List<Suppression> entries) {
        Table table = Table.of("Address", "Reason", "Tenant", "By", "Since", "Expires");
        for (Suppression entry : entries)
            table.row(
                    entry.address(),
                    Texts.word(entry.reason()),
                    entry.tenant().orElse("(all)"),
                    entry.source(),
                    Texts.time(entry.since()),
                    entry.expires().map(Texts::time).orElse("never"));
        return table;
    }
}
