package org.postyard.console.widgets.table;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.IconPainter;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Draws the seen part of a grid: rows, then titles over them; the first column over the others. */
final class GridPainter<T> {
    static final int INDENT = 16;
    /** What runs for the first time is not compiled yet, and slow: that many of the first paintings stop after a while. */
    private static final int FIRST_PAINTINGS = 12;

    private static final long FIRST_PAINTING_NANOS = 25_000_000;

    private final Theme theme;
    private final GridContent<T> content;
    private final Viewport<T> viewport;
    private final GridLook look;
    private int paintings;

    GridPainter(Theme theme, GridContent<T> content, Viewport<T> viewport, GridLook look) {
        this.theme = theme;
        this.content = content;
        this.viewport = viewport;
        this.look = look;
    }

    /**
     * Paints what lies between two heights: a row that did not change is not asked for. Returns where it stopped: one of the first
     * paintings may leave rows for another turn, so that the window answers in between.
     */
    int paint(GC gc, int top, int height) {
        Palette palette = theme.palette();
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(palette.surface()));
        gc.fillRectangle(0, top, viewport.width(), height);
        List<Column<T>> columns = content.columns().shown();
        int end = rows(gc, columns, top, top + height);
        if (top < viewport.headerHeight()) header(gc, columns);
        if (content.arrangement().size() == 0) new EmptyPainter(theme).paint(gc, body(), look);
        else look.staleSince().ifPresent(since -> stale(gc, since));
        return end;
    }

    private int rows(GC gc, List<Column<T>> columns, int top, int bottom) {
        long begin = System.nanoTime();
        boolean first = paintings++ < FIRST_PAINTINGS;
        boolean painted = false;
        for (int row = viewport.firstRow(); row < viewport.endRow(); row++) {
            int rowTop = viewport.rowTop(row);
            if (rowTop >= bottom || rowTop + viewport.rowHeight() <= top) continue;
            if (first && painted && System.nanoTime() - begin > FIRST_PAINTING_NANOS) return rowTop;
            row(gc, columns, row);
            painted = true;
        }
        return bottom;
    }

    private Rectangle body() {
        return new Rectangle(0, viewport.headerHeight(), viewport.width(), viewport.bodyHeight());
    }

    private void row(GC gc, List<Column<T>> columns, int row) {
        Line<T> line = content.arrangement().line(row);
        int top = viewport.rowTop(row);
        RGB behind = background(line.key(), row);
        gc.setBackground(theme.color(behind));
        gc.fillRectangle(0, top, viewport.width(), viewport.rowHeight());
        for (int column = columns.size() - 1; column >= 0; column--) {
            Rectangle cell = viewport.cell(row, column);
            if (cell.x + cell.width <= 0 || cell.x >= viewport.width()) continue;
            if (column == 0 && viewport.scrollX() > 0) {
                gc.setBackground(theme.color(behind));
                gc.fillRectangle(cell);
            }
            cell(gc, columns.get(column), line, cell, column == 0);
        }
        gc.setForeground(theme.color(theme.palette().hairline()));
        gc.setLineWidth(1);
        gc.drawLine(0, top + viewport.rowHeight() - 1, viewport.width(), top + viewport.rowHeight() - 1);
        if (look.focused() && content.selection().lead().equals(Optional.of(line.key()))) lead(gc, row, top);
    }

    private RGB background(Object key, int row) {
        Palette palette = theme.palette();
        if (content.selection().contains(key)) return look.focused() ? palette.selection() : palette.restingSelection();
        return row == look.hoverRow() ? palette.hover() : palette.surface();
    }

    private void lead(GC gc, int row, int top) {
        Palette palette = theme.palette();
        gc.setBackground(theme.color(palette.accent()));
        gc.fillRectangle(0, top, 3, viewport.rowHeight() - 1);
        if (look.cursorColumn() >= viewport.columnCount() || !look.cursorShown()) return;
        Rectangle cell = viewport.cell(row, look.cursorColumn());
        gc.setForeground(theme.color(palette.accent()));
        gc.drawRectangle(cell.x, cell.y, cell.width - 1, cell.height - 2);
    }

    private void cell(GC gc, Column<T> column, Line<T> line, Rectangle area, boolean first) {
        int indent = first && content.arrangement().tree() ? INDENT * (line.depth() + 1) : 0;
        Rectangle inner = new Rectangle(
                area.x + Cell.PADDING + indent,
                area.y,
                Math.max(0, area.width - 2 * Cell.PADDING - indent),
                area.height - 1);
        if (indent > 0 && line.expandable())
            twisty(gc, inner.x - INDENT + 1, area.y + area.height / 2, line.expanded());
        column.painter().paint(new Cell(gc, theme, inner, look.staleSince().isPresent()), line.value());
    }

    private void twisty(GC gc, int x, int middle, boolean expanded) {
        gc.setForeground(theme.color(theme.palette().muted()));
        gc.setLineWidth(1);
        if (expanded) gc.drawPolyline(new int[] {x, middle - 2, x + 4, middle + 2, x + 8, middle - 2});
        else gc.drawPolyline(new int[] {x + 2, middle - 4, x + 6, middle, x + 2, middle + 4});
    }

    private void header(GC gc, List<Column<T>> columns) {
        Palette palette = theme.palette();
        int height = viewport.headerHeight();
        gc.setBackground(theme.color(palette.raised()));
        gc.fillRectangle(0, 0, viewport.width(), height);
        for (int column = columns.size() - 1; column >= 0; column--) title(gc, columns.get(column), column);
        gc.setForeground(theme.color(palette.line()));
        gc.setLineWidth(1);
        gc.drawLine(0, height - 1, viewport.width(), height - 1);
        if (viewport.scrollX() > 0) {
            int edge = viewport.columnWidth(0) - 1;
            gc.drawLine(
                    edge,
                    0,
                    edge,
                    Math.min(
                            viewport.height(),
                            viewport.rowTop(content.arrangement().size())));
        }
        look.dropBefore().ifPresent(x -> dropMark(gc, x));
    }

    private void dropMark(GC gc, int x) {
        gc.setBackground(theme.color(theme.palette().accent()));
        gc.fillRectangle(x - 1, 0, 3, viewport.headerHeight());
    }

    private void title(GC gc, Column<T> column, int index) {
        Palette palette = theme.palette();
        int left = viewport.columnLeft(index);
        int width = viewport.columnWidth(index);
        if (left + width <= 0 || left >= viewport.width()) return;
        int height = viewport.headerHeight();
        if (index == 0) {
            gc.setBackground(theme.color(palette.raised()));
            gc.fillRectangle(left, 0, width, height);
        }
        Optional<GridSettings.Sort> sort =
                content.columns().sort().filter(by -> by.column().equals(column.id()));
        TextMeasure measure = theme.measure(TextStyle.SMALL);
        int arrow = sort.isPresent() ? 12 : 0;
        int indent = index == 0 && content.arrangement().tree() ? INDENT : 0;
        int room = width - 2 * Cell.PADDING - arrow - indent;
        String text = measure.shorten(column.title(), room);
        gc.setFont(theme.font(TextStyle.SMALL));
        gc.setForeground(theme.color(sort.isPresent() ? palette.text() : palette.muted()));
        int textLeft = column.alignment() == Alignment.RIGHT
                ? left + width - Cell.PADDING - measure.width(text)
                : left + Cell.PADDING + indent;
        gc.drawString(text, textLeft, (height - measure.height()) / 2, true);
        int arrowLeft = column.alignment() == Alignment.RIGHT ? textLeft - arrow : textLeft + measure.width(text) + 5;
        sort.ifPresent(by -> arrow(gc, arrowLeft, height / 2, by.ascending()));
        separator(gc, left + width - 1, height);
    }

    private void arrow(GC gc, int x, int middle, boolean up) {
        gc.setBackground(theme.color(theme.palette().accent()));
        int tip = up ? -3 : 3;
        gc.fillPolygon(new int[] {x, middle - tip, x + 8, middle - tip, x + 4, middle + tip});
    }

    private void separator(GC gc, int x, int height) {
        gc.setForeground(theme.color(theme.palette().line()));
        gc.setLineWidth(1);
        gc.drawLine(x, 8, x, height - 9);
    }

    private void stale(GC gc, String since) {
        Palette palette = theme.palette();
        String text = "No news since " + since;
        TextMeasure measure = theme.measure(TextStyle.SMALL);
        int width = measure.width(text) + 38;
        int height = 24;
        int x = (viewport.width() - width) / 2;
        int y = viewport.height() - height - 12;
        gc.setBackground(theme.color(Palette.blend(palette.surface(), palette.warning(), 0.14)));
        gc.setForeground(theme.color(palette.warning()));
        gc.setLineWidth(1);
        gc.fillRoundRectangle(x, y, width, height, 12, 12);
        gc.drawRoundRectangle(x, y, width - 1, height - 1, 12, 12);
        new IconPainter(theme).paint(gc, Icon.CLOCK, x + 9, y + 4, 16, palette.warning());
        gc.setFont(theme.font(TextStyle.SMALL));
        gc.setForeground(theme.color(palette.text()));
        gc.drawString(text, x + 30, y + (height - measure.height()) / 2, true);
    }
}
