package org.postyard.protocol;

import java.util.List;

/**
 * The settings of one configuration PID, with what they mean.
 *
 * @param bundle symbolic name of the bundle that declares them
 * @param plugin whether that bundle is a plug-in
 * @param configured whether somebody has set any; else all are at their defaults
 */
public record SettingsView(
        String pid,
        String name,
        String description,
        String bundle,
        boolean plugin,
        boolean configured,
        List<SettingView> settings) {
    public SettingsView {
        settings = List.copyOf(settings);
    }
}
