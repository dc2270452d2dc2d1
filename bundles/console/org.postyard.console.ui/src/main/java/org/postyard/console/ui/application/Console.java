package org.postyard.console.ui.application;

/**
 * What the views of this console share. It is made once at the start; a view gets it from {@link ConsoleView#console()}, anything
 * else on the workbench by {@code getService(Console.class)} of its site or window.
 *
 * @param uiThread the way to the thread of the user interface
 * @param watchdog what is known about blockings of that thread
 * @param log where the console itself logs
 */
public record Console(UiThread uiThread, UiWatchdog watchdog, ConsoleLog log) {}
