package org.postyard.console.ui.fleet;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.postyard.console.model.action.Action;
import org.postyard.console.model.action.ServerActions;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.FleetRow;
import org.postyard.console.model.view.FleetTree;
import org.postyard.console.model.view.Severity;
import org.postyard.console.model.view.Target;
import org.postyard.console.model.view.Thresholds;
import org.postyard.console.ui.action.ActionDesk;
import org.postyard.console.ui.navigation.Commands;
import org.postyard.console.ui.navigation.Revealing;
import org.postyard.console.ui.part.ConsoleView;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.page.Banner;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.page.ProgressLine;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.protocol.PoolView;
import org.postyard.protocol.ServerView;

/** Sites, servers and sources with their numbers; here servers are drained, taken out and resumed. */
public final class FleetView extends ConsoleView implements Revealing {

    private record Tool(ActionButton button, MenuItem item, Function<ServerView, Action> action) {}

    private final Figures figures = new Figures(ZoneId.systemDefault());
    private final List<Tool> tools = new ArrayList<>();
    private PageHeader header;
    private ActionButton attention;
    private ActionDesk actions;
    private FleetLimits limits;
    private Grid<FleetRow> grid;
    private FleetDetail detail;
    /** Written by the thread of the user interface, read by the one that prepares. */
    private volatile FleetPicture picture = FleetPicture.NOTHING;

    private String wanted = "";
    private Optional<Target> revealing = Optional.empty();

    @Override
    protected void createContents(Composite page) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        header = new PageHeader(page, "Fleet");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        Banner banner = new Banner(page);
        ProgressLine progress = new ProgressLine(page);
        actions = new ActionDesk(console(), banner, progress);
        limits = new FleetLimits(console(), banner, page);
        inNextTurn(() -> createGrid(page));
        inNextTurn(() -> detail = new FleetDetail(page));
        whenMade(() -> console().current().watch(grid, this::prepare, this::show));
    }

    private void createGrid(Composite page) {
        grid = new Grid<>(page, new FleetColumns(console().current(), limits, figures).all());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        Menu menu = new Menu(grid);
        tool(menu, Icon.DRAIN, "Drain", "No new work; what is in flight ends normally", ServerActions::drain);
        tool(menu, Icon.MAINTENANCE, "Maintenance", "Drain, and stay out until resumed", ServerActions::maintenance);
        tool(menu, Icon.RESUME, "Resume", "Give it work again", ServerActions::resume);
        attention = header.action(Icon.ALERT, "To look at", "Only what is not as it should be", this::toggleAttention);
        header.filterBox("Filter by name, state or reason", this::filter);
        GridHabits.give(grid, "fleet", console().settings(), menu);
        grid.whenEmpty(empty(Optional.empty()));
        grid.whenNothingMatches(EmptyState.of("Nothing matches", "Change the filter, or show all again."));
        grid.onSelect(selected -> {
            revealing = Optional.empty();
            enable();
        });
        grid.open(2);
    }

    private EmptyState empty(Optional<RuntimeSnapshot> snapshot) {
        Commands commands = new Commands(getSite().getWorkbenchWindow());
        if (snapshot.isEmpty()) {
            return EmptyState.of(
                            "No servers to show", "Connect to a runtime; its fleet document says which servers it has.")
                    .with(Icon.FLEET)
                    .linked("Connect to a runtime", () -> commands.run(Commands.CONNECT));
        }
        RuntimeSnapshot shown = snapshot.get();
        if (shown.known()) {
            return EmptyState.of("No servers", "The fleet document of " + shown.runtime() + " names none.")
                    .with(Icon.FLEET);
        }
        EmptyState unknown = EmptyState.of(
                        "The servers of " + shown.runtime() + " are not known yet",
                        shown.link().reason())
                .with(Icon.FLEET);
        return shown.link().wantsSecret()
                ? unknown.linked("Enter it now", () -> commands.run(Commands.SIGN_IN))
                : unknown;
    }

    private void tool(Menu menu, Icon icon, String text, String tip, Maker maker) {
        Function<ServerView, Action> make = server -> maker.make(serverActions(), server);
        ActionButton button = header.action(icon, text, tip, () -> perform(make));
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> perform(make));
        tools.add(new Tool(button, item, make));
    }

    /** Makes one of the actions on a server. */
    private interface Maker {
        Action make(ServerActions all, ServerView server);
    }

    private ServerActions serverActions() {
        LiveRuntime runtime = console().current().runtime().orElseThrow();
        return new ServerActions(runtime.client());
    }

    private FleetPicture prepare(Optional<RuntimeSnapshot> snapshot) {
        if (snapshot.isEmpty()) {
            return FleetPicture.NOTHING;
        }
        FleetPicture old = picture;
        Optional<FleetTree> known =
                old.tree().filter(tree -> old.shows(snapshot.get().runtime()));
        FleetTree tree = known.map(one -> one.with(snapshot.get()))
                .orElseGet(() -> FleetTree.of(snapshot.get(), Thresholds.USUAL, figures));
        return known.filter(one -> one == tree).isPresent() ? old : FleetPicture.of(snapshot.get(), tree);
    }

    private void show(FleetPicture next) {
        limits.follow();
        if (next == picture) {
            enable();
            return;
        }
        picture = next;
        header.subtitle(next.summary());
        grid.staleSince(next.snapshot().flatMap(RuntimeSnapshot::staleSince).map(figures::time));
        grid.whenEmpty(empty(next.snapshot()));
        Optional<Target> led = revealing;
        grid.setRows(next.rows());
        revealing = led;
        selectRevealed();
        enable();
    }

    private void enable() {
        detail.show(grid.selection());
        List<ServerView> servers = selectedServers();
        for (Tool tool : tools) {
            Optional<String> whyNot = servers.isEmpty()
                    ? Optional.of("Select a server first.")
                    : servers.size() > 1
                            ? Optional.empty()
                            : actions.whyNot(tool.action().apply(servers.get(0)));
            tool.button().unless(whyNot);
            tool.item().setEnabled(whyNot.isEmpty());
        }
    }

    /** The selected servers; a selected source stands for its server, a selected site for all of its own. */
    private List<ServerView> selectedServers() {
        Optional<RuntimeSnapshot> snapshot = picture.snapshot();
        if (snapshot.isEmpty()) {
            return List.of();
        }
        return grid.selection().stream()
                .flatMap(row -> switch (row.kind()) {
                    case SERVER -> snapshot.get().servers().find(row.id()).stream();
                    case SOURCE -> snapshot.get().servers().find(row.parent()).stream();
                    case SITE ->
                        snapshot.get().servers().list().stream()
                                .filter(server -> server.site().equals(row.id()));
                })
                .distinct()
                .toList();
    }

    private void perform(Function<ServerView, Action> action) {
        List<ServerView> servers = selectedServers();
        if (!servers.isEmpty()) {
            actions.perform(servers.stream().map(action).toList());
        }
    }

    private void toggleAttention() {
        attention.chosen(!attention.chosen());
        narrow();
    }

    private void filter(String text) {
        wanted = text.toLowerCase(Locale.ROOT);
        narrow();
    }

    private void narrow() {
        Predicate<FleetRow> matches = row -> wanted.isEmpty()
                || (row.label() + " " + row.state() + " " + row.reason() + " " + row.detail())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
        Predicate<FleetRow> bad = row -> row.severity().compareTo(Severity.NOTICE) >= 0;
        boolean filtered = !wanted.isEmpty() || attention.chosen();
        grid.filter(filtered ? Optional.of(attention.chosen() ? matches.and(bad) : matches) : Optional.empty());
    }

    @Override
    public void reveal(Target target) {
        revealing = Optional.of(target);
        header.filterBox().ifPresent(box -> box.setText(""));
        attention.chosen(false);
        narrow();
        grid.setFocus();
        selectRevealed();
    }

    /** Selects what this view was led to, as soon as it is in the table; a view that was just opened knows no servers yet. */
    private void selectRevealed() {
        String runtime = console().current().runtime().map(LiveRuntime::name).orElse("");
        List<FleetRow> rows = picture.shows(runtime)
                ? revealing.stream().flatMap(this::rowsOf).toList()
                : List.of();
        if (!rows.isEmpty()) {
            revealing = Optional.empty();
            rows.forEach(this::open);
            grid.select(rows.stream().map(FleetRow::key).toList());
        }
    }

    /** The row of a server or a source; of a pool, the sources that are in it. */
    private Stream<FleetRow> rowsOf(Target target) {
        if (target instanceof Target.ToServer server) {
            return row(FleetRow.Kind.SERVER, server.id());
        }
        if (target instanceof Target.ToSource source) {
            return row(FleetRow.Kind.SOURCE, source.id());
        }
        return target instanceof Target.ToPool pool ? inPool(pool.id()) : Stream.empty();
    }

    private Stream<FleetRow> inPool(String id) {
        Optional<PoolView> pool = picture.snapshot().flatMap(now -> now.pools().find(id));
        return pool.stream()
                .flatMap(found -> found.members().stream())
                .flatMap(member -> row(FleetRow.Kind.SOURCE, member.source()));
    }

    private Stream<FleetRow> row(FleetRow.Kind kind, String id) {
        return picture.tree().flatMap(tree -> tree.find(kind, id)).stream();
    }

    private void open(FleetRow row) {
        if (row.kind() == FleetRow.Kind.SITE) {
            grid.expand(row.key(), true);
            return;
        }
        FleetRow.Kind above = row.kind() == FleetRow.Kind.SOURCE ? FleetRow.Kind.SERVER : FleetRow.Kind.SITE;
        picture.tree().flatMap(tree -> tree.find(above, row.parent())).ifPresent(parent -> {
            open(parent);
            grid.expand(parent.key(), true);
        });
    }

    @Override
    protected void focusContents() {
        grid.setFocus();
    }
}
