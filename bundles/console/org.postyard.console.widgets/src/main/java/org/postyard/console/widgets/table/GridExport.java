package org.postyard.console.widgets.table;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Rows of a grid as text for other programs: the shown columns, in their order, with a line of titles. */
final class GridExport {
    private GridExport() {}

    /** Fields by tabulators, as spreadsheets paste them. */
    static <T> String tabbed(List<Column<T>> columns, List<T> rows) {
        return joined(columns, rows, "\t", field -> field.replaceAll("[\t\r\n]+", " "));
    }

    /** RFC 4180. */
    static <T> String csv(List<Column<T>> columns, List<T> rows) {
        return joined(columns, rows, ",", GridExport::quoted);
    }

    private static <T> String joined(
            List<Column<T>> columns, List<T> rows, String separator, UnaryOperator<String> field) {
        StringBuilder text = new StringBuilder();
        text.append(columns.stream().map(Column::title).map(field).collect(Collectors.joining(separator)))
                .append("\r\n");
        for (T row : rows) {
            text.append(columns.stream()
                            .map(column -> field.apply(column.text().apply(row)))
                            .collect(Collectors.joining(separator)))
                    .append("\r\n");
        }
        return text.toString();
    }

    /** A leading sign that spreadsheets take for a formula gets an apostrophe, unless the field is a number. */
    private static String quoted(String field) {
        String safe = formula(field) ? "'" + field : field;
        boolean needed = safe.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return needed ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static boolean formula(String field) {
        return !field.isEmpty() && "=+-@".indexOf(field.charAt(0)) >= 0 && !field.matches("[-+]?[0-9][0-9.,]*");
    }
}
