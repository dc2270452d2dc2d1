package org.postyard.console.widgets.table;

import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** Tells a screen reader what the grid is and what the row says that the keyboard is on. */
final class GridSpeech<T> {
    private final Grid<T> grid;

    GridSpeech(Grid<T> grid) {
        this.grid = grid;
        Accessible accessible = grid.getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = event.childID == ACC.CHILDID_SELF ? self() : row(event.childID);
            }
        });
        accessible.addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_TABLE : ACC.ROLE_ROW;
            }

            @Override
            public void getChildCount(AccessibleControlEvent event) {
                event.detail = grid.lineCount();
            }

            @Override
            public void getFocus(AccessibleControlEvent event) {
                event.childID = grid.content().leadPosition().orElse(ACC.CHILDID_SELF);
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail =
                        ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE | (grid.isFocusControl() ? ACC.STATE_FOCUSED : 0);
            }
        });
        grid.onSelect(selected -> tell(accessible));
    }

    private void tell(Accessible accessible) {
        OptionalInt row = grid.content().leadPosition();
        if (row.isPresent() && grid.isFocusControl()) accessible.setFocus(row.getAsInt());
    }

    String self() {
        return "Table, " + grid.lineCount() + " rows"
                + grid.look()
                        .staleSince()
                        .map(since -> ", no news since " + since)
                        .orElse("");
    }

    String row(int row) {
        if (row < 0 || row >= grid.lineCount()) return "";
        T value = grid.content().arrangement().line(row).value();
        return grid.content().columns().shown().stream()
                .map(column -> column.title() + " " + column.text().apply(value))
                .collect(Collectors.joining(", "));
    }
}
