package org.postyard.console.widgets.table;

/** Where text stands in its cell. */
public enum Alignment {
    LEFT,
    RIGHT
}
