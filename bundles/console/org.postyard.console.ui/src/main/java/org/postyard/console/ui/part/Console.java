package org.postyard.console.ui.part;

import org.postyard.console.ui.link.ConnectionDesk;
import org.postyard.console.ui.link.CurrentRuntime;
import org.postyard.console.ui.preference.Settings;
import org.postyard.console.ui.theme.Appearance;
import org.postyard.console.ui.thread.UiThread;
import org.postyard.console.ui.thread.UiWatchdog;

/**
 * What the views of this console share. It is made once at the start; a view gets it from {@link ConsoleView#console()}, anything
 * else on the workbench by {@code getService(Console.class)} of its site or window.
 *
 * @param uiThread the way to the thread of the user interface
 * @param watchdog what is known about blockings of that thread
 * @param log where the console itself logs
 * @param settings what somebody prefers
 * @param appearance the look, which follows the settings
 * @param connections saved connections and the runtimes that are watched
 * @param current the runtime that views show, with its snapshots
 */
public record Console(
        UiThread uiThread,
        UiWatchdog watchdog,
        ConsoleLog log,
        Settings settings,
        Appearance appearance,
        ConnectionDesk connections,
        CurrentRuntime current) {}
