package org.postyard.console.ui.plugin;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.postyard.console.ui.dialog.ConsoleDialog;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.protocol.PluginPreview;

/** Shows what an action on plug-ins would do, and what would restart with it, before anything is done. */
final class PreviewDialog extends ConsoleDialog {

    private final PluginPreview preview;

    private PreviewDialog(Shell parent, PluginPreview preview, String verb) {
        super(parent, verb + " " + preview.name(), preview.missing().isEmpty() ? verb : "");
        this.preview = preview;
    }

    /** Whether somebody said yes. */
    static boolean ask(Shell parent, PluginPreview preview, String verb) {
        return new PreviewDialog(parent, preview, verb).open() == Window.OK
                && preview.missing().isEmpty();
    }

    @Override
    protected void fill(Composite page) {
        caption(page, "Version");
        paragraph(page, versions(), Palette::text);
        caption(page, "Restarts with it");
        paragraph(
                page,
                preview.refreshed().isEmpty()
                        ? "Nothing else: no other bundle is wired to it."
                        : String.join("\n", preview.refreshed()),
                preview.refreshed().isEmpty() ? Palette::text : Palette::warning);
        if (!preview.missing().isEmpty()) {
            caption(page, "Missing on this node");
            paragraph(page, String.join("\n", preview.missing()), Palette::critical);
        }
        caption(page, "What happens");
        paragraph(page, explanation(), Palette::muted);
    }

    private String versions() {
        String from = preview.fromVersion().orElse("");
        String to = preview.toVersion().orElse("");
        if (!from.isEmpty() && !to.isEmpty()) {
            return from + "  →  " + to;
        }
        return from + to;
    }

    private String explanation() {
        return switch (preview.action()) {
            case "install" -> "It is installed and started. If it does not start, it is not kept.";
            case "update", "rollback" ->
                "Its slots are drained first: calls under way end normally, mail that needs it waits a"
                        + " moment. If the new version does not work, the version before comes back.";
            case "stop" -> "Its slots are drained, then it stops. Mail that needs it waits until it is started again.";
            case "drain" -> "It gets no new calls. Mail that needs it waits until it is opened again.";
            case "remove" -> "Its slots are drained, then it is removed with the versions that were kept of it.";
            default -> "";
        };
    }
}
