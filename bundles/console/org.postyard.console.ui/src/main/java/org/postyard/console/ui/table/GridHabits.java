package org.postyard.console.ui.table;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.postyard.console.ui.preference.Settings;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.GridSettings;

/** Gives a grid what every table of the console has: columns that are remembered, and copying from its menu. */
public final class GridHabits {

    private final Grid<?> grid;

    private GridHabits(Grid<?> grid) {
        this.grid = grid;
    }

    /**
     * @param id names the grid among the remembered ones
     * @param menu gets the entries for copying at its end; it becomes the grid's menu
     */
    public static void give(Grid<?> grid, String id, Settings settings, Menu menu) {
        Optional.of(settings.grid(id))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> grid.apply(GridSettings.parse(text)));
        grid.onSettings(() -> settings.grid(id, grid.settings().toText()));
        GridHabits habits = new GridHabits(grid);
        if (menu.getItemCount() > 0) {
            new MenuItem(menu, SWT.SEPARATOR);
        }
        habits.item(menu, "Copy as text\tCtrl+C", () -> habits.copy(grid.asText()));
        habits.item(menu, "Copy as CSV", () -> habits.copy(grid.asCsv()));
        grid.setMenu(menu);
    }

    private void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> action.run());
    }

    private void copy(String text) {
        if (text.isEmpty()) {
            return;
        }
        Clipboard clipboard = new Clipboard(grid.getDisplay());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }
}
