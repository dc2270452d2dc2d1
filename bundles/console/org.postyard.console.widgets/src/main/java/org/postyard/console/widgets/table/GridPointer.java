package org.postyard.console.widgets.table;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.postyard.console.widgets.theme.TextStyle;

/** What the pointer does in the rows of a grid: select, open, hover, explain. Titles are handled by {@link HeaderPointer}. */
final class GridPointer<T> {
    private final Grid<T> grid;
    private final HeaderPointer<T> header;

    GridPointer(Grid<T> grid) {
        this.grid = grid;
        this.header = new HeaderPointer<>(grid);
        grid.addListener(SWT.MouseDown, this::down);
        grid.addListener(SWT.MouseUp, header::up);
        grid.addListener(SWT.MouseMove, this::move);
        grid.addListener(SWT.MouseDoubleClick, this::doubleClick);
        grid.addListener(SWT.MouseExit, event -> hover(-1));
        grid.addListener(SWT.MenuDetect, this::menu);
    }

    private void down(Event event) {
        grid.setFocus();
        if (event.y < grid.viewport().headerHeight()) {
            header.down(event);
            return;
        }
        if (grid.content().arrangement().size() == 0) {
            followLink(event);
            return;
        }
        grid.viewport().rowAt(event.y).ifPresent(row -> press(event, row));
    }

    private void followLink(Event event) {
        if (event.button != 1 || !grid.look().link().contains(event.x, event.y)) return;
        grid.look().empty().flatMap(EmptyState::link).ifPresent(link -> link.action()
                .run());
    }

    private void press(Event event, int row) {
        grid.viewport().columnAt(event.x).ifPresent(column -> grid.look().cursorColumn(column));
        grid.look().cursorShown(false);
        Object key = grid.content().arrangement().line(row).key();
        if (event.button == 1 && onTwisty(event.x, row)) {
            grid.toggle(row);
        } else if (event.button == 1 && (event.stateMask & SWT.MOD1) != 0) {
            grid.content().selection().toggle(key);
            grid.refresh();
            grid.tellSelection();
        } else if (event.button == 1) {
            grid.selectRow(row, (event.stateMask & SWT.SHIFT) != 0);
        } else if (!grid.content().selection().contains(key)) {
            grid.selectRow(row, false);
        }
    }

    private boolean onTwisty(int x, int row) {
        Line<T> line = grid.content().arrangement().line(row);
        int left = Cell.PADDING + GridPainter.INDENT * line.depth();
        return line.expandable() && x >= left - 4 && x < left + GridPainter.INDENT;
    }

    private void doubleClick(Event event) {
        if (event.y < grid.viewport().headerHeight()) {
            header.doubleClick(event);
            return;
        }
        OptionalInt row = grid.viewport().rowAt(event.y);
        if (event.button != 1 || row.isEmpty() || onTwisty(event.x, row.getAsInt())) return;
        if (grid.editor().open(row.getAsInt(), grid.look().cursorColumn())) return;
        grid.tellOpen(row.getAsInt());
    }

    private void move(Event event) {
        if (header.move(event)) return;
        hover(grid.viewport().rowAt(event.y).orElse(-1));
        boolean overLink =
                grid.content().arrangement().size() == 0 && grid.look().link().contains(event.x, event.y);
        grid.setCursor(overLink ? grid.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
        tip(event);
    }

    private void hover(int row) {
        if (grid.look().hoverRow() == row) return;
        grid.look().hoverRow(row);
        grid.redraw();
    }

    private void tip(Event event) {
        OptionalInt column = grid.viewport().columnAt(event.x);
        OptionalInt row = grid.viewport().rowAt(event.y);
        String text = column.isPresent() && row.isPresent() ? tip(row.getAsInt(), column.getAsInt()) : "";
        if (!Objects.equals(grid.getToolTipText(), text)) grid.setToolTipText(text);
    }

    /** The column's own explanation of the cell, or the whole text where it had to be cut. */
    private String tip(int row, int index) {
        Column<T> column = grid.content().columns().shown().get(index);
        T value = grid.content().arrangement().line(row).value();
        String own = column.tip().apply(value);
        if (!own.isEmpty()) return own;
        String text = column.text().apply(value);
        int room = grid.viewport().columnWidth(index) - 2 * Cell.PADDING;
        return grid.theme().measure(TextStyle.BODY).width(text) > room ? text : "";
    }

    /** The menu key has no place of its own: the menu then belongs to the row that the keyboard is on. */
    private void menu(Event event) {
        Point pointer = grid.toControl(event.x, event.y);
        boolean byKey = event.detail == SWT.MENU_KEYBOARD;
        if (!byKey && pointer.y < grid.viewport().headerHeight()) {
            event.doit = false;
            header.menu();
            return;
        }
        Optional<Rectangle> cell = byKey ? grid.cursorCell() : Optional.empty();
        cell.ifPresent(area -> {
            Point below = grid.toDisplay(area.x + Cell.PADDING, area.y + area.height);
            event.x = below.x;
            event.y = below.y;
        });
    }
}
