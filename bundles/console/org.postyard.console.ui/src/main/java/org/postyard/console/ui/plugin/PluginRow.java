package org.postyard.console.ui.plugin;

import java.util.Optional;
import java.util.OptionalDouble;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.protocol.FeatureView;
import org.postyard.protocol.PluginView;
import org.postyard.protocol.SlotView;

/**
 * A row of the plug-in table: a bundle, one of its slots, or a feature. Numbers are absent where a row has none.
 *
 * @param key unique in the table
 * @param kind {@code bundle}, {@code slot} or {@code feature}
 */
record PluginRow(
        String key,
        String kind,
        String name,
        String version,
        Severity severity,
        String state,
        String health,
        OptionalDouble leases,
        OptionalDouble calls,
        OptionalDouble failures,
        String previous,
        String belongsTo,
        Optional<PluginView> plugin,
        Optional<FeatureView> feature) {

    static PluginRow of(PluginView plugin) {
        boolean active = plugin.state().equals("active");
        Severity severity = plugin.well() ? Severity.OK : active ? Severity.WARNING : Severity.CRITICAL;
        return new PluginRow(
                "bundle " + plugin.id(),
                "bundle",
                plugin.symbolicName(),
                plugin.version(),
                severity,
                word(plugin.state()),
                plugin.health(),
                sum(plugin, SlotView::leases),
                sum(plugin, SlotView::calls),
                sum(plugin, SlotView::failures),
                plugin.previousVersion().orElse(""),
                plugin.removable() ? "uploaded file" : String.join(", ", plugin.features()),
                Optional.of(plugin),
                Optional.empty());
    }

    /** What OSGi calls resolved, people call stopped. */
    private static String word(String state) {
        return switch (state) {
            case "resolved" -> "stopped";
            case "installed" -> "incomplete";
            default -> state;
        };
    }

    private static OptionalDouble sum(PluginView plugin, java.util.function.ToLongFunction<SlotView> number) {
        return OptionalDouble.of(plugin.slots().stream().mapToLong(number).sum());
    }

    static PluginRow of(PluginView plugin, SlotView slot) {
        Severity severity =
                switch (slot.state()) {
                    case "open" -> Severity.OK;
                    case "draining" -> Severity.WARNING;
                    default -> Severity.CRITICAL;
                };
        return new PluginRow(
                "slot " + slot.serviceId(),
                "slot",
                slot.kind() + " " + slot.id(),
                slot.version(),
                severity,
                slot.state(),
                slot.reason(),
                OptionalDouble.of(slot.leases()),
                OptionalDouble.of(slot.calls()),
                OptionalDouble.of(slot.failures()),
                "",
                "",
                Optional.of(plugin),
                Optional.empty());
    }

    static PluginRow of(FeatureView feature) {
        Severity severity =
                switch (feature.state()) {
                    case "started" -> Severity.OK;
                    case "uninstalled" -> Severity.UNKNOWN;
                    default -> Severity.WARNING;
                };
        return new PluginRow(
                "feature " + feature.name() + " " + feature.version(),
                "feature",
                feature.name(),
                feature.version(),
                severity,
                feature.state(),
                feature.description(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "",
                String.join(", ", feature.bundles()),
                Optional.empty(),
                Optional.of(feature));
    }
}
