package org.postyard.console.ui.health;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.Figures;
import org.postyard.console.ui.link.RuntimeWords;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;

/** The runtimes that this console watches, with what it has got of each. */
final class WatchedTable {

    private final Figures figures;
    private final Grid<RuntimeSnapshot> grid;

    WatchedTable(Composite parent, Figures figures) {
        this.figures = figures;
        Function<Double, String> whole = value -> figures.count(Math.round(value));
        grid = new Grid<>(
                parent,
                List.of(
                        Column.text("name", "Runtime", 160, RuntimeSnapshot::runtime),
                        Column.severity(
                                "state",
                                "Connection",
                                220,
                                row -> RuntimeWords.severity(row.link()),
                                row -> RuntimeWords.words(row.link())),
                        Column.text("news", "Last news", 90, this::lastNews),
                        Column.number(
                                "servers",
                                "Servers",
                                72,
                                row -> known(row, row.servers().size()),
                                whole),
                        Column.number(
                                "sources",
                                "Sources",
                                72,
                                row -> known(row, row.sources().size()),
                                whole),
                        Column.number(
                                "events",
                                "Events seen",
                                96,
                                row -> known(row, row.events().total()),
                                whole),
                        Column.number("offset", "Clock ahead by", 110, this::clockOffset, figures::millis)
                                .explained("The clock of the runtime minus that of this machine")));
        grid.whenEmpty(EmptyState.of("No connection is open", "Each runtime that is watched stands here.")
                .with(Icon.CONNECT));
    }

    private String lastNews(RuntimeSnapshot row) {
        return row.known() ? figures.moment(row.takenAt(), Instant.now()) : Figures.UNKNOWN;
    }

    private OptionalDouble clockOffset(RuntimeSnapshot row) {
        return known(row, row.clockOffset().toMillis());
    }

    private static OptionalDouble known(RuntimeSnapshot row, long value) {
        return row.known() ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    Grid<?> grid() {
        return grid;
    }

    void show(List<LiveRuntime> runtimes) {
        grid.setRows(Rows.flat(runtimes.stream().map(LiveRuntime::snapshot).toList(), RuntimeSnapshot::runtime));
    }
}
