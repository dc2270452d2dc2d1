package org.postyard.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.support.table.ShellTable;

/** A table of texts and numbers; numbers stand right. */
public final class Table {
    private final ShellTable table = new ShellTable();

    private Table() {}

    /** A table with these columns; a name that starts with {@code #} is of numbers. */
    public static Table of(String... columns) {
        Table made = new Table();
        for (String column : columns) {
            if (column.startsWith("#")) made.table.column(column.substring(1)).alignRight();
            else made.table.column(column);
        }
        return made;
    }

    /** What is printed instead of an empty table. */
    public Table ifEmpty(String text) {
        table.emptyTableText(text);
        return this;
    }

    public Table row(Object... cells) {
        table.addRow().addContent(cells);
        return this;
    }

    void print(PrintStream out) {
        table.print(out);
    }
}
