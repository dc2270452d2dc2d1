package org.postyard.shell.setting;

import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.administration.SettingsDesk;
import org.postyard.api.administration.SettingsDesk.Settings;

/** What commands on settings share. */
final class SettingCommand {
    private SettingCommand() {}

    static Settings find(SettingsDesk desk, String pid) throws CommandException {
        return desk.settings(pid)
                .orElseThrow(() -> new CommandException(
                        "Nothing declares settings of '" + pid + "'; postyard:settings lists them"));
    }
}
