package org.postyard.console.widgets.table;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Event;

/** What the keyboard does in a grid. */
final class GridKeys<T> {
    private static final int FIND_PAUSE_MILLIS = 900;

    private final Grid<T> grid;
    private String typed = "";
    private int typedAt;

    GridKeys(Grid<T> grid) {
        this.grid = grid;
        grid.addListener(SWT.KeyDown, this::key);
        grid.addListener(SWT.Traverse, GridKeys::traverse);
    }

    /** A canvas that listens to keys keeps all of them; the ones that lead out of it are let go. */
    private static void traverse(Event event) {
        if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) event.doit = true;
    }

    private void key(Event event) {
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        boolean shift = (event.stateMask & SWT.SHIFT) != 0;
        if (grid.content().arrangement().size() == 0) {
            if (event.keyCode == SWT.CR) followLink();
            return;
        }
        if (control) {
            withControl(event, shift);
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> go(1, shift);
            case SWT.ARROW_UP -> go(-1, shift);
            case SWT.PAGE_DOWN -> go(grid.viewport().pageRows(), shift);
            case SWT.PAGE_UP -> go(-grid.viewport().pageRows(), shift);
            case SWT.HOME -> go(-lineCount(), shift);
            case SWT.END -> go(lineCount(), shift);
            case SWT.ARROW_RIGHT -> openOrStep();
            case SWT.ARROW_LEFT -> closeOrParent();
            case SWT.CR, SWT.KEYPAD_CR -> lead().ifPresent(grid::tellOpen);
            case SWT.F2 -> lead().ifPresent(this::edit);
            default -> find(event);
        }
    }

    private void withControl(Event event, boolean shift) {
        switch (event.keyCode) {
            case 'a' -> {
                grid.content().selectAll();
                grid.refresh();
                grid.tellSelection();
            }
            case 'c' -> copy();
            case SWT.ARROW_RIGHT -> cursor(1);
            case SWT.ARROW_LEFT -> cursor(-1);
            case SWT.ARROW_UP -> sortOrLead(shift, true, -1);
            case SWT.ARROW_DOWN -> sortOrLead(shift, false, 1);
            case ' ' ->
                grid.content().selection().lead().ifPresent(key -> {
                    grid.content().selection().toggle(key);
                    grid.refresh();
                    grid.tellSelection();
                });
            default -> {}
        }
    }

    private void followLink() {
        grid.look().empty().flatMap(EmptyState::link).ifPresent(link -> link.action()
                .run());
    }

    /** Changes the value that the keyboard is on; from one that cannot be changed, the first in its row that can. */
    private void edit(int row) {
        if (grid.editor().open(row, grid.look().cursorColumn())) return;
        int columns = grid.viewport().columnCount();
        IntStream.range(0, columns)
                .filter(column -> grid.editor().open(row, column))
                .findFirst()
                .ifPresent(column -> {
                    grid.look().cursorColumn(column);
                    grid.viewport().revealColumn(column);
                    grid.refresh();
                });
    }

    private int lineCount() {
        return grid.content().arrangement().size();
    }

    private OptionalInt lead() {
        return grid.content().leadPosition();
    }

    private void go(int step, boolean extend) {
        int from = lead().orElse(step > 0 ? -1 : 0);
        int to = Math.max(0, Math.min(lineCount() - 1, from + step));
        grid.selectRow(to, extend);
    }

    private void openOrStep() {
        lead().ifPresent(row -> {
            Line<T> line = grid.content().arrangement().line(row);
            if (line.expandable() && !line.expanded()) grid.toggle(row);
            else if (line.expanded()) go(1, false);
        });
    }

    private void closeOrParent() {
        lead().ifPresent(row -> {
            if (grid.content().arrangement().line(row).expanded()) grid.toggle(row);
            else grid.content().arrangement().parent(row).ifPresent(parent -> grid.selectRow(parent, false));
        });
    }

    private void cursor(int step) {
        int last = grid.viewport().columnCount() - 1;
        int next = grid.look().cursorShown()
                ? grid.look().cursorColumn() + step
                : grid.look().cursorColumn();
        grid.look().cursorShown(true);
        grid.look().cursorColumn(Math.max(0, Math.min(last, next)));
        grid.viewport().revealColumn(grid.look().cursorColumn());
        grid.refresh();
    }

    private void sortOrLead(boolean sort, boolean ascending, int step) {
        if (sort) {
            Column<T> column = grid.content().columns().shown().get(grid.look().cursorColumn());
            if (column.order().isEmpty()) return;
            grid.sortBy(Optional.of(new GridSettings.Sort(column.id(), ascending)));
        } else {
            int row = Math.max(0, Math.min(lineCount() - 1, lead().orElse(0) + step));
            grid.content()
                    .selection()
                    .lead(grid.content().arrangement().line(row).key());
            grid.viewport().reveal(row);
            grid.refresh();
        }
    }

    private void copy() {
        Clipboard clipboard = new Clipboard(grid.getDisplay());
        try {
            clipboard.setContents(new Object[] {grid.asText()}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private void find(Event event) {
        if (event.keyCode == SWT.ESC) typed = "";
        if (event.character < ' ' || event.character == SWT.DEL || (event.stateMask & SWT.ALT) != 0) return;
        boolean fresh = typed.isEmpty() || event.time - typedAt > FIND_PAUSE_MILLIS;
        typed = fresh ? String.valueOf(event.character) : typed + event.character;
        typedAt = event.time;
        int from = lead().orElse(0) + (fresh ? 1 : 0);
        grid.content().find(typed, from).ifPresent(row -> grid.selectRow(row, false));
    }
}
