package org.postyard.shell.setting;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.SettingPids;

/** Sets all defaults of a PID again. */
@Service
@Command(
        scope = "postyard",
        name = "setting-reset",
        description = "Sets all settings of a plug-in or part of the node to their defaults",
        detailedDescription = """
                Example:

                  postyard:setting-reset org.postyard.connector.smtp
                """)
public final class ResetSettings extends YardCommand {
    @Argument(index = 0, name = "pid", description = "Whose settings", required = true)
    @Completion(SettingPids.class)
    private String pid = "";

    public ResetSettings() {
        super(Operation.CHANGE_SETTINGS);
    }

    @Override
    protected void run() throws CommandException {
        var unused = SettingCommand.find(settings(), pid);
        print(
                settings().reset(pid, author())
                        ? "All settings of " + pid + " have their defaults"
                        : "They had them already");
    }
}
