package org.postyard.console.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.window.Window;
import org.postyard.console.model.action.Action;
import org.postyard.console.model.action.ActionReport;
import org.postyard.console.model.action.Permission;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.ui.part.Console;
import org.postyard.console.widgets.page.Banner;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.page.ProgressLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does actions for a view: asks first where that is wanted, shows that it is being done, says what became of it in the view's banner and
 * offers to take it back. Belongs to the thread of the user interface, and never blocks it.
 */
public final class ActionDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ActionDesk.class);

    private final Console console;
    private final Banner banner;
    private final ProgressLine progress;

    public ActionDesk(Console console, Banner banner, ProgressLine progress) {
        this.console = console;
        this.banner = banner;
        this.progress = progress;
    }

    /** Why the action cannot be done now; empty if it can. */
    public Optional<String> whyNot(Action action) {
        Optional<RuntimeSnapshot> snapshot = console.current().snapshot();
        if (snapshot.isEmpty()) {
            return Optional.of("No connection is open.");
        }
        Permission permission = Permission.of(action, snapshot.get());
        return permission.possible() ? Optional.empty() : Optional.of(permission.reason());
    }

    /** Does the same action to several things; those that cannot be done now are left out and named. */
    public void perform(List<Action> wanted) {
        List<Action> possible = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Action action : wanted) {
            whyNot(action).ifPresentOrElse(reasons::add, () -> possible.add(action));
        }
        if (possible.isEmpty()) {
            banner.show(Notice.warning("Nothing was changed.", String.join(" ", reasons)));
            return;
        }
        Optional<String> input = asked(possible);
        input.ifPresent(given -> start(possible, given));
    }

    public void perform(Action action) {
        perform(List.of(action));
    }

    /** The input for the actions; empty if somebody thought better of it. */
    private Optional<String> asked(List<Action> actions) {
        Action first = actions.get(0);
        if (first.confirmation().isEmpty() && first.asks() == Action.Asks.NOTHING) {
            return Optional.of("");
        }
        ActionDialog dialog = new ActionDialog(banner.getShell(), console, actions);
        return dialog.open() == Window.OK ? Optional.of(dialog.input()) : Optional.empty();
    }

    private void start(List<Action> actions, String input) {
        banner.clear();
        progress.show(actions.get(0).label() + "…", OptionalDouble.empty(), Optional.empty());
        List<CompletableFuture<ActionReport>> running = actions.stream()
                .map(action -> action.run(input).toCompletableFuture())
                .toList();
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
                .whenComplete((all, problem) -> console.uiThread().show(banner, () -> {
                    progress.done();
                    if (problem == null) {
                        report(running.stream().map(CompletableFuture::join).toList());
                    } else {
                        LOG.error("an action failed action={}", actions.get(0).id(), problem);
                        banner.show(
                                Notice.error(actions.get(0).title() + " failed.", "The log of the console says why."));
                    }
                }));
    }

    private void report(List<ActionReport> reports) {
        List<ActionReport> failed =
                reports.stream().filter(report -> !report.done()).toList();
        if (!failed.isEmpty()) {
            ActionReport first = failed.get(0);
            String others = failed.size() > 1 ? " (and " + (failed.size() - 1) + " more)" : "";
            banner.show(Notice.error(first.what() + others, (first.why() + " " + first.now()).strip()));
            return;
        }
        String text = reports.size() == 1
                ? reports.get(0).what()
                : reports.get(0).what() + " And " + (reports.size() - 1) + " more.";
        List<Action> undo =
                reports.stream().flatMap(report -> report.undo().stream()).toList();
        Notice notice = Notice.done(text);
        banner.show(undo.isEmpty() ? notice : notice.offering("Undo", () -> takeBack(undo)));
    }

    /** Taking back was asked for by the press itself; it is not asked again. */
    private void takeBack(List<Action> undo) {
        start(undo, "");
    }
}
