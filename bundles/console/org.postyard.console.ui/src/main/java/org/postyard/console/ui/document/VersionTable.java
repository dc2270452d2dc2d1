package org.postyard.console.ui.document;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;
import org.postyard.protocol.FleetVersionView;

/** The versions of the fleet document, the newest first. */
final class VersionTable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Grid<FleetVersionView> grid;

    VersionTable(Composite parent) {
        grid = new Grid<>(
                parent,
                List.of(
                        Column.number(
                                "number",
                                "Version",
                                72,
                                version -> OptionalDouble.of(version.number()),
                                value -> String.format(Locale.ROOT, "%.0f", value)),
                        Column.text(
                                "time", "Applied", 156, (FleetVersionView version) -> TIME.format(version.appliedAt())),
                        Column.text("author", "By", 60, FleetVersionView::author),
                        Column.text("comment", "Reason", 120, FleetVersionView::comment)));
        grid.whenEmpty(EmptyState.of("No versions yet", "Apply a document, and it is kept here.")
                .with(Icon.DOCUMENT));
    }

    Grid<FleetVersionView> grid() {
        return grid;
    }

    void show(List<FleetVersionView> versions) {
        grid.setRows(Rows.flat(versions, FleetVersionView::number));
    }

    Optional<FleetVersionView> selected() {
        return grid.selection().stream().findFirst();
    }
}
