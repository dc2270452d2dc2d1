package org.postyard.console.model.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table as text: header and rows of cells. Immutable. */
public record TextTable(List<String> header, List<List<String>> rows) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.,]+( ?[%a-zA-Z/]+)*");

    public TextTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Comma-separated values as in RFC 4180. A cell that a spreadsheet would take for a formula gets a leading quote. */
    public String csv() {
        return text(",", "\r\n", TextTable::csvCell);
    }

    /** Tab-separated, for pasting into a spreadsheet; tabs and line ends within a cell become blanks. */
    public String tsv() {
        return text("\t", "\n", cell -> safe(cell).replaceAll("[\\t\\r\\n]+", " "));
    }

    private String text(String between, String end, java.util.function.UnaryOperator<String> cell) {
        StringBuilder text = new StringBuilder();
        line(header, between, end, cell, text);
        for (List<String> row : rows) line(row, between, end, cell, text);
        return text.toString();
    }

    private static void line(
            List<String> cells,
            String between,
            String end,
            java.util.function.UnaryOperator<String> change,
            StringBuilder text) {
        text.append(cells.stream().map(change).collect(Collectors.joining(between)))
                .append(end);
    }

    private static String csvCell(String raw) {
        String cell = safe(raw);
        boolean plain =
                cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String safe(String cell) {
        if (cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0) return cell;
        return NUMBER.matcher(cell).matches() ? cell : "'" + cell;
    }
}
