package org.postyard.shell.access;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.AccountNames;
import org.postyard.shell.completion.RoleNames;

/** Gives an account other roles. */
@Service
@Command(
        scope = "postyard",
        name = "account-roles",
        description = "Gives an account exactly these roles; the last admin stays one",
        detailedDescription = """
                Example:

                  postyard:account-roles --role operator --role integrator ben
                """)
public final class ChangeRoles extends YardCommand {
    @Option(name = "--role", description = "What it may do; may be repeated", required = true, multiValued = true)
    @Completion(RoleNames.class)
    private @Nullable List<String> roles;

    @Option(name = "--shell", description = "It may also log in to the shell")
    private boolean shell;

    @Argument(index = 0, name = "name", description = "Name of the account", required = true)
    @Completion(AccountNames.class)
    private String name = "";

    public ChangeRoles() {
        super(Operation.MANAGE_ACCESS);
    }

    @Override
    protected void run() throws CommandException {
        report(accounts().changeRoles(name, RoleWords.parse(roles), shell, author()));
    }
}
