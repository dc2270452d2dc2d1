package org.postyard.shell.suppression;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;

/** Ends suppressions of an address. */
@Service
@Command(
        scope = "postyard",
        name = "unsuppress",
        description = "Removes all suppressions of an address, or of a domain entry, in one scope",
        detailedDescription = """
                Without --tenant it removes the entries that are for everybody's mail.

                  postyard:unsuppress anna@example.com
                  postyard:unsuppress --tenant acme anna@example.com
                """)
public final class UnsuppressAddress extends YardCommand {
    @Option(name = "--tenant", description = "The entries of this tenant; those for everybody if left out")
    private @Nullable String tenant;

    @Argument(index = 0, name = "address", description = "Address, or @domain", required = true)
    private String address = "";

    public UnsuppressAddress() {
        super(Operation.EDIT_SUPPRESSIONS);
    }

    @Override
    protected void run() throws CommandException {
        String freed = Addresses.parse(address);
        int removed = suppressions().remove(freed, Optional.ofNullable(tenant));
        String scope = tenant == null ? "for everybody's mail" : "for mail of tenant " + tenant;
        if (removed == 0) throw new CommandException("There is no suppression of " + freed + " " + scope);
        print(removed + (removed == 1 ? " suppression" : " suppressions") + " of " + freed + " " + scope + " removed");
    }
}
