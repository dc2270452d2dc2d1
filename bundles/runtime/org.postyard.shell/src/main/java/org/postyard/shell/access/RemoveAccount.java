package org.postyard.shell.access;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.AccountNames;

/** Removes an account. */
@Service
@Command(
        scope = "postyard",
        name = "account-remove",
        description = "Removes an account; the last one with the role admin stays",
        detailedDescription = """
                Example:

                  postyard:account-remove ben
                """)
public final class RemoveAccount extends YardCommand {
    @Argument(index = 0, name = "name", description = "Name of the account", required = true)
    @Completion(AccountNames.class)
    private String name = "";

    public RemoveAccount() {
        super(Operation.MANAGE_ACCESS);
    }

    @Override
    protected void run() throws CommandException {
        report(accounts().remove(name, author()));
    }
}
