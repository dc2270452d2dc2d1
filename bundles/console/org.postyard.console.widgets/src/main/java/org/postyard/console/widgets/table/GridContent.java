package org.postyard.console.widgets.table;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** What a grid shows and what is selected in it, without any drawing. Belongs to the display's thread. */
final class GridContent<T> {
    private static final Duration CALM = Duration.ofSeconds(2);

    private final Columns<T> columns;
    private final LongSupplier clockMillis;
    private final Selection selection = new Selection();
    private final Expansion expansion = new Expansion(1);
    private final CalmOrder<T> order = new CalmOrder<>(CALM);
    private Rows<T> rows = Rows.none();
    private Optional<Predicate<T>> filter = Optional.empty();
    private Arrangement<T> arrangement = Arrangement.none();

    GridContent(Columns<T> columns, LongSupplier clockMillis) {
        this.columns = columns;
        this.clockMillis = clockMillis;
    }

    Columns<T> columns() {
        return columns;
    }

    Selection selection() {
        return selection;
    }

    Arrangement<T> arrangement() {
        return arrangement;
    }

    Rows<T> rows() {
        return rows;
    }

    boolean filtered() {
        return filter.isPresent();
    }

    /** Returns whether a selected row is gone. */
    boolean rows(Rows<T> next) {
        rows = next;
        return arrange();
    }

    boolean filter(Optional<Predicate<T>> next) {
        filter = next;
        order.expire();
        return arrange();
    }

    void sortAnew() {
        order.by(columns.order());
        arrange();
    }

    void expand(Object key, boolean expanded) {
        expansion.choose(key, expanded);
        order.expire();
        arrange();
    }

    void open(int levels) {
        expansion.open(levels);
        order.expire();
        arrange();
    }

    private boolean arrange() {
        long now = clockMillis.getAsLong();
        arrangement = Arrangement.of(rows, filter, order.at(now), expansion);
        order.arranged(arrangement.lines(), now);
        return selection.retain(arrangement);
    }

    OptionalInt leadPosition() {
        return selection.lead().map(arrangement::position).orElse(OptionalInt.empty());
    }

    /** Selected values from top to bottom. */
    List<T> selected() {
        return arrangement.lines().stream()
                .filter(line -> selection.contains(line.key()))
                .map(Line::value)
                .toList();
    }

    /** Selects from the anchor, or from the row itself, to the row. */
    void extendTo(int position) {
        Object key = arrangement.line(position).key();
        OptionalInt from = selection.anchor().map(arrangement::position).orElse(OptionalInt.empty());
        if (from.isEmpty()) {
            selection.only(key);
            return;
        }
        int low = Math.min(from.getAsInt(), position);
        int high = Math.max(from.getAsInt(), position);
        selection.range(
                arrangement.lines().subList(low, high + 1).stream()
                        .map(Line::key)
                        .toList(),
                key);
    }

    void selectAll() {
        selection.all(arrangement.lines().stream().map(Line::key).toList());
    }

    /** The next row, after the given one and round the end, whose first column begins with the text. */
    OptionalInt find(String beginning, int after) {
        int size = arrangement.size();
        Column<T> column = columns.shown().get(0);
        for (int step = 0; step < size; step++) {
            int position = Math.floorMod(after + step, size);
            String text = column.text().apply(arrangement.line(position).value());
            if (text.regionMatches(true, 0, beginning, 0, beginning.length())) return OptionalInt.of(position);
        }
        return OptionalInt.empty();
    }
}
