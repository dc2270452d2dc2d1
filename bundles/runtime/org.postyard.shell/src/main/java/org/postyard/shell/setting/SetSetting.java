package org.postyard.shell.setting;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.SettingsDesk.Wrong;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.SettingPids;

/** Sets one setting. */
@Service
@Command(
        scope = "postyard",
        name = "setting-set",
        description = "Sets a setting of a plug-in or part of the node at once",
        detailedDescription = """
                A list takes several values. Without any value the setting gets its default again.

                  postyard:setting-set org.postyard.control lockoutSeconds 30
                  postyard:setting-set org.postyard.control lockoutSeconds
                """)
public final class SetSetting extends YardCommand {
    @Argument(index = 0, name = "pid", description = "Whose setting", required = true)
    @Completion(SettingPids.class)
    private String pid = "";

    @Argument(index = 1, name = "setting", description = "Which setting", required = true)
    private String setting = "";

    @Argument(index = 2, name = "values", description = "One value, or those of a list", multiValued = true)
    private @Nullable List<String> values;

    public SetSetting() {
        super(Operation.CHANGE_SETTINGS);
    }

    @Override
    protected void run() throws CommandException {
        var unused = SettingCommand.find(settings(), pid);
        List<String> given = values == null ? List.of() : values;
        List<Wrong> wrong = settings().change(pid, Map.of(setting, given), author());
        if (!wrong.isEmpty())
            throw new CommandException(setting + " " + wrong.get(0).reason() + "; nothing was changed");
        print(setting + " of " + pid + (given.isEmpty() ? " has its default again" : " is set"));
    }
}
