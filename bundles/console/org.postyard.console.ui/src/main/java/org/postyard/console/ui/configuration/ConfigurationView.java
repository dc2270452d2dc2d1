package org.postyard.console.ui.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.postyard.console.model.admin.SettingsCalls;
import org.postyard.console.ui.administration.AdminView;
import org.postyard.console.ui.dialog.Question;
import org.postyard.console.ui.part.Controls;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;
import org.postyard.protocol.SettingsChange;
import org.postyard.protocol.SettingsCheck;
import org.postyard.protocol.SettingsView;

/** The settings of each plug-in and part of the node: chosen at the left, changed in the form at the right. */
public final class ConfigurationView extends AdminView {

    private static final EmptyState NO_PARTS = EmptyState.of(
                    "Nothing to configure", "No part of this runtime declares settings.")
            .with(Icon.SETTINGS);
    private static final String CHANGE = "CHANGE_SETTINGS";
    private static final int CHECK_MILLIS = 350;

    private Grid<SettingsView> grid;
    private SettingsForm form;
    private ActionButton apply;
    private ActionButton discard;
    private ActionButton reset;
    private Optional<SettingsView> shown = Optional.empty();
    private Optional<String> wrong = Optional.empty();
    private final Runnable check = this::check;

    @Override
    protected void fill(PageHeader top, Composite body) {
        top.filterBox("Filter", this::filter);
        reset = top.action(Icon.REFRESH, "Defaults…", "Set all settings of this part to their defaults", this::reset);
        discard = top.action(Icon.UNDO, "Discard", "Show again what is in force", () -> shown.ifPresent(this::show));
        apply = top.primary(Icon.APPLY, "Apply", "Put the changed settings in force at once", this::apply);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(0, 0).applyTo(body);
        inNextTurn(() -> createGrid(body));
        inNextTurn(() -> createForm(body));
    }

    private void createGrid(Composite body) {
        grid = new Grid<>(
                body,
                List.of(
                        Column.text("name", "Part", 220, SettingsView::name),
                        Column.severity("state", "Changed", 90, ConfigurationView::severity, ConfigurationView::state),
                        Column.text("pid", "PID", 220, SettingsView::pid).hidden()));
        GridDataFactory.fillDefaults().grab(false, true).hint(330, SWT.DEFAULT).applyTo(grid);
        GridHabits.give(grid, "configuration", console().settings(), new Menu(grid));
        grid.onSelect(rows -> rows.stream().findFirst().ifPresent(this::choose));
    }

    private void createForm(Composite body) {
        GridDataFactory.fillDefaults().grab(false, true).hint(1, SWT.DEFAULT).applyTo(Controls.line(body));
        form = new SettingsForm(body, this::edited);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
        form.showNothing("Choose a part at the left.");
    }

    private static Severity severity(SettingsView settings) {
        return settings.configured() ? Severity.NOTICE : Severity.OK;
    }

    private static String state(SettingsView settings) {
        return settings.configured() ? "changed" : "defaults";
    }

    private void filter(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        grid.filter(
                wanted.isEmpty()
                        ? Optional.empty()
                        : Optional.of(settings -> (settings.name() + " " + settings.pid())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted)));
    }

    @Override
    protected void reload() {
        if (refusal(CHANGE).isPresent()) {
            clear();
            return;
        }
        ask("Reading the settings", client -> new SettingsCalls(client).settings(), this::showAll);
    }

    private void showAll(List<SettingsView> all) {
        grid.setRows(Rows.flat(all, SettingsView::pid));
        header().subtitle(all.size() + " parts, "
                + all.stream().filter(SettingsView::configured).count() + " changed");
        Optional<SettingsView> again = all.stream()
                .filter(one ->
                        shown.map(SettingsView::pid).filter(one.pid()::equals).isPresent())
                .findFirst();
        if (again.isPresent() && form.changes().isEmpty()) {
            show(again.get());
        } else if (shown.isEmpty() && !all.isEmpty()) {
            grid.select(List.of(all.get(0).pid()));
            show(all.get(0));
        }
        refreshActions();
    }

    @Override
    protected void clear() {
        grid.setRows(Rows.none());
        shown = Optional.empty();
        header().subtitle("");
        form.showNothing(refusal(CHANGE).orElse("Choose a part at the left."));
    }

    /** Shows the settings of one PID, if there are any. */
    public void choose(String pid) {
        grid.rows().roots().stream()
                .map(node -> node.value())
                .filter(settings -> settings.pid().equals(pid))
                .findFirst()
                .ifPresent(settings -> {
                    grid.select(List.of(pid));
                    choose(settings);
                });
    }

    private void choose(SettingsView settings) {
        if (shown.filter(settings::equals).isPresent()) {
            return;
        }
        if (!form.changes().isEmpty()
                && !Question.ask(
                        getSite().getShell(),
                        "Changes are not applied",
                        "The changes of " + shown.map(SettingsView::name).orElse("") + " will be lost.",
                        "Discard")) {
            shown.ifPresent(before -> grid.select(List.of(before.pid())));
            return;
        }
        show(settings);
    }

    private void show(SettingsView settings) {
        shown = Optional.of(settings);
        wrong = Optional.empty();
        form.show(settings);
        refreshActions();
    }

    private void edited() {
        refreshActions();
        form.getDisplay().timerExec(-1, check);
        form.getDisplay().timerExec(CHECK_MILLIS, check);
    }

    private void check() {
        if (form.isDisposed() || shown.isEmpty()) {
            return;
        }
        String pid = shown.get().pid();
        SettingsChange change = new SettingsChange(form.changes());
        ask(client -> new SettingsCalls(client).check(pid, change), outcome -> {
            if (shown.filter(now -> now.pid().equals(pid)).isPresent()) {
                outcome.value().ifPresent(this::mark);
            }
        });
    }

    private void mark(SettingsCheck result) {
        form.problems(result.problems());
        wrong = result.problems().stream().findFirst().map(problem -> problem.reason());
        refreshActions();
    }

    @Override
    protected void refreshActions() {
        grid.whenEmpty(empty(CHANGE, NO_PARTS));
        Optional<String> refused = refusal(CHANGE);
        boolean changed = !form.changes().isEmpty();
        apply.unless(refused.or(() -> changed ? Optional.empty() : Optional.of("Nothing is changed."))
                .or(() -> wrong.map(reason -> "Not valid: " + reason)));
        discard.unless(changed ? Optional.empty() : Optional.of("Nothing is changed."));
        reset.unless(refused.or(() -> shown.filter(SettingsView::configured).isPresent()
                ? Optional.empty()
                : Optional.of("All settings have their defaults.")));
    }

    private void apply() {
        shown.ifPresent(settings -> ask(
                client -> new SettingsCalls(client).change(settings.pid(), new SettingsChange(form.changes())),
                outcome -> {
                    if (outcome.value().isPresent()) {
                        show(outcome.value().get());
                        tell(Notice.done("The settings of " + settings.name() + " are in force."));
                        reload();
                    } else {
                        failed("Changing the settings", outcome.reason());
                    }
                }));
    }

    private void reset() {
        shown.ifPresent(settings -> {
            String text = "All settings of " + settings.name() + " get their defaults, at once.";
            if (Question.ask(getSite().getShell(), "Set the defaults", text, "Set defaults")) {
                ask("Setting the defaults", client -> new SettingsCalls(client).reset(settings.pid()), fresh -> {
                    show(fresh);
                    tell(Notice.done("The settings of " + settings.name() + " have their defaults."));
                    reload();
                });
            }
        });
    }

    @Override
    protected void focusContents() {
        grid.setFocus();
    }
}
