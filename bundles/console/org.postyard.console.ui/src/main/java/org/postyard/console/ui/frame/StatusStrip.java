package org.postyard.console.ui.frame;

import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchWindow;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.Alerts;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.Thresholds;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.ui.part.Console;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.mark.SeverityMark;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** The bottom of the window: connection, ledger and health in one line. */
public final class StatusStrip {

    private static final int LEAST_HEIGHT = 26;
    private static final int PADDING = 12;

    private record Cell(StatusWords.Word word, Rectangle bounds) {}

    private final Figures figures = new Figures(ZoneId.systemDefault());
    private Canvas canvas;
    private Theme theme;
    private Zones zones;
    private Console console;
    private Navigator navigator;
    private List<StatusWords.Word> words = List.of();
    private List<Cell> cells = List.of();

    @PostConstruct
    void create(Composite parent, IWorkbenchWindow window, Console shared) {
        console = shared;
        navigator = new Navigator(window);
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS) {
            @Override
            public Point computeSize(int widthHint, int heightHint, boolean changed) {
                return new Point(widthHint == SWT.DEFAULT ? 600 : widthHint, height());
            }
        };
        theme = Theme.of(canvas);
        zones = new Zones(canvas);
        canvas.addListener(SWT.Resize, event -> arrange());
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        theme.follow(canvas, this::restyle);
        console.current().watch(canvas, this::prepare, this::show);
    }

    private int height() {
        return Math.max(LEAST_HEIGHT, theme.measure(TextStyle.SMALL).height() + 10);
    }

    private void restyle() {
        arrange();
        // Another size of the text needs other room.
        if (canvas.getSize().y > 0 && canvas.getSize().y != height()) {
            canvas.getShell().layout(new Control[] {canvas}, SWT.DEFER);
        }
    }

    /** On another thread. */
    private List<StatusWords.Word> prepare(Optional<RuntimeSnapshot> snapshot) {
        List<RuntimeSnapshot> others = console.connections().runtimes().all().stream()
                .map(LiveRuntime::snapshot)
                .filter(one -> snapshot.filter(shown -> shown.runtime().equals(one.runtime()))
                        .isEmpty())
                .toList();
        Optional<Alerts> alerts = snapshot.flatMap(shown -> console.connections()
                .runtimes()
                .find(shown.runtime())
                .map(runtime -> Alerts.of(shown, runtime.attempts(), Thresholds.USUAL, figures, Instant.now())));
        return StatusWords.of(snapshot, others, alerts);
    }

    private void show(List<StatusWords.Word> next) {
        if (!next.equals(words)) {
            words = next;
            arrange();
        }
    }

    private void arrange() {
        List<Cell> next = new ArrayList<>();
        int x = 4;
        for (StatusWords.Word word : words) {
            int width = PADDING
                    + SeverityMark.SIZE
                    + 6
                    + theme.measure(TextStyle.SMALL).width(word.text())
                    + PADDING;
            next.add(new Cell(word, new Rectangle(x, 0, width, height())));
            x += width;
        }
        cells = List.copyOf(next);
        zones.set(cells.stream()
                .map(cell -> new Zones.Zone(
                        cell.bounds(),
                        cell.word().tip(),
                        () -> navigator.go(cell.word().destination())))
                .toList());
    }

    private void paint(GC gc) {
        Palette palette = theme.palette();
        Point size = canvas.getSize();
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(palette.background()));
        gc.fillRectangle(0, 0, size.x, size.y);
        gc.setForeground(theme.color(palette.line()));
        gc.drawLine(0, 0, size.x, 0);
        gc.setFont(theme.font(TextStyle.SMALL));
        int textY = (height() - gc.getFontMetrics().getHeight()) / 2 + 1;
        for (Cell cell : cells) {
            Rectangle bounds = cell.bounds();
            if (zones.hot(bounds)) {
                gc.setBackground(theme.color(palette.hover()));
                gc.fillRectangle(bounds.x, 1, bounds.width, height() - 1);
            }
            Severity severity = cell.word().severity();
            int side = SeverityMark.SIZE - 1;
            new SeverityMark(theme).paint(gc, severity, bounds.x + PADDING, (height() - side) / 2 + 1, side);
            boolean calm = severity == Severity.OK || severity == Severity.UNKNOWN;
            gc.setForeground(theme.color(calm ? palette.muted() : severity.colour(palette)));
            gc.drawString(cell.word().text(), bounds.x + PADDING + SeverityMark.SIZE + 6, textY, true);
        }
    }
}
