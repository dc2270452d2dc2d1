package org.postyard.console.ui.health;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.postyard.console.model.view.Figures;
import org.postyard.console.ui.part.ConsoleView;
import org.postyard.console.ui.part.Controls;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.tile.Card;
import org.postyard.console.widgets.tile.Tile;
import org.postyard.console.widgets.tile.TileBoard;
import org.postyard.console.widgets.tile.TileValue;

/** Shows how the console itself is doing: memory, blockings of the user interface, what it watches, and what it logs. */
public final class HealthView extends ConsoleView {

    private static final int REFRESH_MILLIS = 1000;
    private static final int CURVE_POINTS = 300;
    private static final int MOST_LINES = 200;
    private static final long MEGABYTE = 1_000_000;
    private static final Duration FELT = Duration.ofMillis(500);

    private final Figures figures = new Figures(ZoneId.systemDefault());
    /** Megabytes, one for each second that this view was open; what is not a number has not been yet. */
    private final double[] heapCurve = new double[CURVE_POINTS];

    private Tile heap;
    private Tile blockings;
    private Tile longest;
    private Tile age;
    private WatchedTable watched;
    private StyledText log;
    private boolean reading;

    @Override
    protected void createContents(Composite view) {
        Arrays.fill(heapCurve, Double.NaN);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(view);
        PageHeader header = new PageHeader(view, "This console");
        header.subtitle("Java " + Runtime.version());
        header.action(
                Icon.LOG,
                "Copy the path of its log",
                console().log().file().toString(),
                () -> copy(header.getDisplay()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        Composite body = new Composite(view, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        GridLayoutFactory.fillDefaults().margins(12, 4).spacing(8, 8).applyTo(body);
        theme().follow(
                        body,
                        () -> body.setBackground(theme().color(theme().palette().background())));
        tiles(body);
        inNextTurn(() -> watched(body));
        inNextTurn(() -> log(body));
        whenMade(this::refresh);
    }

    private void watched(Composite body) {
        Card runtimes = new Card(body, "Runtimes that it watches");
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 132).applyTo(runtimes);
        watched = new WatchedTable(runtimes, figures);
        GridHabits.give(watched.grid(), "watched", console().settings(), new Menu(watched.grid()));
    }

    private void log(Composite body) {
        Card newest = new Card(body, "Newest entries of its log");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(newest);
        log = Controls.field(new StyledText(newest, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL), TextStyle.MONOSPACE);
        log.setMargins(12, 4, 12, 4);
        log.setCaret(null);
    }

    private void tiles(Composite body) {
        TileBoard board = new TileBoard(body, 180);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(board);
        heap = new Tile(board, "Heap");
        blockings = new Tile(board, "Window did not answer for 100 ms");
        longest = new Tile(board, "Longest without an answer");
        age = new Tile(board, "Running for");
    }

    private void refresh() {
        if (heap.isDisposed()) {
            return;
        }
        showHeap();
        long times = console().watchdog().blockings();
        blockings.show(TileValue.of(figures.count(times), times == 1 ? "time" : "times"));
        Duration worst = console().watchdog().longest();
        longest.show(TileValue.of(figures.count(worst.toMillis()), "ms")
                .judged(worst.compareTo(FELT) > 0 ? Severity.NOTICE : Severity.OK));
        Duration uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        age.show(TileValue.of(figures.duration(uptime), ""));
        watched.show(console().connections().runtimes().all());
        if (heap.isVisible()) {
            readLog();
        }
        heap.getDisplay().timerExec(REFRESH_MILLIS, this::refresh);
    }

    private void copy(Display display) {
        Clipboard clipboard = new Clipboard(display);
        clipboard.setContents(
                new Object[] {console().log().file().toString()}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private void showHeap() {
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
        System.arraycopy(heapCurve, 1, heapCurve, 0, CURVE_POINTS - 1);
        heapCurve[CURVE_POINTS - 1] = used;
        heap.show(
                TileValue.of(figures.count(used), "of at most " + figures.count(runtime.maxMemory() / MEGABYTE) + " MB")
                        .over(heapCurve.clone()));
    }

    private void readLog() {
        if (reading) {
            return;
        }
        reading = true;
        LogTail tail = new LogTail(console().log().file(), MOST_LINES);
        CompletableFuture.supplyAsync(tail::read).thenAccept(text -> uiThread().show(log, () -> {
            reading = false;
            if (!text.equals(log.getText())) {
                log.setText(text.isEmpty() ? "Nothing has been logged yet." : text);
            }
        }));
    }

    @Override
    protected void focusContents() {
        watched.grid().setFocus();
    }
}
