package org.postyard.console.widgets.table;

import java.util.OptionalInt;
import org.eclipse.swt.graphics.Rectangle;

/** Where rows and columns are on the canvas: sizes and scroll position, in points. The first column does not scroll. */
final class Viewport<T> {
    private static final int EDGE = 4;

    private final GridContent<T> content;
    private int width;
    private int height;
    private int rowHeight = 24;
    private int headerHeight = 28;
    private int scrollX;
    private int scrollY;
    private int[] widths = {};

    Viewport(GridContent<T> content) {
        this.content = content;
    }

    void size(int nextWidth, int nextHeight, int textHeight) {
        width = nextWidth;
        height = nextHeight;
        rowHeight = upToFour(textHeight + 5);
        headerHeight = upToFour(textHeight + 9);
        refresh();
    }

    /** Takes note of changed columns or rows. */
    void refresh() {
        widths = content.columns().widths(width);
        scrollTo(scrollX, scrollY);
    }

    private static int upToFour(int value) {
        return (value + 3) / 4 * 4;
    }

    void scrollTo(int x, int y) {
        scrollX = Math.max(0, Math.min(x, totalWidth() - width));
        scrollY = Math.max(0, Math.min(y, totalHeight() - bodyHeight()));
    }

    int scrollX() {
        return scrollX;
    }

    int scrollY() {
        return scrollY;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int rowHeight() {
        return rowHeight;
    }

    int headerHeight() {
        return headerHeight;
    }

    int bodyHeight() {
        return Math.max(0, height - headerHeight);
    }

    int totalHeight() {
        return content.arrangement().size() * rowHeight;
    }

    int totalWidth() {
        int sum = 0;
        for (int each : widths) sum += each;
        return sum;
    }

    int pageRows() {
        return Math.max(1, bodyHeight() / rowHeight);
    }

    int firstRow() {
        return scrollY / rowHeight;
    }

    /** After the last row that is at least partly seen. */
    int endRow() {
        return Math.min(content.arrangement().size(), (scrollY + bodyHeight() + rowHeight - 1) / rowHeight);
    }

    int rowTop(int row) {
        return headerHeight + row * rowHeight - scrollY;
    }

    OptionalInt rowAt(int y) {
        if (y < headerHeight || y >= height) return OptionalInt.empty();
        int row = (y - headerHeight + scrollY) / rowHeight;
        return row < content.arrangement().size() ? OptionalInt.of(row) : OptionalInt.empty();
    }

    int columnCount() {
        return widths.length;
    }

    int columnWidth(int column) {
        return widths[column];
    }

    int columnLeft(int column) {
        if (column == 0) return 0;
        int left = -scrollX;
        for (int index = 0; index < column; index++) left += widths[index];
        return left;
    }

    OptionalInt columnAt(int x) {
        for (int column = 0; column < widths.length; column++) {
            int left = columnLeft(column);
            if (x >= left && x < left + widths[column]) return OptionalInt.of(column);
        }
        return OptionalInt.empty();
    }

    /** The column whose right edge is near enough to be taken with the pointer. */
    OptionalInt edgeAt(int x) {
        for (int column = 0; column < widths.length; column++) {
            if (Math.abs(columnLeft(column) + widths[column] - x) <= EDGE) return OptionalInt.of(column);
        }
        return OptionalInt.empty();
    }

    Rectangle cell(int row, int column) {
        return new Rectangle(columnLeft(column), rowTop(row), columnWidth(column), rowHeight);
    }

    /** Scrolls no further than needed to see the whole row. */
    void reveal(int row) {
        if (bodyHeight() < rowHeight) return;
        int top = row * rowHeight;
        if (top < scrollY) scrollTo(scrollX, top);
        else if (top + rowHeight > scrollY + bodyHeight()) scrollTo(scrollX, top + rowHeight - bodyHeight());
    }

    /** Scrolls no further than needed to see the column beside the first one. */
    void revealColumn(int column) {
        if (column == 0) return;
        int left = columnLeft(column);
        if (left < widths[0]) scrollTo(scrollX - (widths[0] - left), scrollY);
        else if (left + widths[column] > width) scrollTo(scrollX + left + widths[column] - width, scrollY);
    }
}
