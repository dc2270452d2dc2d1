package org.postyard.console.ui.log;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.ui.dialog.ConsoleDialog;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.protocol.LoggerView;

/** Asks for the level of a logger, and shows which have one of their own. */
final class LevelDialog extends ConsoleDialog {

    private static final String[] LEVELS = {"error", "warn", "info", "debug", "trace", "default"};

    private final List<LoggerView> known;
    private final String suggested;
    private Text name;
    private Combo level;
    private String chosenName = "";
    private String chosenLevel = "";

    LevelDialog(Shell parent, List<LoggerView> known, String suggested) {
        super(parent, "Level of a logger", "Set");
        this.known = known;
        this.suggested = suggested;
    }

    @Override
    protected void fill(Composite page) {
        name = field(page, "Logger, or ROOT for all others", suggested, SWT.NONE);
        caption(page, "Level; default gives it that of its parent again");
        level = new Combo(page, SWT.READ_ONLY);
        level.setItems(LEVELS);
        level.select(3);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(level);
        caption(page, "Set now");
        paragraph(
                page,
                known.stream()
                        .map(logger -> logger.name() + "  " + logger.level())
                        .collect(Collectors.joining("\n")),
                Palette::muted);
    }

    @Override
    protected void okPressed() {
        chosenName = name.getText().strip();
        chosenLevel = level.getText();
        super.okPressed();
    }

    String chosenName() {
        return chosenName;
    }

    String chosenLevel() {
        return chosenLevel;
    }
}
