package org.postyard.console.widgets.table;

import java.util.Optional;

/** Changes a value in its cell. Called on the display's thread; slow work belongs elsewhere. */
public interface CellEditing<T> {
    /** Whether this user may change this row. */
    boolean editable(T row);

    /** The text to begin with. */
    String text(T row);

    /** What is wrong with the text, asked while somebody types; absent when it may be taken. */
    Optional<String> problem(T row, String text);

    /** Takes a text without problem. */
    void commit(T row, String text);
}
