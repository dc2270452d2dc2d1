package org.postyard.console.widgets.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody made of the columns of a grid: order, widths, which are shown, and the sort. Can be kept as text. */
public record GridSettings(List<Entry> columns, Optional<Sort> sort) {
    /** One column; width in points. */
    public record Entry(String id, int width, boolean shown) {}

    /** The column that the rows are sorted by. */
    public record Sort(String column, boolean ascending) {}

    public GridSettings {
        columns = List.copyOf(columns);
    }

    /** One line that {@link #parse} understands. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        columns.forEach(entry -> text.append(entry.id())
                .append(':')
                .append(entry.width())
                .append(':')
                .append(entry.shown() ? "shown" : "hidden")
                .append(';'));
        sort.ifPresent(
                by -> text.append("sort:").append(by.column()).append(':').append(by.ascending() ? "up" : "down"));
        return text.toString();
    }

    /** Reads what {@link #toText} wrote; what cannot be read is left out, because a lost width is no reason to fail. */
    public static GridSettings parse(String text) {
        List<Entry> entries = new ArrayList<>();
        Optional<Sort> sort = Optional.empty();
        for (String part : List.of(text.split(";", 0))) {
            String[] fields = part.split(":", 0);
            if (fields.length != 3) continue;
            if (fields[0].equals("sort")) sort = Optional.of(new Sort(fields[1], fields[2].equals("up")));
            else entry(fields).ifPresent(entries::add);
        }
        return new GridSettings(entries, sort);
    }

    private static Optional<Entry> entry(String[] fields) {
        try {
            return Optional.of(new Entry(fields[0], Integer.parseInt(fields[1]), fields[2].equals("shown")));
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
