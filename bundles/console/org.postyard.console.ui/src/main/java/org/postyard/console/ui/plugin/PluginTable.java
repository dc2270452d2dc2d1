package org.postyard.console.ui.plugin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Node;
import org.postyard.console.widgets.table.Rows;
import org.postyard.protocol.FeatureView;
import org.postyard.protocol.PluginView;

/** The table of bundles with their slots, and of features. */
final class PluginTable {

    private final Grid<PluginRow> grid;

    PluginTable(Composite parent) {
        Function<Double, String> whole = value -> String.format(Locale.ROOT, "%,.0f", value);
        grid = new Grid<>(
                parent,
                List.of(
                        Column.text("name", "Plug-in", 200, PluginRow::name),
                        Column.text("version", "Version", 112, PluginRow::version),
                        Column.severity("state", "State", 90, PluginRow::severity, PluginRow::state),
                        Column.text("health", "Health", 230, PluginRow::health),
                        Column.number("leases", "Leases", 56, PluginRow::leases, whole)
                                .explained("Calls of the engine that are under way"),
                        Column.number("calls", "Calls", 60, PluginRow::calls, whole)
                                .explained("Calls since it was bound"),
                        Column.number("failures", "Failures", 66, PluginRow::failures, whole)
                                .explained("Calls that threw"),
                        Column.text("previous", "Before", 112, PluginRow::previous)
                                .explained("The version that a roll-back brings back"),
                        Column.text("belongs", "Belongs to", 160, PluginRow::belongsTo)));
        grid.whenEmpty(EmptyState.of(
                        "No plug-ins",
                        "Without a balancer and a connector all mail waits. Install a bundle or a feature.")
                .with(Icon.PLUG_IN));
        grid.whenNothingMatches(EmptyState.of("Nothing matches", "No plug-in or slot has this text in it."));
    }

    Grid<PluginRow> grid() {
        return grid;
    }

    void showBundles(List<PluginView> plugins) {
        grid.setRows(new Rows<>(plugins.stream().map(PluginTable::node).toList()));
        grid.open(1);
    }

    private static Node<PluginRow> node(PluginView plugin) {
        PluginRow row = PluginRow.of(plugin);
        List<Node<PluginRow>> slots = plugin.slots().stream()
                .map(slot -> PluginRow.of(plugin, slot))
                .map(slot -> Node.leaf((Object) slot.key(), slot))
                .toList();
        return new Node<>(row.key(), row, slots);
    }

    void showFeatures(List<FeatureView> features) {
        grid.setRows(Rows.flat(features.stream().map(PluginRow::of).toList(), PluginRow::key));
    }

    void filter(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        grid.filter(
                wanted.isEmpty()
                        ? Optional.empty()
                        : Optional.of(row -> (row.name() + " " + row.health() + " " + row.state())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted)));
    }
}
