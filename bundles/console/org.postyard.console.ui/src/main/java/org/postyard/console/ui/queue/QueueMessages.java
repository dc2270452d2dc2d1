package org.postyard.console.ui.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IWorkbenchWindow;
import org.postyard.console.model.call.QueueCalls;
import org.postyard.console.model.call.QueueScope;
import org.postyard.console.model.connection.Outcome;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.Target;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.ui.part.Console;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;
import org.postyard.protocol.QueuedMessageView;

/** The messages of the queues that are selected, in the order in which they will be tried. */
final class QueueMessages {

    private static final int MOST_MESSAGES = 500;
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(3);
    /** So far in the future that it never gets old. */
    private static final Instant NOT_YET = Instant.MAX.minus(LONGEST_LIFE);

    private static final EmptyState NOTHING_SELECTED =
            EmptyState.of("No queue is selected", "Select a queue or a group above to see its messages.");

    private final Console console;
    private final Figures figures;
    private final PageHeader header;
    private final Grid<QueuedMessageView> grid;
    private Optional<QueueScope> wanted = Optional.empty();
    private Instant answeredAt = NOT_YET;

    QueueMessages(Composite parent, IWorkbenchWindow window, Console console, Figures figures) {
        this.console = console;
        this.figures = figures;
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        header = new PageHeader(page, "Messages of the selection");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        grid = new Grid<>(page, columns());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        header.action(Icon.REFRESH, "Ask for the messages now; they are asked for every three seconds", this::ask);
        GridHabits.give(grid, "queue.message", console.settings(), new Menu(grid));
        grid.whenEmpty(NOTHING_SELECTED);
        grid.onOpen(message -> new Navigator(window).go(new Target.ToMessage(message.id())));
    }

    private List<Column<QueuedMessageView>> columns() {
        return List.of(
                Column.<QueuedMessageView>text("id", "Message", 116, QueuedMessageView::id),
                Column.<QueuedMessageView>text(
                                "recipients", "Recipients", 232, row -> String.join(", ", row.recipients()))
                        .tipped(row -> String.join("\n", row.recipients())),
                Column.<QueuedMessageView>text("sender", "Sender", 184, QueuedMessageView::sender),
                Column.<QueuedMessageView>number(
                        "failed",
                        "Failed",
                        64,
                        row -> OptionalDouble.of(row.failedAttempts()),
                        value -> figures.count(Math.round(value))),
                Column.<QueuedMessageView>text(
                                "next", "Next attempt", 104, row -> figures.upcoming(row.nextAttempt(), Instant.now()))
                        .sortedBy(Comparator.comparing(QueuedMessageView::nextAttempt)),
                Column.<QueuedMessageView>text("received", "Received", 104, row -> moment(row.receivedAt()))
                        .sortedBy(Comparator.comparing(QueuedMessageView::receivedAt)),
                Column.<QueuedMessageView>number(
                        "size",
                        "Size",
                        76,
                        row -> OptionalDouble.of(row.sizeBytes()),
                        value -> figures.bytes(Math.round(value))),
                Column.<QueuedMessageView>text("reason", "Waits for", 420, QueuedMessageView::reason)
                        .tipped(QueuedMessageView::reason));
    }

    private String moment(Instant time) {
        return figures.moment(time, Instant.now());
    }

    /** Shows the messages of these queues; empty for none. */
    void show(Optional<QueueScope> scope) {
        if (scope.equals(wanted)) {
            return;
        }
        wanted = scope;
        grid.setRows(Rows.none());
        header.subtitle(scope.map(QueueScope::text).orElse(""));
        ask();
    }

    /** To be called often: asks again for what is seen as soon as it is old, because mail moves on. */
    void tick() {
        boolean live = console.current()
                .runtime()
                .filter(runtime -> runtime.snapshot().link().live())
                .isPresent();
        if (live && grid.isVisible() && Instant.now().isAfter(answeredAt.plus(LONGEST_LIFE))) {
            ask();
        }
    }

    private void ask() {
        answeredAt = NOT_YET;
        if (wanted.isEmpty() || console.current().runtime().isEmpty()) {
            grid.whenEmpty(NOTHING_SELECTED);
            return;
        }
        QueueScope scope = wanted.get();
        grid.whenEmpty(EmptyState.of("Asking the runtime", "The messages of " + scope.text() + " are on their way."));
        var unused = new QueueCalls(console.current().runtime().get().client())
                .messages(scope, MOST_MESSAGES)
                .thenAccept(outcome -> console.uiThread().show(grid, () -> answered(scope, outcome)));
    }

    private void answered(QueueScope scope, Outcome<List<QueuedMessageView>> outcome) {
        if (!wanted.equals(Optional.of(scope))) {
            return;
        }
        if (outcome.value().isPresent()) {
            answeredAt = Instant.now();
        }
        List<QueuedMessageView> messages = outcome.value().orElse(List.of());
        grid.setRows(Rows.flat(messages, message -> message.id() + " " + message.queue()));
        String more = messages.size() == MOST_MESSAGES ? ", the first " + MOST_MESSAGES : "";
        header.subtitle(scope.text() + more);
        grid.whenEmpty(
                outcome.value().isPresent()
                        ? EmptyState.of("No messages wait here", "They were sent or moved on meanwhile.")
                        : EmptyState.of("The messages could not be read", outcome.reason())
                                .with(Icon.ALERT)
                                .linked("Ask again", this::ask));
    }
}
