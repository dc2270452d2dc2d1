package org.postyard.console.ui.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.postyard.console.model.admin.LogCalls;
import org.postyard.console.ui.administration.AdminView;
import org.postyard.console.ui.part.Controls;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.protocol.LogLineView;
import org.postyard.protocol.LogPage;
import org.postyard.protocol.LoggerView;

/** The log of the shown runtime: followed, filtered by level and text, paused. */
public final class LogView extends AdminView {

    private static final EmptyState NO_LINES = EmptyState.of(
                    "No lines", "Nothing of this level and with this text has been logged.")
            .with(Icon.LOG);
    private static final int MOST_LINES = 2000;
    private static final int POLL_MILLIS = 1000;
    private static final String NOTHING_CHOSEN = "Select a line to see all of it.";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final Deque<LogLineView> lines = new ArrayDeque<>();
    private Grid<LogLineView> grid;
    private StyledText detail;
    private Combo level;
    private ActionButton pause;
    private ActionButton levels;
    private String text = "";
    private long last;
    private boolean paused;
    private boolean asking;
    private int generation;

    @Override
    protected void fill(PageHeader top, Composite body) {
        level = new Combo(top.tools(), SWT.READ_ONLY);
        level.setItems("error", "warn", "info", "debug", "trace");
        level.select(2);
        level.setToolTipText("Least grave level that is shown");
        level.setLayoutData(new RowData(96, SWT.DEFAULT));
        Controls.field(level, TextStyle.BODY);
        level.addListener(SWT.Selection, event -> reload());
        top.filterBox("Text in the message", typed -> {
            text = typed;
            reload();
        });
        levels = top.action(Icon.SETTINGS, "Levels…", "Set from which level on a logger writes", this::changeLevel);
        pause = top.action(Icon.PAUSE, "Pause", "Stop following; nothing is lost on the runtime", this::togglePause);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        inNextTurn(() -> createGrid(body));
        inNextTurn(() -> createDetail(body));
        whenMade(this::poll);
    }

    private void createGrid(Composite body) {
        grid = new Grid<>(
                body,
                List.of(
                        Column.text("time", "Time", 140, (LogLineView line) -> TIME.format(line.time())),
                        Column.severity("level", "Level", 84, LogView::severity, LogLineView::level),
                        Column.text("logger", "Logger", 230, LogView::shortLogger)
                                .tipped(LogLineView::logger),
                        Column.text("message", "Message", 620, LogView::firstLine),
                        Column.text("thread", "Thread", 140, LogLineView::thread)
                                .hidden()));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        GridHabits.give(grid, "log", console().settings(), new Menu(grid));
        grid.onSelect(rows -> showDetail(rows.stream().findFirst()));
    }

    private void createDetail(Composite body) {
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 1).applyTo(Controls.line(body));
        detail = Controls.field(
                new StyledText(body, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), TextStyle.MONOSPACE);
        detail.setMargins(12, 8, 12, 8);
        detail.setCaret(null);
        detail.setText(NOTHING_CHOSEN);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 120).applyTo(detail);
    }

    private static Severity severity(LogLineView line) {
        return switch (line.level()) {
            case "error" -> Severity.CRITICAL;
            case "warn" -> Severity.WARNING;
            case "info" -> Severity.NOTICE;
            default -> Severity.UNKNOWN;
        };
    }

    private static String shortLogger(LogLineView line) {
        String[] parts = line.logger().split("\\.");
        int from = Math.max(0, parts.length - 3);
        return String.join(".", Arrays.copyOfRange(parts, from, parts.length));
    }

    private static String firstLine(LogLineView line) {
        return line.message().lines().findFirst().orElse("") + (line.trace().isEmpty() ? "" : "  …");
    }

    private void showDetail(Optional<LogLineView> line) {
        detail.setText(line.map(one -> one.message() + "\n" + one.logger() + ", thread " + one.thread()
                        + (one.trace().isEmpty() ? "" : "\n\n" + one.trace()))
                .orElse(NOTHING_CHOSEN));
    }

    private LogCalls.Wanted wanted() {
        return new LogCalls.Wanted(level.getText(), text, MOST_LINES);
    }

    @Override
    protected void reload() {
        lines.clear();
        if (refusal("READ_LOG").isPresent()) {
            clear();
            return;
        }
        int mine = ++generation;
        asking = true;
        ask(client -> new LogCalls(client).newest(wanted()), outcome -> {
            asking = false;
            if (mine != generation) {
                return;
            }
            if (outcome.value().isPresent()) {
                add(outcome.value().get());
            } else {
                failed("Reading the log", outcome.reason());
            }
        });
    }

    private void poll() {
        if (grid.isDisposed()) {
            return;
        }
        if (!paused
                && !asking
                && last > 0
                && grid.isVisible()
                && refusal("READ_LOG").isEmpty()) {
            follow();
        }
        grid.getDisplay().timerExec(POLL_MILLIS, this::poll);
    }

    private void follow() {
        int mine = generation;
        asking = true;
        ask(client -> new LogCalls(client).after(last, wanted()), outcome -> {
            asking = false;
            if (mine == generation && !paused) {
                outcome.value().ifPresent(this::add);
            }
        });
    }

    /** The newest line stands at the top, where it is seen. */
    private void add(LogPage page) {
        if (page.lastSequence() < last) {
            lines.clear();
        }
        last = page.lastSequence();
        page.lines().forEach(lines::addFirst);
        while (lines.size() > MOST_LINES) {
            lines.removeLast();
        }
        if (page.missed()) {
            tell(Notice.warning(
                    "Some lines were overwritten before they could be shown.", "The file of the runtime has them."));
        }
        if (!page.lines().isEmpty() || grid.rows().roots().size() != lines.size()) {
            grid.setRows(Rows.flat(List.copyOf(lines), LogLineView::sequence));
        }
        long grave = lines.stream().filter(line -> line.level().equals("error")).count();
        header().subtitle(lines.size()
                + (lines.size() == 1 ? " line, " : " lines, ")
                + grave
                + (grave == 1 ? " error" : " errors")
                + (paused ? ", paused" : ""));
    }

    @Override
    protected void clear() {
        lines.clear();
        last = 0;
        grid.setRows(Rows.none());
        header().subtitle(refusal("READ_LOG").orElse(""));
    }

    private void togglePause() {
        paused = !paused;
        pause.icon(paused ? Icon.PLAY : Icon.PAUSE)
                .text(paused ? "Follow" : "Pause")
                .chosen(paused);
        header().subtitle(lines.size() + " lines" + (paused ? ", paused" : ""));
        header().layout(true, true);
    }

    private void changeLevel() {
        ask("Reading the levels", client -> new LogCalls(client).loggers(), (List<LoggerView> known) -> {
            String suggested = grid.selection().stream()
                    .findFirst()
                    .map(LogLineView::logger)
                    .orElse("org.postyard");
            LevelDialog dialog = new LevelDialog(getSite().getShell(), known, suggested);
            if (dialog.open() == Window.OK && !dialog.chosenName().isEmpty()) {
                ask(
                        "Setting the level",
                        client -> new LogCalls(client).setLevel(dialog.chosenName(), dialog.chosenLevel()),
                        now -> tell(
                                Notice.done(dialog.chosenName() + " writes from " + dialog.chosenLevel() + " on.")));
            }
        });
    }

    @Override
    protected void refreshActions() {
        grid.whenEmpty(empty("READ_LOG", NO_LINES));
        levels.unless(refusal("CHANGE_SETTINGS"));
        pause.unless(refusal("READ_LOG"));
    }

    @Override
    protected void focusContents() {
        grid.setFocus();
    }
}
