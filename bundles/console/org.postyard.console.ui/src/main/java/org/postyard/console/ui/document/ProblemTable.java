package org.postyard.console.ui.document;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;
import org.postyard.protocol.FieldProblem;

/** What is wrong in the document, line by line; choosing a problem leads to its line. */
final class ProblemTable {

    private final Grid<FieldProblem> grid;

    ProblemTable(Composite parent, IntConsumer goToLine) {
        grid = new Grid<>(
                parent,
                List.of(
                        Column.number(
                                "line",
                                "Line",
                                56,
                                (FieldProblem one) ->
                                        one.line() > 0 ? OptionalDouble.of(one.line()) : OptionalDouble.empty(),
                                value -> String.format(Locale.ROOT, "%.0f", value)),
                        Column.severity("reason", "What is wrong", 420, one -> Severity.CRITICAL, FieldProblem::reason),
                        Column.text("pointer", "Where", 180, FieldProblem::pointer)));
        grid.whenEmpty(EmptyState.of("No problems", "The runtime would accept this document."));
        grid.onOpen(problem -> goToLine.accept(problem.line()));
        grid.onSelect(rows -> rows.stream().findFirst().ifPresent(problem -> goToLine.accept(problem.line())));
    }

    Grid<FieldProblem> grid() {
        return grid;
    }

    void show(List<FieldProblem> problems) {
        grid.setRows(Rows.flat(problems, problem -> problem.line() + problem.pointer() + problem.reason()));
    }
}
