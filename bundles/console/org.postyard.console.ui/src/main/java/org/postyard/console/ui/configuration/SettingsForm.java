package org.postyard.console.ui.configuration;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.ui.part.Controls;
import org.postyard.console.widgets.form.FormRows;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;
import org.postyard.protocol.FieldProblem;
import org.postyard.protocol.SettingView;
import org.postyard.protocol.SettingsView;

/** The form of the settings of one PID, made anew for each. */
final class SettingsForm extends Composite {

    private static final String POINTER = "/values/";
    private static final long TURN_NANOS = 20_000_000;

    private final ScrolledComposite scroll;
    private final Runnable changed;
    private final Map<String, SettingField> fields = new LinkedHashMap<>();

    /** @param changed told whenever somebody changes a field */
    SettingsForm(Composite parent, Runnable changed) {
        super(parent, SWT.NONE);
        this.changed = changed;
        setLayout(new FillLayout());
        scroll = new ScrolledComposite(this, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        // GTK loses a bar that is taken away and given again; one that is always there is only seen where it is needed.
        scroll.setAlwaysShowScrollBars(true);
        Theme theme = Theme.of(this);
        theme.follow(
                this, () -> scroll.setBackground(theme.color(theme.palette().surface())));
        scroll.addListener(SWT.Resize, event -> size());
    }

    void show(SettingsView settings) {
        fields.clear();
        Composite content = content();
        Controls.label(content, settings.name(), TextStyle.TITLE, false);
        String origin = settings.pid() + "  ·  " + settings.bundle() + (settings.plugin() ? "  ·  plug-in" : "");
        Controls.label(content, origin, TextStyle.SMALL, true);
        if (!settings.description().isEmpty()) {
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .hint(400, SWT.DEFAULT)
                    .applyTo(Controls.label(content, settings.description(), TextStyle.BODY, false));
        }
        FormRows rows = new FormRows(content, () -> getDisplay().asyncExec(this::sizeAgain));
        GridDataFactory.fillDefaults().grab(true, false).indent(-16, 4).applyTo(rows);
        scroll.setOrigin(0, 0);
        make(rows, settings.settings().iterator());
    }

    /** Some of the fields, and the others in later turns, so that the window answers in between: each is a widget of the desktop. */
    private void make(FormRows rows, Iterator<SettingView> left) {
        if (rows.isDisposed()) {
            return;
        }
        long end = System.nanoTime() + TURN_NANOS;
        while (left.hasNext() && System.nanoTime() - end < 0) {
            SettingView setting = left.next();
            fields.put(setting.id(), new SettingField(rows, setting, changed));
        }
        if (left.hasNext()) {
            getDisplay().asyncExec(() -> make(rows, left));
        } else {
            size();
            getDisplay().asyncExec(this::sizeAgain);
        }
    }

    /** The first time the form may not have had its width yet, on which the lines of its hints depend. */
    private void sizeAgain() {
        if (!isDisposed()) {
            size();
        }
    }

    void showNothing(String text) {
        fields.clear();
        Controls.label(content(), text, TextStyle.BODY, true);
        size();
    }

    private Composite content() {
        if (scroll.getContent() != null) {
            scroll.getContent().dispose();
        }
        Composite content = new Composite(scroll, SWT.NONE);
        Theme theme = Theme.of(this);
        theme.follow(
                content, () -> content.setBackground(theme.color(theme.palette().surface())));
        GridLayoutFactory.fillDefaults().margins(24, 16).spacing(0, 4).applyTo(content);
        scroll.setContent(content);
        return content;
    }

    private void size() {
        if (scroll.getContent() instanceof Composite content) {
            content.layout(true, true);
            scroll.setMinHeight(content.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
        }
    }

    /** New values of the settings that somebody changed. */
    Map<String, List<String>> changes() {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        fields.forEach((id, field) -> {
            if (field.changed()) {
                changes.put(id, field.typed());
            }
        });
        return changes;
    }

    /** Says beside each field what is wrong with it. */
    void problems(List<FieldProblem> problems) {
        fields.forEach((id, field) -> field.problem(problems.stream()
                .filter(problem -> problem.pointer().equals(POINTER + id))
                .map(FieldProblem::reason)
                .findFirst()));
    }
}
