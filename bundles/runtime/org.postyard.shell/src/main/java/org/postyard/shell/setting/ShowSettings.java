package org.postyard.shell.setting;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.SettingsDesk.Setting;
import org.postyard.api.administration.SettingsDesk.Settings;
import org.postyard.api.administration.SettingsDesk.Type;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.SettingPids;

/** Shows settings. */
@Service
@Command(
        scope = "postyard",
        name = "settings",
        description = "Shows settings of plug-ins and parts of the node, with type, range and default",
        detailedDescription = """
                Without a PID it shows which there are. Values of secrets are never shown.

                  postyard:settings
                  postyard:settings org.postyard.injection.smtp
                """)
public final class ShowSettings extends YardCommand {
    @Argument(index = 0, name = "pid", description = "Whose settings; all PIDs if left out")
    @Completion(SettingPids.class)
    private @Nullable String pid;

    public ShowSettings() {
        super(Operation.CHANGE_SETTINGS);
    }

    @Override
    protected void run() throws CommandException {
        if (pid == null) list();
        else show(SettingCommand.find(settings(), pid));
    }

    private void list() throws CommandException {
        Table table = Table.of("PID", "Name", "Bundle", "#Settings", "Changed");
        for (Settings found : settings().settings())
            table.row(
                    found.pid(),
                    found.name(),
                    found.bundle(),
                    found.settings().size(),
                    found.configured() ? "yes" : "-");
        print(table.ifEmpty("Nothing declares settings"));
    }

    private void show(Settings found) {
        Table table = Table.of("Setting", "Value", "Default", "Type", "Meaning");
        for (Setting setting : found.settings())
            table.row(
                    setting.id(),
                    valueOf(setting),
                    Texts.orDash(String.join(", ", setting.defaults())),
                    typeOf(setting),
                    setting.description());
        print(table.ifEmpty("It has no settings"));
    }

    private static String valueOf(Setting setting) {
        if (setting.type() == Type.SECRET) return setting.set() ? "(set)" : "(not set)";
        return Texts.orDash(String.join(", ", setting.values()));
    }

    private static String typeOf(Setting setting) {
        String range = setting.least().map(least -> " from " + least).orElse("")
                + setting.most().map(most -> " to " + most).orElse("");
        String options = setting.options().isEmpty()
                ? ""
                : ": " + String.join(", ", setting.options().keySet());
        return Texts.word(setting.type()) + (setting.cardinality() == 0 ? "" : " list") + range + options;
    }
}
