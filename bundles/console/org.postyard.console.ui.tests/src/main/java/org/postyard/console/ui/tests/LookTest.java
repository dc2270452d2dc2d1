package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.ui.part.Console;
import org.postyard.console.ui.preference.PreferencesDialog;
import org.postyard.console.ui.preference.Settings;
import org.postyard.console.widgets.page.PageHeader;

/** Theme and size of the text, changed while the window is open. */
@ExtendWith(SharedWorkbench.class)
class LookTest {

    private final RunningWorkbench workbench;

    LookTest(RunningWorkbench workbench) {
        this.workbench = workbench;
    }

    @Test
    void aChangeOfTheThemeDoesNotLayOutAllThatIsThere() throws Exception {
        AtomicInteger told = new AtomicInteger();
        Listener listener = event -> told.incrementAndGet();
        try {
            // SWT tells of settings that have changed, and then lays out every shell.
            workbench.on(() -> {
                workbench.window().getShell().getDisplay().addListener(SWT.Settings, listener);
                settings().dark(true);
                return true;
            });
            workbench.settle();
        } finally {
            workbench.on(() -> {
                settings().dark(false);
                return true;
            });
            workbench.settle();
            workbench.on(() -> {
                workbench.window().getShell().getDisplay().removeListener(SWT.Settings, listener);
                return true;
            });
        }
        assertThat(told).hasValue(0);
    }

    @Test
    void largerTextGetsItsRoomAtOnce() throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(Destination.FLEET);
            return true;
        });
        workbench.untilShown(() -> Widgets.find(PageHeader.class, header -> true));
        try {
            points(14);
            workbench.settle();
            assertThat(workbench.on(() -> cut(workbench.window().getShell(), PageHeader.class)))
                    .isEmpty();
        } finally {
            points(10);
            workbench.settle();
        }
    }

    @Test
    void aDialogThatIsOpenGrowsWithItsText() throws Exception {
        PreferencesDialog dialog = workbench.on(() -> {
            PreferencesDialog made = new PreferencesDialog(workbench.window().getShell(), settings());
            made.setBlockOnOpen(false);
            made.open();
            return made;
        });
        try {
            int before = workbench.on(() -> dialog.getShell().getSize().x);
            points(14);
            workbench.settle();
            assertThat(workbench.on(() -> dialog.getShell().getSize().x)).isGreaterThan(before);
            assertThat(workbench.on(() -> cut(dialog.getShell(), Shell.class))).isEmpty();
        } finally {
            workbench.on(dialog::close);
            points(10);
            workbench.settle();
        }
    }

    /** Words that do not fit into their labels, below parents of a kind. */
    private static List<String> cut(Shell shell, Class<? extends Control> parent) {
        return Hands.all(shell, Label.class).stream()
                .filter(label -> label.isVisible() && !label.getText().isEmpty())
                .filter(label -> parent == Shell.class || parent.isInstance(label.getParent()))
                // What is shortened by itself fits as far as it is shown.
                .filter(label -> !label.getText().endsWith("…"))
                .filter(label -> label.computeSize(label.getSize().x, SWT.DEFAULT).y > label.getSize().y
                        || label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > label.getSize().x
                                && (label.getStyle() & SWT.WRAP) == 0)
                .map(Label::getText)
                .toList();
    }

    private void points(int points) throws Exception {
        workbench.on(() -> {
            settings().store().setValue("font.points", points);
            return true;
        });
    }

    private static Settings settings() {
        return PlatformUI.getWorkbench().getService(Console.class).settings();
    }
}
