package org.postyard.console.ui.event;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.postyard.console.model.live.SnapshotListener;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.EventFeed;
import org.postyard.console.model.view.EventFilter;
import org.postyard.console.model.view.EventRow;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.Target;
import org.postyard.console.ui.navigation.Commands;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.ui.navigation.Revealing;
import org.postyard.console.ui.part.ConsoleView;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;

/** Events as they happen, the newest first: filtered, and still while it is paused. */
public final class EventsView extends ConsoleView implements Revealing {

    private static final int MOST_ROWS = 2_000;

    /** Groups of kinds that can be chosen with one press. */
    private enum Kinds {
        ALL("All", Set.of()),
        DELIVERED("Delivered", Set.of("delivered", "relayed")),
        DEFERRED("Deferred", Set.of("deferred")),
        FAILED("Failed", Set.of("bounced", "expired", "bounced_later", "complained")),
        OTHER("Other", Set.of("received", "suppressed", "cancelled"));

        private final String label;
        private final Set<String> words;

        Kinds(String label, Set<String> words) {
            this.label = label;
            this.words = words;
        }
    }

    private record Picture(Optional<RuntimeSnapshot> snapshot, Optional<EventFeed.Shown> shown, Rows<EventRow> rows) {}

    private final Figures figures = new Figures(ZoneId.systemDefault());
    private final EventFeeds feeds = new EventFeeds();
    private final Map<Kinds, ActionButton> kindButtons = new EnumMap<>(Kinds.class);
    private PageHeader header;
    private ActionButton pause;
    private Grid<EventRow> grid;
    private Kinds kinds = Kinds.ALL;
    private String text = "";

    @Override
    protected void createContents(Composite page) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        header = new PageHeader(page, "Events");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        for (Kinds one : Kinds.values()) {
            kindButtons.put(
                    one,
                    new ActionButton(header.tools(), ActionButton.Weight.QUIET)
                            .text(one.label)
                            .onPress(() -> choose(one)));
        }
        kindButtons.get(Kinds.ALL).chosen(true);
        header.filterBox("Filter by address, source, reply", this::filter);
        pause = header.action(
                Icon.PAUSE, "Pause", "Hold the list still; what comes meanwhile is kept", this::togglePause);
        header.action(Icon.CLOSE, "Clear", "Forget the events so far", feeds::clear);
        inNextTurn(() -> createGrid(page));
        SnapshotListener listener = feeds::accept;
        console().connections().runtimes().addListener(listener);
        page.addListener(
                SWT.Dispose, event -> console().connections().runtimes().removeListener(listener));
        whenMade(() -> console().current().watch(grid, this::prepare, this::show));
    }

    private void createGrid(Composite page) {
        grid = new Grid<>(page, new EventColumns(figures).all());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        Menu menu = new Menu(grid);
        MenuItem open = new MenuItem(menu, SWT.PUSH);
        open.setText("Open message\tEnter");
        open.addListener(
                SWT.Selection, event -> grid.selection().stream().findFirst().ifPresent(this::open));
        GridHabits.give(grid, "event", console().settings(), menu);
        grid.onOpen(this::open);
    }

    private void open(EventRow row) {
        if (!row.message().isEmpty()) {
            new Navigator(getSite().getWorkbenchWindow()).go(new Target.ToMessage(row.message()));
        }
    }

    private void choose(Kinds wanted) {
        kinds = wanted;
        kindButtons.forEach((one, button) -> button.chosen(one == wanted));
        narrow();
    }

    private void filter(String wanted) {
        text = wanted;
        narrow();
    }

    private void narrow() {
        feeds.filter(new EventFilter(kinds.words, text));
        refresh();
    }

    private void togglePause() {
        boolean paused = !pause.chosen();
        pause.chosen(paused);
        pause.icon(paused ? Icon.PLAY : Icon.PAUSE).text(paused ? "Go on" : "Pause");
        feeds.pause(paused);
        header.layout(true, true);
        refresh();
    }

    private void refresh() {
        show(prepare(console().current().snapshot()));
    }

    private Picture prepare(Optional<RuntimeSnapshot> snapshot) {
        Optional<EventFeed.Shown> shown = feeds.shown(snapshot, MOST_ROWS);
        List<EventRow> rows = shown.map(EventFeed.Shown::rows).orElse(List.of());
        return new Picture(snapshot, shown, Rows.flat(rows, EventRow::number));
    }

    private void show(Picture picture) {
        header.subtitle(picture.shown().map(this::summary).orElse(""));
        grid.staleSince(picture.snapshot().flatMap(RuntimeSnapshot::staleSince).map(figures::time));
        grid.whenEmpty(empty(picture));
        grid.setRows(picture.rows());
    }

    private String summary(EventFeed.Shown shown) {
        String count = figures.count(shown.total()) + (shown.total() == 1 ? " event" : " events");
        boolean cut = shown.rows().size() == MOST_ROWS;
        String seen = cut ? ", the newest " + figures.count(MOST_ROWS) + " are listed" : "";
        return shown.paused() ? count + "; paused, " + figures.count(shown.waiting()) + " more" : count + seen;
    }

    private EmptyState empty(Picture picture) {
        if (picture.snapshot().isEmpty()) {
            return EmptyState.of("No connection is open", "Connect to a runtime to see what happens there.")
                    .with(Icon.EVENT)
                    .linked("Connect to a runtime", () -> new Commands(getSite().getWorkbenchWindow())
                            .run(Commands.CONNECT));
        }
        RuntimeSnapshot snapshot = picture.snapshot().get();
        if (!snapshot.known()) {
            return EmptyState.of(
                            "The events of " + snapshot.runtime() + " are not known yet",
                            snapshot.link().reason())
                    .with(Icon.EVENT);
        }
        boolean filtered = kinds != Kinds.ALL || !text.isEmpty();
        return filtered
                ? EmptyState.of("No event matches", "Choose All and clear the filter to see every event.")
                : EmptyState.of(
                                "Nothing has happened yet",
                                "Events appear here while mail moves. Older ones: search in Messages.")
                        .with(Icon.EVENT);
    }

    @Override
    public void reveal(Target target) {
        if (target instanceof Target.ToProvider provider) {
            choose(Kinds.ALL);
            header.filterBox().ifPresent(box -> box.setText(provider.name()));
        }
    }

    @Override
    protected void focusContents() {
        grid.setFocus();
    }
}
