package org.postyard.console.ui.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.OverviewModel;
import org.postyard.console.model.view.Target;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.ui.part.ConsoleView;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.chart.TimeChart;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;
import org.postyard.console.widgets.tile.Card;
import org.postyard.console.widgets.tile.LedgerStrip;
import org.postyard.console.widgets.tile.Tile;
import org.postyard.console.widgets.tile.TileBoard;
import org.postyard.console.widgets.tile.TileValue;
import org.postyard.protocol.LedgerLineView;

/** One runtime in one look: throughput, queues, ledger, errors, and the five worst things with their reasons. */
public final class OverviewView extends ConsoleView {

    private static final EmptyState NOT_KNOWN = EmptyState.of(
                    "Not known", "Errors are counted here as soon as a runtime is connected.")
            .with(Icon.PROVIDER);
    private static final EmptyState NO_ATTEMPTS = EmptyState.of(
                    "No attempts in the last minute", "Deliveries of the last minute are counted here.")
            .with(Icon.PROVIDER);

    private final Figures figures = new Figures(ZoneId.systemDefault());
    /** Written by the thread of the user interface, read by the one that prepares. */
    private volatile Optional<OverviewPicture> shown = Optional.empty();

    private PageHeader header;
    private Tile accepted;
    private Tile delivered;
    private Tile bounced;
    private Tile queued;
    private Tile age;
    private Tile flight;
    private LedgerStrip ledger;
    private TimeChart chart;
    private ConcernList concerns;
    private Grid<OverviewModel.Errors> providers;
    private Grid<OverviewModel.Errors> sites;

    @Override
    protected void createContents(Composite page) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        header = new PageHeader(page, "Overview");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        ScrolledBoard board = new ScrolledBoard(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(board);
        Composite body = board.body();
        tiles(body);
        ledger = new LedgerStrip(body);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(ledger);
        Navigator navigator = new Navigator(getSite().getWorkbenchWindow());
        inNextTurn(() -> throughput(body, navigator));
        inNextTurn(() -> providers = errors(body, "Provider", "provider", navigator));
        inNextTurn(() -> sites = errors(body, "Destination site", "site", navigator));
        inNextTurn(() -> {
            Stream.of(providers, sites).forEach(board::revealWhenFocused);
            board.arrange();
        });
        whenMade(() -> console().current().watch(body, this::prepare, this::show));
    }

    private void throughput(Composite body, Navigator navigator) {
        Card throughput = new Card(body, "Throughput, last 15 minutes");
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 180).applyTo(throughput);
        chart = new TimeChart(throughput, Instant.now(), Duration.ofMinutes(15), ZoneId.systemDefault());
        chart.emptyText("No numbers yet");
        chart.leaveWheel();
        concerns = new ConcernList(body, navigator::go);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(concerns);
    }

    /** On another thread; the same picture again if there is nothing new. */
    private Optional<OverviewPicture> prepare(Optional<RuntimeSnapshot> snapshot) {
        Optional<OverviewPicture> old = shown;
        if (snapshot.isPresent()
                && old.filter(picture -> !picture.olderThan(snapshot.get())).isPresent()) {
            return old;
        }
        return OverviewPicture.of(snapshot, console().current().runtime(), figures);
    }

    private void tiles(Composite body) {
        TileBoard board = new TileBoard(body, 160);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(board);
        accepted = new Tile(board, "Accepted");
        delivered = new Tile(board, "Delivered");
        bounced = new Tile(board, "Bounced");
        flight = new Tile(board, "In flight");
        queued = new Tile(board, "Queued");
        age = new Tile(board, "Oldest");
    }

    private Grid<OverviewModel.Errors> errors(Composite body, String title, String id, Navigator navigator) {
        Card card = new Card(body, "Errors by " + title.toLowerCase(Locale.ROOT) + ", last minute");
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 168).applyTo(card);
        Grid<OverviewModel.Errors> grid = new Grid<>(card, new ErrorColumns(figures).all(title));
        grid.whenEmpty(NOT_KNOWN);
        GridHabits.give(grid, "overview." + id, console().settings(), new org.eclipse.swt.widgets.Menu(grid));
        if (id.equals("provider")) {
            grid.onOpen(row -> navigator.go(new Target.ToProvider(row.name())));
        }
        return grid;
    }

    private void show(Optional<OverviewPicture> picture) {
        if (picture.isPresent() && picture.equals(shown)) {
            return;
        }
        shown = picture;
        picture.ifPresentOrElse(this::show, this::showNothing);
    }

    private void showNothing() {
        header.subtitle("No connection is open");
        concerns.unknown("Nothing is known: no connection is open.");
        Stream.of(accepted, delivered, bounced, flight, queued, age)
                .forEach(tile -> tile.show(TileValue.of(Figures.UNKNOWN, "")));
        ledger.show(unknownLedger());
        Stream.of(providers, sites).forEach(grid -> {
            grid.whenEmpty(NOT_KNOWN);
            grid.setRows(Rows.none());
        });
        chart.curves(List.of());
    }

    private void show(OverviewPicture picture) {
        OverviewModel model = picture.model();
        RuntimeSnapshot snapshot = picture.snapshot();
        Optional<String> stale = snapshot.staleSince().map(figures::time);
        header.subtitle(snapshot.runtime() + (stale.isPresent() ? ", no news since " + stale.get() : ""));
        OverviewPicture.Tiles curves = picture.tiles();
        tile(accepted, rate(model.acceptedPerSecond(), curves.accepted()), stale);
        tile(delivered, rate(model.deliveredPerSecond(), curves.delivered()), stale);
        tile(bounced, rate(model.bouncedPerSecond(), curves.bounced()), stale);
        tile(queued, count(model.queued(), curves.queued()), stale);
        long inFlight = snapshot.servers().list().stream()
                .mapToLong(server -> server.inFlight())
                .sum();
        OptionalDouble flying = snapshot.known() ? OptionalDouble.of(inFlight) : OptionalDouble.empty();
        tile(flight, count(flying, curves.flight()), stale);
        tile(age, TileValue.of(oldest(model), "").over(curves.age()), stale);
        showLedger(model, stale);
        chart.now(picture.now());
        chart.curves(picture.throughput());
        chart.staleSince(snapshot.staleSince().filter(since -> snapshot.known()));
        if (snapshot.known() || !model.worst().isEmpty()) {
            concerns.show(model.worst());
        } else {
            concerns.unknown(snapshot.link().reason());
        }
        Stream.of(providers, sites).forEach(grid -> grid.whenEmpty(snapshot.known() ? NO_ATTEMPTS : NOT_KNOWN));
        providers.staleSince(stale);
        sites.staleSince(stale);
        if (stale.isEmpty()) {
            // Without news nobody knows of the last minute; what was known stays, and looks old.
            providers.setRows(Rows.flat(model.byProvider(), OverviewModel.Errors::name));
            sites.setRows(Rows.flat(model.bySite(), OverviewModel.Errors::name));
        }
    }

    /** An empty queue has no oldest message; that is not the same as an unknown one. */
    private String oldest(OverviewModel model) {
        boolean empty = model.queued().isPresent() && model.queued().getAsDouble() == 0;
        return empty ? "none" : model.queueAge().map(figures::duration).orElse(Figures.UNKNOWN);
    }

    private static void tile(Tile tile, TileValue value, Optional<String> stale) {
        tile.show(value);
        tile.staleSince(stale);
    }

    private TileValue rate(OptionalDouble value, double[] curve) {
        return figure(value, figures::perSecond, curve);
    }

    private TileValue count(OptionalDouble value, double[] curve) {
        return figure(value, number -> figures.count(Math.round(number)), curve);
    }

    private static TileValue figure(OptionalDouble value, DoubleFunction<String> format, double[] curve) {
        String text = value.isPresent() ? format.apply(value.getAsDouble()) : Figures.UNKNOWN;
        boolean perSecond = text.endsWith("/s");
        return TileValue.of(perSecond ? text.substring(0, text.length() - 2) : text, perSecond ? "per second" : "")
                .over(curve);
    }

    private void showLedger(OverviewModel model, Optional<String> stale) {
        LedgerLineView total = model.total();
        if (model.ledger().isEmpty()) {
            ledger.show(unknownLedger());
            return;
        }
        boolean balanced = model.ledger().map(one -> one.balanced()).orElse(false);
        Severity severity = balanced ? Severity.OK : Severity.CRITICAL;
        String verdict = balanced ? "balanced" : figures.count(Math.abs(total.difference())) + " missing or too many";
        ledger.show(new LedgerStrip.Sum(
                entry("Accepted", total.accepted()),
                List.of(
                        entry("Delivered", total.delivered()),
                        entry("Relayed", total.relayed()),
                        entry("Bounced", total.bounced()),
                        entry("Expired", total.expired()),
                        entry("Suppressed", total.suppressed()),
                        entry("Cancelled", total.cancelled()),
                        entry("Queued", total.queued())),
                severity,
                verdict));
        ledger.staleSince(stale);
    }

    private static LedgerStrip.Sum unknownLedger() {
        LedgerStrip.Entry accepted = new LedgerStrip.Entry("Accepted", Figures.UNKNOWN);
        return new LedgerStrip.Sum(accepted, List.of(), Severity.UNKNOWN, "not known");
    }

    private LedgerStrip.Entry entry(String name, long amount) {
        return new LedgerStrip.Entry(name, figures.count(amount));
    }

    @Override
    protected void focusContents() {
        concerns.setFocus();
    }
}
