package org.postyard.console.ui.fleet;

import java.util.Optional;
import org.postyard.console.model.view.FleetRow;
import org.postyard.console.widgets.table.CellEditing;

/** Changes a limit in its cell: a number, or nothing to take it away. */
record LimitEditing(FleetLimits limits, Limit limit) implements CellEditing<FleetRow> {

    @Override
    public boolean editable(FleetRow row) {
        return limits.changeable(limit, row);
    }

    @Override
    public String text(FleetRow row) {
        return limits.value(limit, row).map(FleetLimits::text).orElse("");
    }

    @Override
    public Optional<String> problem(FleetRow row, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            double value = Double.parseDouble(text.strip());
            return value > 0 && Double.isFinite(value)
                    ? Optional.empty()
                    : Optional.of("A limit is more than 0; leave it empty for none.");
        } catch (NumberFormatException notOne) {
            return Optional.of("This is no number; leave it empty for no limit.");
        }
    }

    @Override
    public void commit(FleetRow row, String text) {
        limits.change(limit, row, text.isBlank() ? Optional.empty() : Optional.of(Double.parseDouble(text.strip())));
    }
}
