package org.postyard.console.ui.action;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.model.action.Action;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.ui.dialog.ConsoleDialog;
import org.postyard.console.ui.part.Console;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.PoolView;

/** Asks before an action: what it means, what it will touch, and what has to be known for it. */
final class ActionDialog extends ConsoleDialog {

    private static final String ASKING = "Asking what it will touch…";

    private final Console console;
    private final List<Action> actions;
    private String input = "";
    private Runnable chosen = () -> {};

    /**
     * @param actions the same action for one or more things
     */
    ActionDialog(Shell parent, Console console, List<Action> actions) {
        super(parent, title(actions), actions.get(0).label());
        this.console = console;
        this.actions = List.copyOf(actions);
    }

    private static String title(List<Action> actions) {
        Action first = actions.get(0);
        if (actions.size() > 1) {
            return first.label() + " " + actions.size() + " at once?";
        }
        return first.confirmation().map(Action.Confirmation::question).orElse(first.title());
    }

    /** What was asked for; empty if nothing was. */
    String input() {
        return input;
    }

    @Override
    protected void fill(Composite page) {
        Action first = actions.get(0);
        first.confirmation().ifPresent(asked -> paragraph(page, asked.consequence(), Palette::text));
        if (actions.size() > 1) {
            String objects =
                    String.join(", ", actions.stream().map(Action::object).toList());
            paragraph(page, objects, Palette::muted);
        }
        switch (first.asks()) {
            case NOTHING -> {}
            case REASON -> reason(page);
            case POOL -> choice(page, "Pool", pools().map(PoolView::id).toList());
            case BALANCER ->
                choice(
                        page,
                        "Balancer",
                        pools().map(PoolView::balancer).distinct().toList());
        }
        first.preview().ifPresent(preview -> touched(page, first.asks(), preview));
    }

    private Stream<PoolView> pools() {
        return console.current().snapshot().map(RuntimeSnapshot::pools).stream().flatMap(rows -> rows.list().stream());
    }

    private void reason(Composite page) {
        Text text = field(page, "Why, for the log and for your colleagues", "", SWT.NONE);
        text.setMessage("A few words are needed");
        text.addListener(SWT.Modify, event -> entered(text.getText()));
        text.setFocus();
    }

    private void choice(Composite page, String name, List<String> values) {
        caption(page, name);
        Combo combo = new Combo(page, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setItems(values.toArray(String[]::new));
        combo.addListener(SWT.Modify, event -> {
            entered(combo.getText());
            chosen.run();
        });
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.setFocus();
    }

    private void entered(String text) {
        input = text.strip();
        getButton(IDialogConstants.OK_ID).setEnabled(!input.isEmpty());
    }

    /** Says what will be touched; where something has to be chosen first, as soon as it is. */
    private void touched(Composite page, Action.Asks asks, Action.Preview preview) {
        boolean choice = asks == Action.Asks.POOL || asks == Action.Asks.BALANCER;
        String before = choice ? "Choose one to see what it will touch." : ASKING;
        Label label = paragraph(page, before, Palette::muted);
        if (choice) {
            chosen = () -> ask(preview, input, label);
        } else {
            ask(preview, "preview", label);
        }
    }

    private void ask(Action.Preview preview, String given, Label label) {
        say(label, ASKING);
        String asked = input;
        preview.ask(given).thenAccept(outcome -> console.uiThread().show(label, () -> {
            // The answer to a choice that was changed meanwhile is none to this one.
            if (asked.equals(input) || given.equals("preview")) {
                say(label, outcome.value().map(ActionView::text).orElseGet(outcome::reason));
            }
        }));
    }

    private static void say(Label label, String text) {
        label.setText(text);
        label.requestLayout();
    }

    @Override
    protected void initializeBounds() {
        super.initializeBounds();
        boolean destructive = actions.get(0)
                .confirmation()
                .map(Action.Confirmation::destructive)
                .orElse(false);
        getButton(IDialogConstants.OK_ID).setEnabled(actions.get(0).asks() == Action.Asks.NOTHING);
        if (destructive) {
            getShell().setDefaultButton(getButton(IDialogConstants.CANCEL_ID));
        }
    }
}
