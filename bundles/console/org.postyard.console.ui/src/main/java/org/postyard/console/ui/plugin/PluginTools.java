package org.postyard.console.ui.plugin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.layout.RowData;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.protocol.PluginView;

/** What can be done to the selected plug-in or feature: a button for each, usable or with the reason why not. */
final class PluginTools {

    private final Map<String, ActionButton> actions = new LinkedHashMap<>();
    private final ActionButton install;
    private final ActionButton remove;

    /**
     * @param begin called with the action on the selected plug-in
     * @param job called with whether the selected feature is to be installed; it is to be removed otherwise
     */
    PluginTools(PageHeader top, Consumer<String> begin, Consumer<Boolean> job) {
        add(top, begin, "start", Icon.PLAY, "Start the plug-in");
        add(top, begin, "stop", Icon.STOP, "Drain and stop the plug-in");
        add(top, begin, "drain", Icon.DRAIN, "Drain: no new calls, wait for those under way");
        add(top, begin, "open", Icon.RESUME, "Open: give its slots calls again");
        add(top, begin, "rollback", Icon.UNDO, "Roll back to the version before");
        add(top, begin, "remove", Icon.DELETE, "Remove a plug-in that was uploaded");
        install = top.action(Icon.IMPORT, "Install the feature", () -> job.accept(true));
        remove = top.action(Icon.DELETE, "Remove the feature with its bundles", () -> job.accept(false));
    }

    private void add(PageHeader top, Consumer<String> begin, String action, Icon icon, String tip) {
        actions.put(action, top.action(icon, tip, () -> begin.accept(action)));
    }

    /** Shows the buttons for features, or those for bundles. */
    void show(boolean features) {
        actions.values().forEach(button -> shown(button, !features));
        shown(install, features);
        shown(remove, features);
    }

    /**
     * Says of each button whether it can be used.
     *
     * @param refused why nothing can be changed now; empty if something can
     */
    void enable(Optional<String> refused, Optional<PluginRow> row) {
        Optional<PluginView> plugin = row.flatMap(PluginRow::plugin);
        actions.forEach((action, button) -> button.unless(refused.or(() -> impossible(action, plugin))));
        boolean uninstalled =
                row.filter(one -> one.state().equals("uninstalled")).isPresent();
        Optional<String> noFeature =
                row.flatMap(PluginRow::feature).isPresent() ? Optional.empty() : Optional.of("Select a feature first.");
        install.unless(
                refused.or(() -> noFeature).or(() -> uninstalled ? Optional.empty() : Optional.of("It is installed.")));
        remove.unless(refused.or(() -> noFeature)
                .or(() -> uninstalled ? Optional.of("It is not installed.") : Optional.empty()));
    }

    private static void shown(ActionButton button, boolean wanted) {
        if (button.getVisible() == wanted
                && button.getLayoutData() instanceof RowData data
                && data.exclude == !wanted) {
            return;
        }
        RowData data = new RowData();
        data.exclude = !wanted;
        button.setLayoutData(data);
        button.setVisible(wanted);
        button.requestLayout();
    }

    private static Optional<String> impossible(String action, Optional<PluginView> plugin) {
        if (plugin.isEmpty()) {
            return Optional.of("Select a plug-in first.");
        }
        PluginView one = plugin.get();
        boolean active = one.state().equals("active");
        boolean shut = one.slots().stream().anyMatch(slot -> !slot.state().equals("open"));
        return switch (action) {
            case "start" -> active ? Optional.of("It runs.") : Optional.empty();
            case "stop" -> active ? Optional.empty() : Optional.of("It does not run.");
            case "drain" -> active && !shut ? Optional.empty() : Optional.of("It has no open slots.");
            case "open" -> shut ? Optional.empty() : Optional.of("All its slots are open.");
            case "rollback" ->
                one.previousVersion().isPresent()
                        ? Optional.empty()
                        : Optional.of("No version before this one was kept.");
            default ->
                one.removable()
                        ? Optional.empty()
                        : Optional.of("It belongs to a feature; remove the feature instead.");
        };
    }
}
