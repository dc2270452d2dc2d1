package org.postyard.console.widgets.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/**
 * A table or tree-table that paints only what is seen, so that tens of thousands of rows may change many times a second.
 * Rows are immutable and known by their keys: selection, opened rows and scroll position survive new rows. All methods
 * belong to the display's thread; a context menu is set with {@link #setMenu}, and a right click selects the row first.
 *
 * <p>Keys: arrows, page, home, end, with shift to extend; control-A, control-C; right and left open and close rows;
 * control-left and -right move between cells, F2 changes a cell, control-shift-up and -down sort by its column; letters
 * find a row by its first column.
 */
public final class Grid<T> extends Canvas {
    private final Columns<T> columns;
    private final GridContent<T> content;
    private final Viewport<T> viewport;
    private final GridLook look = new GridLook();
    private final Theme theme;
    private final GridEditor<T> editor;
    private final GridScrolling<T> scrolling;
    private final Repainting<T> repainting;
    private final List<Consumer<List<T>>> selectionListeners = new ArrayList<>();
    private final List<Consumer<T>> openListeners = new ArrayList<>();
    private final List<Runnable> settingsListeners = new ArrayList<>();

    public Grid(Composite parent, List<Column<T>> columns) {
        super(parent, SWT.V_SCROLL | SWT.H_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.NO_MERGE_PAINTS);
        this.columns = new Columns<>(columns);
        this.content = new GridContent<>(this.columns, () -> System.nanoTime() / 1_000_000);
        this.viewport = new Viewport<>(content);
        this.theme = Theme.of(this);
        this.editor = new GridEditor<>(this);
        this.scrolling = new GridScrolling<>(this);
        this.repainting = new Repainting<>(this);
        GridPainter<T> painter = new GridPainter<>(theme, content, viewport, look);
        addPaintListener(event -> paint(painter, event));
        addListener(SWT.Resize, event -> resized());
        addListener(SWT.FocusIn, event -> focused(true));
        addListener(SWT.FocusOut, event -> focused(false));
        new GridPointer<>(this);
        new GridKeys<>(this);
        new GridSpeech<>(this);
        theme.follow(this, this::resized);
    }

    private void paint(GridPainter<T> painter, PaintEvent event) {
        int end = painter.paint(event.gc, event.y, event.height);
        int left = event.y + event.height - end;
        if (left > 0) redraw(0, end, viewport.width(), left, false);
    }

    /** Shows other rows; what is selected, open and seen stays where it is as far as the rows are still there. */
    public void setRows(Rows<T> rows) {
        if (isDisposed()) return;
        ScrollAnchor anchor = ScrollAnchor.of(content.arrangement(), viewport);
        ChangedRows<T> before = ChangedRows.before(content, viewport);
        boolean selectionLost = content.rows(rows);
        anchor.restore(content.arrangement(), viewport);
        arrange();
        repainting.paint(before);
        if (selectionLost) tellSelection();
    }

    public Rows<T> rows() {
        return content.rows();
    }

    /** Number of lines between top and bottom: rows that pass the filter and are not under closed ones. */
    public int lineCount() {
        return content.arrangement().size();
    }

    /** Shows only the rows that match and the rows above them; absent shows all. */
    public void filter(Optional<Predicate<T>> wanted) {
        look.filtered(wanted.isPresent());
        if (content.filter(wanted)) tellSelection();
        refresh();
    }

    /** Sorts by the column with the id; absent leaves the rows as they come. */
    public void sortBy(Optional<GridSettings.Sort> sort) {
        columns.sort(sort);
        sorted();
    }

    /** Opens so many levels of the tree, 0 for none. */
    public void open(int levels) {
        content.open(levels);
        refresh();
    }

    public void expand(Object key, boolean expanded) {
        content.expand(key, expanded);
        refresh();
    }

    /** Selected rows from top to bottom. */
    public List<T> selection() {
        return content.selected();
    }

    public Set<Object> selectedKeys() {
        return content.selection().keys();
    }

    /** Selects the rows with these keys as far as they are there, and scrolls to the first. */
    public void select(Collection<?> keys) {
        List<Object> present = keys.stream()
                .filter(key -> content.arrangement().position(key).isPresent())
                .<Object>map(key -> key)
                .toList();
        content.selection().clear();
        if (!present.isEmpty()) {
            content.selection().only(present.get(0));
            content.selection().all(present);
            content.arrangement().position(present.get(0)).ifPresent(viewport::reveal);
        }
        refresh();
        tellSelection();
    }

    /** Called with the selected rows when somebody selects others, or when a selected row is gone. */
    public void onSelect(Consumer<List<T>> listener) {
        selectionListeners.add(listener);
    }

    /** Called when a row is double-clicked or the enter key is pressed on it. */
    public void onOpen(Consumer<T> listener) {
        openListeners.add(listener);
    }

    /** What to say when there are no rows at all. */
    public void whenEmpty(EmptyState state) {
        look.empty(state);
        redraw();
    }

    /** What to say when there are rows but none passes the filter. */
    public void whenNothingMatches(EmptyState state) {
        look.emptyFiltered(state);
        redraw();
    }

    /** Mutes all values and says since when there are no news; absent makes them live again. */
    public void staleSince(Optional<String> time) {
        if (look.staleSince().equals(time)) return;
        look.staleSince(time);
        redraw();
    }

    public GridSettings settings() {
        return columns.settings();
    }

    public void apply(GridSettings settings) {
        columns.apply(settings);
        content.sortAnew();
        refresh();
    }

    /** Called when somebody changes width, order, visibility or sort of the columns. */
    public void onSettings(Runnable listener) {
        settingsListeners.add(listener);
    }

    /** The selected rows, or all when none is selected, with tabulators between the fields. */
    public String asText() {
        return GridExport.tabbed(columns.shown(), selectedOrAll());
    }

    /** The selected rows, or all when none is selected, as RFC 4180 says. */
    public String asCsv() {
        return GridExport.csv(columns.shown(), selectedOrAll());
    }

    private List<T> selectedOrAll() {
        List<T> selected = content.selected();
        return selected.isEmpty()
                ? content.arrangement().lines().stream().map(Line::value).toList()
                : selected;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? 480 : widthHint;
        int height = heightHint == SWT.DEFAULT ? viewport.headerHeight() + 6 * viewport.rowHeight() : heightHint;
        return new Point(width, height);
    }

    GridContent<T> content() {
        return content;
    }

    Viewport<T> viewport() {
        return viewport;
    }

    GridLook look() {
        return look;
    }

    GridEditor<T> editor() {
        return editor;
    }

    Theme theme() {
        return theme;
    }

    /** Brings scroll bars and picture up to what content and columns are now. */
    void refresh() {
        arrange();
        redraw();
    }

    private void arrange() {
        viewport.refresh();
        scrolling.show();
        editor.follow();
    }

    private void resized() {
        Rectangle area = getClientArea();
        setBackground(theme.color(theme.palette().surface()));
        boolean first = viewport.bodyHeight() == 0;
        content.columns().scale(theme.textPoints() / (double) Theme.DEFAULT_TEXT_POINTS);
        viewport.size(area.width, area.height, theme.measure(TextStyle.BODY).height());
        // A row that was selected before there was room is shown as soon as there is.
        if (first) content.leadPosition().ifPresent(viewport::reveal);
        refresh();
    }

    private void focused(boolean now) {
        look.focused(now);
        redraw();
    }

    void sorted() {
        content.sortAnew();
        refresh();
        tellSettings();
    }

    void tellSettings() {
        settingsListeners.forEach(Runnable::run);
    }

    void tellSelection() {
        List<T> selected = content.selected();
        List.copyOf(selectionListeners).forEach(listener -> listener.accept(selected));
    }

    void tellOpen(int row) {
        T value = content.arrangement().line(row).value();
        List.copyOf(openListeners).forEach(listener -> listener.accept(value));
    }

    /** Moves keyboard and selection to the row. */
    void selectRow(int row, boolean extend) {
        if (extend) content.extendTo(row);
        else content.selection().only(content.arrangement().line(row).key());
        viewport.reveal(row);
        refresh();
        tellSelection();
    }

    /** Opens or closes the row where it stands. */
    void toggle(int row) {
        Line<T> line = content.arrangement().line(row);
        if (line.expandable()) expand(line.key(), !line.expanded());
    }

    /** The cell that the keyboard is on, when there is one. */
    Optional<Rectangle> cursorCell() {
        OptionalInt row = content.leadPosition();
        int column = Math.min(look.cursorColumn(), viewport.columnCount() - 1);
        return row.isPresent() ? Optional.of(viewport.cell(row.getAsInt(), column)) : Optional.empty();
    }
}
