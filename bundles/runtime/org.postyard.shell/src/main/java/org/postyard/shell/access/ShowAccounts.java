package org.postyard.shell.access;

import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.access.Role;
import org.postyard.api.administration.AccountDesk.Account;
import org.postyard.shell.Table;
import org.postyard.shell.YardCommand;

/** Shows accounts. */
@Service
@Command(
        scope = "postyard",
        name = "accounts",
        description = "Shows the accounts of the node with their roles",
        detailedDescription = """
                Example:

                  postyard:accounts
                """)
public final class ShowAccounts extends YardCommand {
    public ShowAccounts() {
        super(Operation.MANAGE_ACCESS);
    }

    @Override
    protected void run() throws CommandException {
        Table table = Table.of("Account", "Roles", "Shell");
        for (Account account : accounts().accounts())
            table.row(
                    account.name(),
                    account.roles().stream().sorted().map(Role::realmName).collect(Collectors.joining(", ")),
                    account.shell() ? "yes" : "-");
        print(table.ifEmpty("No accounts"));
    }
}
