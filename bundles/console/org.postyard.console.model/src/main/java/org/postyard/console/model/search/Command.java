package org.postyard.console.model.search;

/**
 * A command of the console that can be found by its name.
 *
 * @param id what the workbench knows it by
 * @param title its name for people
 * @param detail its key, or what it is for
 */
public record Command(String id, String title, String detail) {}
