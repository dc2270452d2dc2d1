package org.postyard.console.ui.administration;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.postyard.console.model.action.Permission;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.Outcome;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.ui.link.RuntimeWords;
import org.postyard.console.ui.part.ConsoleView;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.page.Banner;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.page.ProgressLine;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;

/**
 * A view that asks the shown runtime for something and shows the answer, below a header, a place for messages and one for
 * progress. It asks anew when another runtime is shown, or the connection is back. Everything is called on the thread of the
 * user interface; the runtime is asked on others.
 */
public abstract class AdminView extends ConsoleView {

    private Composite page;
    private Composite body;
    private PageHeader header;
    private Banner banner;
    private ProgressLine progress;
    private String shown = "";
    private Optional<RuntimeSnapshot> snapshot = Optional.empty();

    /** Fills header and body; the body has no layout yet. */
    protected abstract void fill(PageHeader top, Composite body);

    /** Asks the runtime for everything that is shown. */
    protected abstract void reload();

    /** Enables what the caller may do now. Called with each news of the connection and of the caller. */
    protected abstract void refreshActions();

    /** Shows nothing, because there is no runtime. */
    protected abstract void clear();

    @Override
    protected final void createContents(Composite parent) {
        page = parent;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        header = new PageHeader(page, getTitle());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        banner = new Banner(page);
        progress = new ProgressLine(page);
        body = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        theme().follow(
                        body,
                        () -> body.setBackground(theme().color(theme().palette().surface())));
        inNextTurn(() -> fill(header, body));
        whenMade(() -> console().current().watch(page, this::changed));
    }

    private void changed(Optional<RuntimeSnapshot> news) {
        snapshot = news;
        boolean live = news.filter(one -> one.link().live()).isPresent();
        String now = news.map(RuntimeSnapshot::runtime).orElse("")
                + live
                + news.flatMap(RuntimeSnapshot::caller)
                        .map(caller -> caller.name())
                        .orElse("");
        if (!now.equals(shown)) {
            shown = now;
            if (live) {
                banner.clear();
                reload();
            } else if (news.isEmpty()) {
                clear();
            }
        }
        stale(body, news.flatMap(RuntimeSnapshot::staleSince).map(RuntimeWords::time));
        refreshActions();
    }

    /** What was read before the connection was lost looks as old as it is. */
    private static void stale(Composite within, Optional<String> since) {
        for (Control child : within.getChildren()) {
            if (child instanceof Grid<?> grid) {
                grid.staleSince(since);
            } else if (child instanceof Composite inner) {
                stale(inner, since);
            }
        }
    }

    /** Why the operation is not possible now; empty if it is. */
    protected final Optional<String> refusal(String operation) {
        if (snapshot.isEmpty()) {
            return Optional.of("No connection is open.");
        }
        Permission permission = Permission.of(operation, snapshot.get());
        return permission.possible() ? Optional.empty() : Optional.of(permission.reason());
    }

    /** What stands in an empty table: why nothing may be seen, or else what it means that there is nothing. */
    protected final EmptyState empty(String operation, EmptyState allowed) {
        return refusal(operation)
                .map(reason -> EmptyState.of("Nothing can be shown", reason).with(Icon.LOCK))
                .orElse(allowed);
    }

    /** Name of the runtime that is shown. */
    protected final String runtime() {
        return snapshot.map(RuntimeSnapshot::runtime).orElse("");
    }

    /** Asks the runtime, and shows the answer on this view if it still is there; a failure becomes a message. */
    protected final <T> void ask(
            String what, Function<ApiClient, CompletionStage<Outcome<T>>> question, Consumer<T> show) {
        ask(question, outcome -> {
            if (outcome.value().isPresent()) {
                show.accept(outcome.value().get());
            } else {
                failed(what, outcome.reason());
            }
        });
    }

    /** Asks the runtime, and gives what became of it to this view if it still is there. */
    protected final <T> void ask(Function<ApiClient, CompletionStage<Outcome<T>>> question, Consumer<Outcome<T>> show) {
        Optional<ApiClient> client = console().current().runtime().map(LiveRuntime::client);
        if (client.isEmpty()) {
            tell(Notice.info("No connection is open; connect to a runtime first."));
            return;
        }
        question.apply(client.get()).thenAccept(outcome -> uiThread().show(page, () -> show.accept(outcome)));
    }

    /** Says that something failed, why, and what now as far as the runtime says. */
    protected final void failed(String what, String reason) {
        tell(Notice.error(what + " was not possible.", reason));
    }

    protected final void tell(Notice notice) {
        banner.show(notice);
    }

    protected final PageHeader header() {
        return header;
    }

    protected final Banner banner() {
        return banner;
    }

    protected final ProgressLine progress() {
        return progress;
    }

    @Override
    protected void focusContents() {
        page.setFocus();
    }
}
