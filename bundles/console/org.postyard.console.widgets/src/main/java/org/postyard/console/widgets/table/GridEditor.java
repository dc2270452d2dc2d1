package org.postyard.console.widgets.table;

import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolTip;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Changes a value where it stands: enter takes it, escape and leaving the field drop it. */
final class GridEditor<T> {
    private final Grid<T> grid;
    private Optional<Open<T>> open = Optional.empty();

    private record Open<T>(Text field, Object key, Column<T> column, CellEditing<T> editing) {}

    GridEditor(Grid<T> grid) {
        this.grid = grid;
    }

    /** Returns whether the cell could be opened. */
    boolean open(int row, int index) {
        Line<T> line = grid.content().arrangement().line(row);
        Column<T> column = grid.content().columns().shown().get(index);
        Optional<CellEditing<T>> editing = column.editing().filter(by -> by.editable(line.value()));
        if (editing.isEmpty()) return false;
        close();
        Text field = new Text(grid, SWT.SINGLE | (column.alignment() == Alignment.RIGHT ? SWT.RIGHT : SWT.LEFT));
        open = Optional.of(new Open<>(field, line.key(), column, editing.get()));
        field.setFont(grid.theme().font(TextStyle.BODY));
        field.setText(editing.get().text(line.value()));
        field.selectAll();
        field.addListener(SWT.Modify, event -> check());
        field.addListener(SWT.Traverse, this::traverse);
        field.addListener(SWT.FocusOut, event -> close());
        follow();
        check();
        field.setFocus();
        return true;
    }

    boolean isOpen() {
        return open.isPresent();
    }

    private void traverse(Event event) {
        if (event.detail == SWT.TRAVERSE_RETURN) {
            event.doit = false;
            commit();
        } else if (event.detail == SWT.TRAVERSE_ESCAPE) {
            event.doit = false;
            leave();
        }
    }

    private Optional<String> problem() {
        return open.flatMap(now -> grid.content().arrangement().value(now.key()).flatMap(value -> now.editing()
                .problem(value, now.field().getText())));
    }

    private void check() {
        open.ifPresent(now -> {
            Theme theme = grid.theme();
            Palette palette = theme.palette();
            Optional<String> problem = problem();
            now.field().setToolTipText(problem.orElse(""));
            now.field().setForeground(theme.color(problem.isPresent() ? palette.critical() : palette.text()));
            now.field()
                    .setBackground(
                            theme.color(problem.isPresent() ? palette.tint(palette.critical()) : palette.surface()));
        });
    }

    private void commit() {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            grid.getDisplay().beep();
            problem.ifPresent(this::tell);
            return;
        }
        open.ifPresent(now -> {
            String text = now.field().getText();
            Optional<T> value = grid.content().arrangement().value(now.key());
            leave();
            value.ifPresent(row -> now.editing().commit(row, text));
        });
    }

    /** Says at the field what is wrong, because nobody looks for a tip who types. */
    private void tell(String problem) {
        open.ifPresent(now -> {
            Text field = now.field();
            ToolTip balloon = new ToolTip(field.getShell(), SWT.BALLOON | SWT.ICON_WARNING);
            balloon.setMessage(problem);
            balloon.setLocation(field.toDisplay(field.getSize().x / 2, field.getSize().y));
            field.addListener(SWT.Modify, event -> balloon.dispose());
            field.addListener(SWT.Dispose, event -> balloon.dispose());
            balloon.setVisible(true);
        });
    }

    private void leave() {
        close();
        grid.setFocus();
    }

    private void close() {
        Optional<Open<T>> closing = open;
        open = Optional.empty();
        closing.ifPresent(now -> now.field().dispose());
    }

    /** Keeps the field over its cell; drops it when the row or the column is gone. */
    void follow() {
        open.ifPresent(now -> {
            OptionalInt row = grid.content().arrangement().position(now.key());
            int column = grid.content().columns().shown().indexOf(now.column());
            if (row.isEmpty() || column < 0) {
                close();
                return;
            }
            Rectangle cell = grid.viewport().cell(row.getAsInt(), column);
            boolean seen = cell.y >= grid.viewport().headerHeight();
            now.field().setVisible(seen);
            now.field().setBounds(cell.x + 1, cell.y, cell.width - 2, cell.height - 1);
        });
    }
}
