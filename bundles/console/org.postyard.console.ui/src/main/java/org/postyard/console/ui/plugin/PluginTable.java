package org.postyard.console.ui.plugin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Node;
import org.postyard.console.widgets.table.Rows;
import org.postyard.protocol.FeatureView;
import org.postyard.protocol.PluginView;

/** The table of bundles with their slots, and that of features; one of them is seen. */
final class PluginTable {

    private final Composite parent;
    private final StackLayout stack = new StackLayout();
    private final Grid<PluginRow> bundles;
    private final Grid<PluginRow> features;

    /**
     * @param parent gets its layout here
     */
    PluginTable(Composite parent) {
        this.parent = parent;
        parent.setLayout(stack);
        bundles = bundles(parent);
        features = features(parent);
        bundles.whenEmpty(EmptyState.of(
                        "No plug-ins",
                        "Without a balancer and a connector all mail waits. Install a bundle or a feature.")
                .with(Icon.PLUG_IN));
        features.whenEmpty(EmptyState.of("No features", "A feature brings bundles that come and go together.")
                .with(Icon.POOL));
        both().forEach(grid ->
                grid.whenNothingMatches(EmptyState.of("Nothing matches", "Nothing here has this text in it.")));
        stack.topControl = bundles;
    }

    private static Grid<PluginRow> bundles(Composite parent) {
        Function<Double, String> whole = value -> String.format(Locale.ROOT, "%,.0f", value);
        return new Grid<>(
                parent,
                List.of(
                        Column.text("name", "Plug-in", 206, PluginRow::name),
                        Column.text("version", "Version", 124, PluginRow::version),
                        Column.severity("state", "State", 82, PluginRow::severity, PluginRow::state),
                        Column.text("health", "Health", 250, PluginRow::health),
                        Column.number("leases", "Leases", 60, PluginRow::leases, whole)
                                .explained("Calls of the engine that are under way"),
                        Column.number("calls", "Calls", 84, PluginRow::calls, whole)
                                .explained("Calls since it was bound"),
                        Column.number("failures", "Failures", 62, PluginRow::failures, whole)
                                .explained("Calls that threw"),
                        Column.text("previous", "Before", 84, PluginRow::previous)
                                .explained("The version that a roll-back brings back"),
                        Column.text("belongs", "Belongs to", 150, PluginRow::belongsTo)));
    }

    private static Grid<PluginRow> features(Composite parent) {
        return new Grid<>(
                parent,
                List.of(
                        Column.text("name", "Feature", 200, PluginRow::name),
                        Column.text("version", "Version", 124, PluginRow::version),
                        Column.severity("state", "State", 100, PluginRow::severity, PluginRow::state),
                        Column.text("brings", "What it brings", 400, PluginRow::health),
                        Column.text("bundles", "Bundles", 260, PluginRow::belongsTo)));
    }

    /** The table that is seen. */
    Grid<PluginRow> grid() {
        return stack.topControl == features ? features : bundles;
    }

    List<Grid<PluginRow>> both() {
        return List.of(bundles, features);
    }

    /** Shows the other table. */
    void show(boolean wantsFeatures) {
        stack.topControl = wantsFeatures ? features : bundles;
        parent.layout();
    }

    void clear() {
        both().forEach(grid -> grid.setRows(Rows.none()));
    }

    void showBundles(List<PluginView> plugins) {
        bundles.setRows(new Rows<>(plugins.stream().map(PluginTable::node).toList()));
        bundles.open(1);
    }

    private static Node<PluginRow> node(PluginView plugin) {
        PluginRow row = PluginRow.of(plugin);
        List<Node<PluginRow>> slots = plugin.slots().stream()
                .map(slot -> PluginRow.of(plugin, slot))
                .map(slot -> Node.leaf((Object) slot.key(), slot))
                .toList();
        return new Node<>(row.key(), row, slots);
    }

    void showFeatures(List<FeatureView> found) {
        features.setRows(Rows.flat(found.stream().map(PluginRow::of).toList(), PluginRow::key));
    }

    void filter(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        both().forEach(grid -> grid.filter(
                wanted.isEmpty()
                        ? Optional.empty()
                        : Optional.of(row -> (row.name() + " " + row.health() + " " + row.state())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))));
    }
}
