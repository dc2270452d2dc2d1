package org.postyard.console.widgets.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;

/** What the pointer does with the titles of a grid: sort, resize at the edge, drag to another place, choose columns. */
final class HeaderPointer<T> {
    private static final int DRAG_STARTS_AFTER = 6;
    private static final int SAMPLED_ROWS = 200;

    private final Grid<T> grid;
    private Optional<Column<T>> resized = Optional.empty();
    private Optional<Column<T>> pressed = Optional.empty();
    private boolean dragging;
    private int startX;
    private int startWidth;

    HeaderPointer(Grid<T> grid) {
        this.grid = grid;
    }

    void down(Event event) {
        if (event.button != 1) return;
        startX = event.x;
        OptionalInt edge = grid.viewport().edgeAt(event.x);
        if (edge.isPresent()) {
            Column<T> column = column(edge.getAsInt());
            resized = Optional.of(column);
            startWidth = grid.viewport().columnWidth(edge.getAsInt());
        } else {
            grid.viewport().columnAt(event.x).ifPresent(index -> pressed = Optional.of(column(index)));
        }
    }

    /** Returns whether the pointer is busy with, or over, the titles. */
    boolean move(Event event) {
        if (resized.isPresent()) {
            grid.content().columns().resize(resized.get(), startWidth + event.x - startX);
            grid.refresh();
            return true;
        }
        if (pressed.isPresent()) {
            dragging |= Math.abs(event.x - startX) > DRAG_STARTS_AFTER;
            if (dragging) showDrop(event.x);
            return true;
        }
        if (event.y >= grid.viewport().headerHeight()) return false;
        boolean edge = grid.viewport().edgeAt(event.x).isPresent();
        grid.setCursor(edge ? grid.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE) : null);
        OptionalInt column = grid.viewport().columnAt(event.x);
        String tip = column.isPresent() ? column(column.getAsInt()).explanation() : "";
        if (!Objects.equals(grid.getToolTipText(), tip)) grid.setToolTipText(tip);
        return true;
    }

    private void showDrop(int x) {
        int index = dropIndex(x);
        int place = index < grid.viewport().columnCount()
                ? grid.viewport().columnLeft(index)
                : grid.viewport().columnLeft(index - 1) + grid.viewport().columnWidth(index - 1);
        grid.look().dropBefore(Optional.of(place));
        grid.redraw();
    }

    private int dropIndex(int x) {
        OptionalInt over = grid.viewport().columnAt(x);
        if (over.isEmpty()) return x < 0 ? 0 : grid.viewport().columnCount();
        int index = over.getAsInt();
        int middle = grid.viewport().columnLeft(index) + grid.viewport().columnWidth(index) / 2;
        return x < middle ? index : index + 1;
    }

    void up(Event event) {
        if (event.button != 1) return;
        if (resized.isPresent()) grid.tellSettings();
        pressed.ifPresent(column -> release(column, event.x));
        resized = Optional.empty();
        pressed = Optional.empty();
        dragging = false;
        grid.look().dropBefore(Optional.empty());
        grid.redraw();
    }

    private void release(Column<T> column, int x) {
        Columns<T> columns = grid.content().columns();
        if (!dragging) {
            columns.toggleSort(column);
            grid.sorted();
            return;
        }
        List<Column<T>> shown = columns.shown();
        int index = dropIndex(x);
        columns.move(column, index < shown.size() ? Optional.of(shown.get(index)) : Optional.empty());
        grid.refresh();
        grid.tellSettings();
    }

    /** Makes the column as wide as what is seen in it. */
    void doubleClick(Event event) {
        OptionalInt edge = grid.viewport().edgeAt(event.x);
        if (event.button != 1 || edge.isEmpty()) return;
        Column<T> column = column(edge.getAsInt());
        TextMeasure measure = grid.theme().measure(TextStyle.BODY);
        int widest = grid.content().arrangement().lines().stream()
                .skip(grid.viewport().firstRow())
                .limit(SAMPLED_ROWS)
                .mapToInt(line -> measure.width(column.text().apply(line.value())))
                .max()
                .orElse(0);
        int title = measure.width(column.title()) + 16;
        grid.content().columns().resize(column, Math.max(widest, title) + 2 * Cell.PADDING + 4);
        resized = Optional.empty();
        grid.refresh();
        grid.tellSettings();
    }

    /** Offers all columns to be shown or hidden. */
    void menu() {
        Menu menu = new Menu(grid.getShell(), SWT.POP_UP);
        for (Column<T> column : grid.content().columns().all()) {
            MenuItem item = new MenuItem(menu, SWT.CHECK);
            item.setText(column.title());
            item.setSelection(grid.content().columns().isShown(column));
            item.addListener(SWT.Selection, event -> show(column, item.getSelection()));
        }
        menu.addListener(SWT.Hide, event -> grid.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private void show(Column<T> column, boolean shown) {
        grid.content().columns().show(column, shown);
        grid.look().cursorColumn(0);
        grid.refresh();
        grid.tellSettings();
    }

    private Column<T> column(int index) {
        return grid.content().columns().shown().get(index);
    }
}
