package org.postyard.console.widgets.tile;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.mark.SeverityMark;
import org.postyard.console.widgets.spark.SparkPainter;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** A figure of a dashboard with its unit, its trend and its last minutes. Belongs to the display's thread. */
public final class Tile extends Canvas {
    private static final int PADDING = 12;
    private static final int HEIGHT = 104;

    private final Theme theme;
    private final String title;
    private TileValue value = TileValue.of("–", "");
    private Optional<String> staleSince = Optional.empty();

    public Tile(Composite parent, String title) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        this.title = title;
        this.theme = Theme.of(this);
        addPaintListener(event -> paint(event.gc));
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = spoken();
            }
        });
        theme.follow(this, this::redraw);
    }

    public void show(TileValue next) {
        value = next;
        redraw();
    }

    public TileValue value() {
        return value;
    }

    /** Mutes the figure and says since when it has not changed; absent makes it live again. */
    public void staleSince(Optional<String> time) {
        if (staleSince.equals(time)) return;
        staleSince = time;
        redraw();
    }

    String spoken() {
        String trend = value.trend().map(by -> ", " + by.text()).orElse("");
        String stale = staleSince.map(since -> ", no news since " + since).orElse("");
        return title + " " + value.figure() + " " + value.unit() + ", "
                + value.severity().word() + trend + stale;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? 200 : widthHint;
        return new Point(width, heightHint == SWT.DEFAULT ? HEIGHT : heightHint);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        new TileFrame(theme).paint(gc, area, getParent().getBackground(), value.severity(), staleSince.isPresent());
        int inner = area.width - 2 * PADDING;
        int y = title(gc, PADDING, 10, inner);
        figure(gc, y + 2, inner);
        curve(gc, area);
    }

    private int title(GC gc, int x, int y, int width) {
        TextMeasure measure = theme.measure(TextStyle.SMALL);
        int left = x;
        if (value.severity() != Severity.OK && staleSince.isEmpty()) {
            new SeverityMark(theme).paint(gc, value.severity(), x, y + measure.height() / 2 - 4, 9);
            left += 15;
        }
        gc.setFont(theme.font(TextStyle.SMALL));
        String since = staleSince.map(time -> "since " + time).orElse("");
        int sinceWidth = since.isEmpty() ? 0 : measure.width(since);
        gc.setForeground(theme.color(theme.palette().warning()));
        gc.drawString(since, x + width - sinceWidth, y, true);
        int room = width - left + x - (since.isEmpty() ? 0 : sinceWidth + 8);
        gc.setForeground(theme.color(theme.palette().muted()));
        gc.drawString(measure.shorten(title, room), left, y, true);
        return y + measure.height();
    }

    private void figure(GC gc, int y, int width) {
        Palette palette = theme.palette();
        TextMeasure big = theme.measure(TextStyle.FIGURE);
        TextMeasure small = theme.measure(TextStyle.SMALL);
        gc.setFont(theme.font(TextStyle.FIGURE));
        gc.setForeground(theme.color(staleSince.isPresent() ? palette.muted() : palette.text()));
        String figure = big.shorten(value.figure(), width);
        gc.drawString(figure, PADDING, y, true);
        int after = PADDING + big.width(figure) + 5;
        int base = y + big.height() - small.height() - 3;
        gc.setFont(theme.font(TextStyle.SMALL));
        gc.setForeground(theme.color(palette.muted()));
        gc.drawString(small.shorten(value.unit(), PADDING + width - after), after, base, true);
        int room = PADDING + width - after - small.width(value.unit()) - 8;
        String below = staleSince.isPresent()
                ? ""
                : value.trend().map(TileValue.Trend::text).orElse("");
        String fitting = small.shorten(below, room);
        gc.setForeground(theme.color(trendColour(palette)));
        gc.drawString(fitting, PADDING + width - small.width(fitting), base, true);
    }

    private RGB trendColour(Palette palette) {
        return value.trend()
                .map(TileValue.Trend::severity)
                .filter(severity -> severity != Severity.OK && severity != Severity.UNKNOWN)
                .map(severity -> severity.colour(palette))
                .orElse(palette.muted());
    }

    private void curve(GC gc, Rectangle area) {
        TextMeasure big = theme.measure(TextStyle.FIGURE);
        int top = 10 + theme.measure(TextStyle.SMALL).height() + 2 + big.height() + 4;
        Rectangle place = new Rectangle(PADDING, top, area.width - 2 * PADDING, area.height - top - 10);
        RGB colour = staleSince.isPresent()
                ? theme.palette().unknown()
                : theme.palette().accent();
        new SparkPainter(theme).paint(gc, value.history(), place, colour);
    }
}
