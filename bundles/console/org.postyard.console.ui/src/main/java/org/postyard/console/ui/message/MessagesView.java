package org.postyard.console.ui.message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.postyard.console.model.action.Permission;
import org.postyard.console.model.call.MessageCalls;
import org.postyard.console.model.connection.Outcome;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.EventRow;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.MessageHistory;
import org.postyard.console.model.view.Target;
import org.postyard.console.ui.navigation.Commands;
import org.postyard.console.ui.navigation.Revealing;
import org.postyard.console.ui.part.ConsoleView;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.page.Banner;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;
import org.postyard.protocol.MessageSummary;
import org.postyard.protocol.MessageView;

/** Finds messages by id, address, campaign and time, and shows what became of each. */
public final class MessagesView extends ConsoleView implements Revealing {

    private static final String READ = "READ_ADDRESSES";
    private static final EmptyState BEFORE = EmptyState.of(
                    "Search for messages",
                    "Enter an address, a domain, a campaign or a message id, and press Enter. Without any, the newest"
                            + " are listed.")
            .with(Icon.MESSAGE);

    private final Figures figures = new Figures(ZoneId.systemDefault());
    private PageHeader header;
    private Banner banner;
    private SearchBar bar;
    private Grid<MessageSummary> grid;
    private MessagePane pane;
    private String opened = "";
    private String shownRuntime = "";
    private int question;
    private long seenEvents;

    @Override
    protected void createContents(Composite page) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        header = new PageHeader(page, "Messages");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        header.action(Icon.REFRESH, "Search again", () -> bar.begin());
        bar = new SearchBar(page, this::search);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        banner = new Banner(page);
        SashForm sash = new SashForm(page, SWT.VERTICAL);
        sash.setSashWidth(4);
        GridDataFactory.fillDefaults().grab(true, true).indent(0, 4).applyTo(sash);
        inNextTurn(() -> createGrid(sash));
        inNextTurn(() -> {
            pane = new MessagePane(sash, console().settings(), figures);
            sash.setWeights(42, 58);
        });
        whenMade(() -> {
            begin(console().current().snapshot());
            console().current().watch(grid, this::tick);
        });
    }

    private void createGrid(Composite parent) {
        grid = new Grid<>(parent, columns());
        GridHabits.give(grid, "message", console().settings(), new Menu(grid));
        grid.whenEmpty(BEFORE);
        grid.onSelect(this::selected);
        grid.onOpen(message -> open(message.id()));
    }

    private List<Column<MessageSummary>> columns() {
        return List.of(
                Column.<MessageSummary>text(
                                "received", "Received", 120, row -> figures.moment(row.receivedAt(), Instant.now()))
                        .sortedBy(Comparator.comparing(MessageSummary::receivedAt)),
                Column.<MessageSummary>text("id", "Message", 124, MessageSummary::id),
                Column.<MessageSummary>text(
                        "sender", "Sender", 180, row -> row.sender().isEmpty() ? "<>" : row.sender()),
                Column.<MessageSummary>text("recipients", "Recipients", 254, row -> String.join(", ", row.recipients()))
                        .tipped(row -> String.join("\n", row.recipients())),
                Column.<MessageSummary>text("tenant", "Tenant", 92, MessageSummary::tenant),
                Column.<MessageSummary>text("campaign", "Campaign", 104, MessageSummary::campaign),
                Column.<MessageSummary>text("class", "Class", 92, MessageSummary::messageClass),
                Column.<MessageSummary>number(
                        "size",
                        "Size",
                        80,
                        row -> OptionalDouble.of(row.sizeBytes()),
                        value -> figures.bytes(Math.round(value))));
    }

    /** Another runtime has other messages; and what is shown is asked for again when something happens to it. */
    private void tick(Optional<RuntimeSnapshot> snapshot) {
        String runtime = snapshot.map(RuntimeSnapshot::runtime).orElse("");
        if (runtime.equals(shownRuntime)) {
            snapshot.ifPresent(this::follow);
            return;
        }
        begin(snapshot);
        opened = "";
        question++;
        grid.setRows(Rows.none());
        grid.whenEmpty(
                runtime.isEmpty()
                        ? EmptyState.of("No connection is open", "Connect to a runtime to search its messages.")
                                .with(Icon.MESSAGE)
                                .linked(
                                        "Connect to a runtime",
                                        () -> new Commands(getSite().getWorkbenchWindow()).run(Commands.CONNECT))
                        : BEFORE);
        header.subtitle("");
        pane.nothing(
                "No message is selected",
                "Search for messages and select one to see its recipients and every attempt.");
    }

    private void begin(Optional<RuntimeSnapshot> snapshot) {
        shownRuntime = snapshot.map(RuntimeSnapshot::runtime).orElse("");
        seenEvents = snapshot.map(some -> some.events().total()).orElse(0L);
    }

    private void follow(RuntimeSnapshot snapshot) {
        boolean touched = !opened.isEmpty()
                && snapshot.events().after(seenEvents).stream()
                        .anyMatch(entry -> EventRow.of(entry, 0).message().equals(opened));
        seenEvents = snapshot.events().total();
        if (touched) {
            open(opened);
        }
    }

    private void search(MessageFinder.Wish wish) {
        banner.clear();
        if (wish.messageId()) {
            open(wish.address());
            return;
        }
        allowed("The messages were not searched.").ifPresent(runtime -> {
            int asked = ++question;
            header.subtitle("Searching…");
            var unused = new MessageFinder(new MessageCalls(runtime.client()))
                    .find(wish, runtime.snapshot().runtimeTime(Instant.now()))
                    .thenAccept(outcome -> uiThread().show(grid, () -> found(asked, outcome)));
        });
    }

    /** The runtime that may be asked; if there is none or one may not, the banner says why. */
    private Optional<LiveRuntime> allowed(String what) {
        Optional<LiveRuntime> runtime = console().current().runtime();
        if (runtime.isEmpty()) {
            banner.show(Notice.warning(what, "No connection is open. Connect to a runtime first."));
            return runtime;
        }
        Permission permission = Permission.of(READ, runtime.get().snapshot());
        if (permission.possible()) {
            return runtime;
        }
        banner.show(Notice.warning(what, permission.reason()));
        return Optional.empty();
    }

    private void found(int asked, Outcome<MessageFinder.Answer> outcome) {
        if (asked != question) {
            return;
        }
        if (outcome.value().isEmpty()) {
            header.subtitle("");
            banner.show(Notice.error("The search failed.", outcome.reason()).offering("Try again", bar::begin));
            return;
        }
        MessageFinder.Answer answer = outcome.value().get();
        int count = answer.messages().size();
        header.subtitle(figures.count(count)
                + (count == 1 ? " message" : " messages")
                + (answer.more() ? "; there are older ones: narrow the search" : ""));
        grid.whenEmpty(EmptyState.of(
                        "No message matches",
                        "Choose a longer time, or search by domain (@example.org) instead of an address.")
                .with(Icon.SEARCH));
        grid.setRows(Rows.flat(answer.messages(), MessageSummary::id));
    }

    private void selected(List<MessageSummary> selection) {
        if (selection.size() == 1) {
            open(selection.get(0).id());
        }
    }

    private void open(String id) {
        allowed("Message " + id + " cannot be shown.").ifPresent(runtime -> {
            opened = id;
            var unused = new MessageCalls(runtime.client()).message(id).thenAccept(outcome -> uiThread()
                    .show(pane, () -> show(id, outcome)));
        });
    }

    private void show(String id, Outcome<MessageView> outcome) {
        if (!id.equals(opened)) {
            return;
        }
        outcome.value()
                .ifPresentOrElse(
                        message -> pane.show(MessageHistory.of(message, figures)),
                        () -> pane.nothing("Message " + id + " cannot be shown", outcome.reason()));
    }

    @Override
    public void reveal(Target target) {
        // The runtime may have been chosen just now; what is shown of the one before must not be cleared away later.
        tick(console().current().snapshot());
        if (target instanceof Target.ToMessage message) {
            open(message.id());
        } else if (target instanceof Target.ToMessagesOf messages) {
            bar.search(messages.address());
        }
    }

    @Override
    protected void focusContents() {
        bar.setFocus();
    }
}
