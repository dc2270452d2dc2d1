package org.postyard.console.widgets.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns in their present order, widths and visibility, and the sort. Belongs to the display's thread. */
final class Columns<T> {
    static final int SMALLEST = 32;
    private static final int LARGEST = 1_200;
    private static final int LEAST_TEXT = 160;

    private final List<Column<T>> all;
    private final Map<String, Integer> widths = new HashMap<>();
    private final Map<String, Boolean> visibility = new HashMap<>();
    private Optional<GridSettings.Sort> sort = Optional.empty();
    private double scale = 1;

    Columns(List<Column<T>> columns) {
        if (columns.isEmpty()) throw new IllegalArgumentException("a grid needs at least one column");
        all = new ArrayList<>(columns);
    }

    List<Column<T>> all() {
        return List.copyOf(all);
    }

    List<Column<T>> shown() {
        return all.stream().filter(this::isShown).toList();
    }

    boolean isShown(Column<T> column) {
        return visibility.getOrDefault(column.id(), column.shown());
    }

    /** As it is kept: for the usual size of the text. */
    int width(Column<T> column) {
        return widths.getOrDefault(column.id(), column.width());
    }

    /** Takes a width as it is seen. */
    void resize(Column<T> column, int width) {
        keep(column, (int) Math.round(width / scale));
    }

    private void keep(Column<T> column, int width) {
        widths.put(column.id(), Math.max(SMALLEST, Math.min(LARGEST, width)));
    }

    /** How much larger the text is than usual; columns are wider by as much. */
    void scale(double next) {
        scale = next;
    }

    /** The last shown column cannot be hidden. */
    void show(Column<T> column, boolean shown) {
        if (shown || shown().size() > 1) visibility.put(column.id(), shown);
    }

    /** Moves a column before another one, or to the end. */
    void move(Column<T> column, Optional<Column<T>> before) {
        if (before.isPresent() && before.get().equals(column)) return;
        all.remove(column);
        all.add(before.map(all::indexOf).orElse(all.size()), column);
    }

    Optional<GridSettings.Sort> sort() {
        return sort;
    }

    void sort(Optional<GridSettings.Sort> next) {
        sort = next;
    }

    /** Ascending, descending, as the rows come. */
    void toggleSort(Column<T> column) {
        if (column.order().isEmpty()) return;
        boolean same = sort.isPresent() && sort.get().column().equals(column.id());
        if (!same) sort = Optional.of(new GridSettings.Sort(column.id(), column.alignment() == Alignment.LEFT));
        else if (sort.get().ascending() == (column.alignment() == Alignment.LEFT))
            sort = Optional.of(new GridSettings.Sort(column.id(), !sort.get().ascending()));
        else sort = Optional.empty();
    }

    /** The comparison that the sort asks for. */
    Optional<Comparator<Node<T>>> order() {
        return sort.flatMap(by -> all.stream()
                .filter(column -> column.id().equals(by.column()))
                .findFirst()
                .flatMap(Column::order)
                .map(order -> by.ascending() ? order : order.reversed())
                .map(order -> Comparator.comparing(Node::value, order)));
    }

    /**
     * Widths of the shown columns; free room goes to the columns with text. Where there is too little, a text at the end that nobody has
     * widened gives room first, so that it is shortened rather than out of sight.
     */
    int[] widths(int available) {
        List<Column<T>> shown = shown();
        int[] result = shown.stream()
                .mapToInt(column -> (int) Math.round(width(column) * scale))
                .toArray();
        int total = 0;
        int flexible = 0;
        for (int index = 0; index < result.length; index++) {
            total += result[index];
            if (shown.get(index).alignment() == Alignment.LEFT) flexible += result[index];
        }
        int free = available - total;
        if (free < 0) narrowLast(shown, result, -free);
        for (int index = 0; index < result.length && free > 0 && flexible > 0; index++) {
            if (shown.get(index).alignment() != Alignment.LEFT) continue;
            int extra = (int) ((long) free * result[index] / flexible);
            flexible -= result[index];
            free -= extra;
            result[index] += extra;
        }
        return result;
    }

    private void narrowLast(List<Column<T>> shown, int[] result, int missing) {
        int index = result.length - 1;
        Column<T> last = shown.get(index);
        boolean chosen = width(last) != last.width();
        if (last.alignment() == Alignment.LEFT && !chosen && result[index] > LEAST_TEXT)
            result[index] = Math.max(LEAST_TEXT, result[index] - missing);
    }

    GridSettings settings() {
        return new GridSettings(
                all.stream()
                        .map(column -> new GridSettings.Entry(column.id(), width(column), isShown(column)))
                        .toList(),
                sort);
    }

    /** Unknown columns are left out; columns that the settings do not know stay where they are, at the end. */
    void apply(GridSettings settings) {
        List<Column<T>> ordered = new ArrayList<>();
        for (GridSettings.Entry entry : settings.columns()) {
            all.stream()
                    .filter(column -> column.id().equals(entry.id()))
                    .findFirst()
                    .ifPresent(column -> {
                        ordered.add(column);
                        keep(column, entry.width());
                        visibility.put(column.id(), entry.shown());
                    });
        }
        all.removeAll(ordered);
        all.addAll(0, ordered);
        if (shown().isEmpty()) visibility.clear();
        sort = settings.sort()
                .filter(by -> all.stream().anyMatch(column -> column.id().equals(by.column())));
    }
}
