package org.postyard.console.ui.health;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.postyard.console.ui.application.ConsoleView;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Shows how the console itself is doing: memory, blockings of the user interface, and where it logs. */
public final class HealthView extends ConsoleView {

    private static final int REFRESH_MILLIS = 1000;
    private static final long MEGABYTE = 1_000_000;

    private Label memory;
    private Label blockings;

    @Override
    protected void createContents(Composite view) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(view);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new PageHeader(view, "This console"));
        Composite page = new Composite(view, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(16, 16)
                .spacing(16, 8)
                .applyTo(page);
        memory = row(page, "Heap");
        blockings = row(page, "User interface blocked");
        row(page, "Running for").setText(uptime() + " at the time this view was opened");
        row(page, "Java").setText(System.getProperty("java.vm.name") + " " + Runtime.version());
        row(page, "Log").setText(console().log().file().toString());
        refresh();
    }

    private void refresh() {
        if (memory.isDisposed()) {
            return;
        }
        Runtime runtime = Runtime.getRuntime();
        memory.setText("%d of at most %d MB"
                .formatted((runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE, runtime.maxMemory() / MEGABYTE));
        blockings.setText("%d times for more than 100 ms, longest %d ms"
                .formatted(
                        console().watchdog().blockings(),
                        console().watchdog().longest().toMillis()));
        memory.getParent().layout();
        memory.getDisplay().timerExec(REFRESH_MILLIS, this::refresh);
    }

    private static Label row(Composite page, String name) {
        Label label = new Label(page, SWT.NONE);
        label.setText(name);
        Label value = new Label(page, SWT.NONE);
        Theme theme = Theme.of(page);
        theme.follow(page, () -> {
            label.setForeground(theme.color(theme.palette().muted()));
            label.setFont(theme.font(TextStyle.BODY));
            value.setForeground(theme.color(theme.palette().text()));
            value.setFont(theme.font(TextStyle.BODY));
        });
        GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
        return value;
    }

    private static String uptime() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime())
                        .toSeconds() + " s";
    }

    @Override
    public void setFocus() {
        memory.getParent().setFocus();
    }
}
