package org.postyard.console.ui.document;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.postyard.console.model.call.FleetCalls;
import org.postyard.console.ui.administration.AdminView;
import org.postyard.console.ui.dialog.Question;
import org.postyard.console.ui.part.Controls;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.table.Grid;
import org.postyard.protocol.FieldProblem;
import org.postyard.protocol.FleetCheck;
import org.postyard.protocol.FleetVersionView;

/** The fleet document: an editor with the runtime's own check, the versions, and what differs between them. */
public final class DocumentView extends AdminView {

    private static final String CHANGE = "CHANGE_FLEET";
    private static final int CHECK_MILLIS = 500;

    private YamlEditor editor;
    private DiffText diff;
    private Composite stack;
    private StackLayout front;
    private ProblemTable problems;
    private VersionTable versions;
    private ActionButton apply;
    private ActionButton discard;
    private ActionButton compare;
    private ActionButton rollBack;
    private String inForce = "";
    private long newest;
    private boolean valid = true;
    private final Runnable check = this::check;

    @Override
    protected void fill(PageHeader top, Composite body) {
        compare = top.action(
                Icon.COMPARE,
                "Compare",
                "What differs from the selected version, or from the one in force",
                this::compare);
        rollBack = top.action(Icon.UNDO, "Roll back…", "Apply the selected version again", this::rollBack);
        discard = top.action(Icon.REFRESH, "Discard", "Show again what is in force", this::discard);
        apply = top.primary(Icon.APPLY, "Apply…", "Put the document in force within a second", this::apply);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(0, 0).applyTo(body);
        Composite left = column(body);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(left);
        inNextTurn(() -> createEditor(left));
        inNextTurn(() -> createProblems(left));
        inNextTurn(() -> createVersions(body));
    }

    private void createEditor(Composite left) {
        stack = new Composite(left, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        front = new StackLayout();
        stack.setLayout(front);
        editor = new YamlEditor(stack, this::edited);
        front.topControl = editor;
        inNextTurn(() -> diff = new DiffText(stack));
    }

    private void createProblems(Composite left) {
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 1).applyTo(Controls.line(left));
        problems = new ProblemTable(left, this::go);
        copied(problems.grid(), "problem");
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 130).applyTo(problems.grid());
    }

    private void createVersions(Composite body) {
        GridDataFactory.fillDefaults().grab(false, true).hint(1, SWT.DEFAULT).applyTo(Controls.line(body));
        versions = new VersionTable(body);
        GridDataFactory.fillDefaults().grab(false, true).hint(420, SWT.DEFAULT).applyTo(versions.grid());
        copied(versions.grid(), "version");
        versions.grid().onSelect(rows -> {
            refreshActions();
            if (front.topControl != editor) {
                showDiff();
            }
        });
    }

    private void copied(Grid<?> grid, String id) {
        GridHabits.give(grid, id, console().settings(), new Menu(grid));
    }

    private Composite column(Composite body) {
        Composite left = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(left);
        return left;
    }

    private void go(int line) {
        if (line > 0) {
            showEditor();
            editor.go(line);
        }
    }

    @Override
    protected void reload() {
        ask("Reading the fleet document", client -> new FleetCalls(client).export(), this::showDocument);
        ask("Reading the versions", client -> new FleetCalls(client).versions(), this::showVersions);
    }

    private void showDocument(String document) {
        boolean untouched = editor.document().equals(inForce);
        inForce = document;
        if (untouched) {
            editor.document(document);
            mark(new FleetCheck(true, List.of()));
            check();
        } else {
            tell(Notice.warning(
                    "The document in force has changed meanwhile.",
                    "Compare shows the difference; Discard takes over what is in force."));
        }
        refreshActions();
    }

    private void showVersions(List<FleetVersionView> all) {
        versions.show(all);
        newest = all.isEmpty() ? 0 : all.get(0).number();
        subtitle();
        refreshActions();
    }

    private void subtitle() {
        String edited = editor.document().equals(inForce) ? "" : ", edited";
        header().subtitle(newest == 0 ? "nothing in force yet" : "version " + newest + " in force" + edited);
    }

    @Override
    protected void clear() {
        inForce = "";
        newest = 0;
        editor.document("");
        versions.show(List.of());
        problems.show(List.of());
        header().subtitle("");
    }

    private void edited() {
        subtitle();
        refreshActions();
        editor.getDisplay().timerExec(-1, check);
        editor.getDisplay().timerExec(CHECK_MILLIS, check);
    }

    private void check() {
        if (editor.isDisposed() || editor.document().isBlank()) {
            return;
        }
        String document = editor.document();
        ask(client -> new FleetCalls(client).check(document), outcome -> {
            if (document.equals(editor.document())) {
                outcome.value().ifPresent(this::mark);
            }
        });
    }

    private void mark(FleetCheck result) {
        valid = result.valid();
        editor.problems(result.problems());
        problems.show(result.problems());
        refreshActions();
    }

    /** Shows another text in the editor, as if somebody had typed it. */
    public void edit(String document) {
        editor.document(document);
        edited();
    }

    /** The problems that are shown. */
    public List<FieldProblem> problems() {
        return problems.grid().rows().roots().stream().map(node -> node.value()).toList();
    }

    private void showEditor() {
        front.topControl = editor;
        compare.chosen(false);
        stack.layout();
    }

    private void compare() {
        if (front.topControl == editor) {
            showDiff();
        } else {
            showEditor();
            banner().clear();
        }
    }

    private void showDiff() {
        Optional<FleetVersionView> chosen = versions.selected();
        if (chosen.isEmpty()) {
            show(inForce, "the document in force");
            return;
        }
        long number = chosen.get().number();
        ask(
                "Reading version " + number,
                client -> new FleetCalls(client).version(number),
                version -> show(version.yaml().orElse(""), "version " + number));
    }

    private void show(String before, String name) {
        int differing = diff.show(before, editor.document());
        front.topControl = diff.control();
        compare.chosen(true);
        stack.layout();
        tell(Notice.info(differing + " lines differ between " + name + " (−) and the editor (+)."));
    }

    private void discard() {
        if (Question.ask(getSite().getShell(), "Discard the changes", "What was edited here is lost.", "Discard")) {
            showEditor();
            banner().clear();
            editor.document(inForce);
            edited();
        }
    }

    private void apply() {
        String document = editor.document();
        ask("Checking the document", client -> new FleetCalls(client).diff(document), found -> {
            ApplyDialog dialog = new ApplyDialog(getSite().getShell(), found.changes());
            if (dialog.open() == Window.OK) {
                apply(document, dialog.reason());
            }
        });
    }

    /** Applies a document, and shows what became of it. */
    public void apply(String document, String reason) {
        ask(client -> new FleetCalls(client).apply(document, reason), outcome -> {
            if (outcome.value().isEmpty()) {
                failed("Applying the document", outcome.reason());
                check();
                return;
            }
            long number = outcome.value().get().version().number();
            inForce = document;
            long before = number - 1;
            Notice done = Notice.done("Version " + number + " is in force.");
            tell(before > 0 ? done.offering("Undo", () -> rollBack(before)) : done);
            showEditor();
            reload();
        });
    }

    private void rollBack() {
        versions.selected().ifPresent(version -> {
            String text = "Version " + version.number() + " (" + version.author() + ": " + version.comment()
                    + ") is applied again, as a new version."
                    + (editor.document().equals(inForce) ? "" : " What was edited here is lost.");
            if (Question.ask(getSite().getShell(), "Roll back", text, "Roll back")) {
                rollBack(version.number());
            }
        });
    }

    private void rollBack(long number) {
        ask("Rolling back", client -> new FleetCalls(client).rollBack(number), applied -> {
            editor.document(inForce);
            tell(Notice.done("Version " + number + " is in force again, as version "
                    + applied.version().number() + "."));
            reload();
        });
    }

    @Override
    protected void refreshActions() {
        Optional<String> refused = refusal(CHANGE);
        boolean changed = !editor.document().equals(inForce);
        editor.editable(refusal("READ_FLEET").isEmpty());
        apply.unless(refused.or(() -> changed ? Optional.empty() : Optional.of("Nothing is changed."))
                .or(() -> valid ? Optional.empty() : Optional.of("The document has problems; see below the editor.")));
        discard.unless(changed ? Optional.empty() : Optional.of("Nothing is changed."));
        compare.unless(refusal("READ_FLEET"));
        rollBack.unless(refused.or(() -> versions.selected().isPresent()
                ? Optional.empty()
                : Optional.of("Select a version at the right first.")));
    }

    @Override
    protected void focusContents() {
        editor.setFocus();
    }
}
