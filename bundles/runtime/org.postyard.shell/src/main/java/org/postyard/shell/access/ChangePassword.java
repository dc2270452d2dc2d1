package org.postyard.shell.access;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.AccountNames;

/** Gives an account another password. */
@Service
@Command(
        scope = "postyard",
        name = "account-password",
        description = "Gives an account a made-up password, which is shown once",
        detailedDescription = """
                Example; with --from-input it is the first line that is typed or piped in:

                  postyard:account-password ben
                  postyard:account-password --from-input ben
                """)
public final class ChangePassword extends YardCommand {
    @Option(name = "--from-input", description = "Read the password from the input")
    private boolean fromInput;

    @Argument(index = 0, name = "name", description = "Name of the account", required = true)
    @Completion(AccountNames.class)
    private String name = "";

    public ChangePassword() {
        super(Operation.MANAGE_ACCESS);
    }

    @Override
    protected void run() throws CommandException {
        String password = fromInput ? NewPassword.read(surroundings().in()) : NewPassword.madeUp();
        report(accounts().changePassword(name, password, author()));
        if (!fromInput) print("Password, shown only this once: " + password);
    }
}
