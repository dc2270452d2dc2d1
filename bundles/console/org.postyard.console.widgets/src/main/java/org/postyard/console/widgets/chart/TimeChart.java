package org.postyard.console.widgets.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.widgets.theme.Theme;

/**
 * Curves over time, with axes and units, zoom, pan, a cursor that reads values, and a legend that switches curves. It
 * follows the present until somebody looks elsewhere in time, and again after a double click or {@link #followNow}. All
 * methods belong to the display's thread.
 */
public final class TimeChart extends Canvas {
    private final Theme theme;
    private final ZoneId zone;
    private final ChartState state;
    private final ChartPainter painter;
    private final List<Consumer<TimeWindow>> windowListeners = new ArrayList<>();
    private Duration length;
    private Instant now;
    private boolean following = true;
    private boolean wheelLeft;

    /** Begins with so much time until the given one; times are written as people in the zone read them. */
    public TimeChart(Composite parent, Instant now, Duration length, ZoneId zone) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        this.theme = Theme.of(this);
        this.zone = zone;
        this.now = now;
        this.length = length;
        this.state = new ChartState(TimeWindow.until(now.toEpochMilli(), length));
        this.painter = new ChartPainter(theme, state, zone);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = spoken();
            }
        });
        new ChartPointer(this);
        theme.follow(this, this::redraw);
    }

    /** Shows these curves; what is switched off stays so. */
    public void curves(List<Curve> curves) {
        state.curves(curves);
        redraw();
    }

    public List<Curve> curves() {
        return state.curves();
    }

    /** What to say when there is no value in the shown time. */
    public void emptyText(String text) {
        state.emptyText(text);
        redraw();
    }

    /** Tells what time it is; a chart that follows the present moves there. */
    public void now(Instant next) {
        now = next;
        if (following) shown(TimeWindow.until(now.toEpochMilli(), length));
    }

    /** From now on the wheel is for what the chart stands in, which scrolls: keys and dragging still zoom. */
    public void leaveWheel() {
        wheelLeft = true;
    }

    boolean wheelLeft() {
        return wheelLeft;
    }

    /** Shows so much time until now, and follows it. */
    public void length(Duration next) {
        length = next;
        followNow();
    }

    /** Goes back to the present. */
    public void followNow() {
        following = true;
        shown(TimeWindow.until(now.toEpochMilli(), length));
    }

    /** Whether the right edge is the present. */
    public boolean following() {
        return following;
    }

    public TimeWindow window() {
        return state.window();
    }

    /** Shows a part of time, and stays there. */
    public void show(TimeWindow window) {
        following = false;
        shown(window);
    }

    private void shown(TimeWindow window) {
        boolean other = !window.equals(state.window());
        state.window(window);
        redraw();
        if (other) List.copyOf(windowListeners).forEach(listener -> listener.accept(window));
    }

    /** Called with the shown part of time whenever it changes, so that finer values can be fetched. */
    public void onWindow(Consumer<TimeWindow> listener) {
        windowListeners.add(listener);
    }

    /** Hatches the time from here on, because there are no news from it. */
    public void staleSince(Optional<Instant> time) {
        state.staleFrom(time.map(at -> OptionalLong.of(at.toEpochMilli())).orElse(OptionalLong.empty()));
        redraw();
    }

    /** Switches a curve off or on. */
    public void toggle(String curveId) {
        state.toggle(curveId);
        redraw();
    }

    /** Where the curves are drawn, on this canvas. */
    public Rectangle plot() {
        return geometry().plot();
    }

    /**
     * The values of the shown time as RFC 4180 says: a line for each time, a column for each shown curve. The text is made
     * when it is asked for, on any thread, because a day of seconds takes its time.
     */
    public Supplier<String> csv() {
        List<Curve> curves = state.seen();
        TimeWindow window = state.window();
        return () -> ChartExport.csv(curves, window, zone);
    }

    /** The chart as it is seen, but without the cursor, ready to be saved as PNG. */
    public ImageData asImage() {
        Rectangle area = getClientArea();
        Optional<Point> cursor = state.cursor();
        Image image = new Image(getDisplay(), Math.max(1, area.width), Math.max(1, area.height));
        GC gc = new GC(image);
        try {
            state.cursor(Optional.empty());
            painter.paint(gc, new Rectangle(0, 0, area.width, area.height), geometry());
            return image.getImageData();
        } finally {
            state.cursor(cursor);
            gc.dispose();
            image.dispose();
        }
    }

    Optional<String> legendAt(int x, int y) {
        return geometry().legend().stream()
                .filter(entry -> entry.place().contains(x, y))
                .map(ChartGeometry.Entry::id)
                .findFirst();
    }

    ChartState state() {
        return state;
    }

    private ChartGeometry geometry() {
        return ChartGeometry.of(state, theme, getClientArea());
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        painter.paint(gc, area, geometry());
        if (!isFocusControl()) return;
        gc.setForeground(theme.color(theme.palette().accent()));
        gc.setLineWidth(1);
        gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
    }

    private String spoken() {
        List<String> names = state.seen().stream().map(Curve::name).toList();
        return "Chart of " + (names.isEmpty() ? "nothing" : String.join(", ", names));
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 480 : widthHint, heightHint == SWT.DEFAULT ? 240 : heightHint);
    }
}
