package org.postyard.console.widgets.table;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.postyard.console.widgets.mark.Severity;

/**
 * One column: how to draw, name, sort, explain and change its cells.
 *
 * @param id stays the same over versions; remembered layouts refer to it
 * @param explanation shown for the title; empty for none
 * @param width in points, to begin with
 * @param text what copying, searching and a screen reader get
 * @param tip shown for a cell; empty for the cell's text when that is cut
 * @param shown whether the column is there before somebody chooses
 */
public record Column<T>(
        String id,
        String title,
        String explanation,
        int width,
        Alignment alignment,
        CellPainter<T> painter,
        Function<T, String> text,
        Optional<Comparator<T>> order,
        Function<T, String> tip,
        boolean shown,
        Optional<CellEditing<T>> editing) {

    private static final String NO_VALUE = "–";

    /** Text at the left, sorted as people read, without regard to case. */
    public static <T> Column<T> text(String id, String title, int width, Function<T, String> text) {
        return of(id, title, width, Alignment.LEFT, text, (cell, row) -> cell.text(text.apply(row), Alignment.LEFT))
                .sortedBy(Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER));
    }

    /** A number at the right, said by the format with its unit where it has one; an absent value is a dash and sorts below all. */
    public static <T> Column<T> number(
            String id, String title, int width, Function<T, OptionalDouble> value, Function<Double, String> format) {
        Function<T, String> text = row ->
                value.apply(row).isPresent() ? format.apply(value.apply(row).getAsDouble()) : NO_VALUE;
        return of(id, title, width, Alignment.RIGHT, text, (cell, row) -> number(cell, value.apply(row), format))
                .sortedBy(Comparator.comparingDouble(row -> value.apply(row).orElse(Double.NEGATIVE_INFINITY)));
    }

    /** Shape and word of a severity. */
    public static <T> Column<T> severity(
            String id, String title, int width, Function<T, Severity> severity, Function<T, String> word) {
        return of(
                        id,
                        title,
                        width,
                        Alignment.LEFT,
                        word,
                        (cell, row) -> cell.severity(severity.apply(row), word.apply(row)))
                .sortedBy(Comparator.comparing(severity));
    }

    /** A small curve over the last values, sorted by the last one; values that are not numbers are gaps. */
    public static <T> Column<T> spark(String id, String title, int width, Function<T, double[]> values) {
        Function<T, String> text = row -> {
            double last = last(values.apply(row));
            return Double.isNaN(last) ? NO_VALUE : String.format(Locale.ROOT, "%.1f", last);
        };
        CellPainter<T> painter =
                (cell, row) -> cell.spark(values.apply(row), cell.palette().accent());
        return of(id, title, width, Alignment.LEFT, text, painter)
                .sortedBy(Comparator.comparingDouble(row -> orLowest(last(values.apply(row)))));
    }

    /** A share from 0 to 1 as a bar and in per cent; not a number is a dash. */
    public static <T> Column<T> share(String id, String title, int width, Function<T, Double> share) {
        Function<T, String> text = row -> percent(share.apply(row));
        CellPainter<T> painter = (cell, row) ->
                cell.share(share.apply(row), text.apply(row), cell.palette().accent());
        return of(id, title, width, Alignment.RIGHT, text, painter)
                .sortedBy(Comparator.comparingDouble(row -> orLowest(share.apply(row))));
    }

    /** A column drawn by the painter. */
    public static <T> Column<T> of(
            String id, String title, int width, Alignment alignment, Function<T, String> text, CellPainter<T> painter) {
        return new Column<>(
                id, title, "", width, alignment, painter, text, Optional.empty(), row -> "", true, Optional.empty());
    }

    public Column<T> sortedBy(Comparator<T> next) {
        return new Column<>(
                id, title, explanation, width, alignment, painter, text, Optional.of(next), tip, shown, editing);
    }

    public Column<T> explained(String next) {
        return new Column<>(id, title, next, width, alignment, painter, text, order, tip, shown, editing);
    }

    public Column<T> tipped(Function<T, String> next) {
        return new Column<>(id, title, explanation, width, alignment, painter, text, order, next, shown, editing);
    }

    public Column<T> painted(CellPainter<T> next) {
        return new Column<>(id, title, explanation, width, alignment, next, text, order, tip, shown, editing);
    }

    /** Not there until somebody asks for it. */
    public Column<T> hidden() {
        return new Column<>(id, title, explanation, width, alignment, painter, text, order, tip, false, editing);
    }

    public Column<T> editedBy(CellEditing<T> next) {
        return new Column<>(
                id, title, explanation, width, alignment, painter, text, order, tip, shown, Optional.of(next));
    }

    private static void number(Cell cell, OptionalDouble value, Function<Double, String> format) {
        if (value.isPresent()) cell.text(format.apply(value.getAsDouble()), Alignment.RIGHT);
        else cell.mutedText(NO_VALUE, Alignment.RIGHT);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? NO_VALUE : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static double last(double[] values) {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    private static double orLowest(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
}
