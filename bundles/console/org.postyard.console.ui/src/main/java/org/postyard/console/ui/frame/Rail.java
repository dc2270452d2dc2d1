package org.postyard.console.ui.frame;

import jakarta.annotation.PostConstruct;
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
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.ui.part.Console;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.IconPainter;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** The navigation at the left of the window: all destinations by area, as icons with or without words. */
public final class Rail {

    private static final int WIDE = 184;
    private static final int NARROW = 48;
    private static final int LEAST_ROW = 32;
    private static final int GROUP_GAP = 16;
    private static final int ICON = 18;
    private static final int INSET = 8;

    private record Entry(Rectangle bounds, Optional<Destination> destination, boolean first, String label, Icon icon) {}

    private Canvas canvas;
    private Theme theme;
    private Zones zones;
    private Navigator navigator;
    private Console console;
    private List<Entry> entries = List.of();

    @PostConstruct
    void create(Composite parent, IWorkbenchWindow window, Console shared) {
        console = shared;
        navigator = new Navigator(window);
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS) {
            @Override
            public Point computeSize(int widthHint, int heightHint, boolean changed) {
                return new Point(width(), heightHint == SWT.DEFAULT ? LEAST_ROW : heightHint);
            }
        };
        theme = Theme.of(canvas);
        zones = new Zones(canvas);
        canvas.addListener(SWT.Resize, event -> arrange());
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        theme.follow(canvas, this::restyle);
        window.getPartService().addPartListener(new PartChange(this::redraw));
        window.addPerspectiveListener(new PerspectiveChange(this::redraw));
    }

    private boolean narrow() {
        return console.settings().narrowNavigation();
    }

    private int width() {
        return narrow() ? NARROW : wide(theme);
    }

    /** Width with words, which follows the size of the text. */
    static int wide(Theme theme) {
        return Math.max(WIDE, WIDE * theme.textPoints() / Theme.DEFAULT_TEXT_POINTS);
    }

    private int rowHeight() {
        return Math.max(LEAST_ROW, theme.measure(TextStyle.BODY).height() + 12);
    }

    private void restyle() {
        arrange();
        // Another size of the text needs other room.
        if (canvas.getSize().x > 0 && canvas.getSize().x != width()) {
            canvas.getShell().layout(new Control[] {canvas}, SWT.DEFER);
        }
    }

    private void redraw() {
        if (!canvas.isDisposed()) {
            canvas.redraw();
        }
    }

    private void arrange() {
        List<Entry> next = new ArrayList<>();
        int y = INSET;
        Optional<Destination.Area> area = Optional.empty();
        for (Destination destination : navigator.destinations()) {
            boolean first = area.filter(destination.area()::equals).isEmpty();
            if (first) {
                y += gapBefore(area.isEmpty());
                area = Optional.of(destination.area());
            }
            next.add(new Entry(row(y), Optional.of(destination), first, destination.label(), destination.icon()));
            y += rowHeight();
        }
        int bottom = Math.max(y, canvas.getSize().y - rowHeight() - INSET);
        next.add(new Entry(
                row(bottom),
                Optional.empty(),
                false,
                narrow() ? "Show words" : "Icons only",
                narrow() ? Icon.EXPAND : Icon.COLLAPSE));
        entries = List.copyOf(next);
        zones.set(entries.stream().map(this::zone).toList());
    }

    private int gapBefore(boolean firstArea) {
        if (narrow()) {
            return firstArea ? 0 : GROUP_GAP;
        }
        return theme.measure(TextStyle.SMALL).height() + 13;
    }

    private Zones.Zone zone(Entry entry) {
        Runnable action = () -> entry.destination().ifPresentOrElse(navigator::go, this::fold);
        return new Zones.Zone(entry.bounds(), narrow() ? entry.label() : "", action);
    }

    private Rectangle row(int y) {
        return new Rectangle(INSET, y, width() - 2 * INSET, rowHeight() - 2);
    }

    private void fold() {
        console.settings().narrowNavigation(!narrow());
        restyle();
    }

    private void paint(GC gc) {
        Palette palette = theme.palette();
        Point size = canvas.getSize();
        gc.setBackground(theme.color(palette.background()));
        gc.fillRectangle(0, 0, size.x, size.y);
        gc.setForeground(theme.color(palette.line()));
        gc.drawLine(size.x - 1, 0, size.x - 1, size.y);
        Optional<Destination> present = navigator.present();
        for (int index = 0; index < entries.size(); index++) {
            Entry entry = entries.get(index);
            if (entry.first()) {
                paintArea(gc, entry, index > 0);
            }
            paintEntry(gc, entry, present.isPresent() && present.equals(entry.destination()));
        }
    }

    private void paintArea(GC gc, Entry entry, boolean separated) {
        int below = entry.bounds().y;
        if (!narrow()) {
            gc.setFont(theme.font(TextStyle.SMALL));
            gc.setForeground(theme.color(theme.palette().muted()));
            int top = below - theme.measure(TextStyle.SMALL).height() - 5;
            entry.destination().ifPresent(one -> gc.drawString(one.area().label(), INSET + 8, top, true));
        } else if (separated) {
            gc.setForeground(theme.color(theme.palette().line()));
            gc.drawLine(INSET + 4, below - 9, NARROW - INSET - 5, below - 9);
        }
    }

    private void paintEntry(GC gc, Entry entry, boolean chosen) {
        Palette palette = theme.palette();
        Rectangle bounds = entry.bounds();
        gc.setAntialias(SWT.ON);
        if (chosen || zones.hot(bounds)) {
            gc.setBackground(theme.color(chosen ? palette.selection() : palette.hover()));
            gc.fillRoundRectangle(bounds.x, bounds.y, bounds.width, bounds.height, 8, 8);
        }
        int iconX = narrow() ? bounds.x + (bounds.width - ICON) / 2 : bounds.x + 8;
        int iconY = bounds.y + (bounds.height - ICON) / 2;
        new IconPainter(theme).paint(gc, entry.icon(), iconX, iconY, ICON, chosen ? palette.accent() : palette.tool());
        if (!narrow()) {
            gc.setFont(theme.font(chosen ? TextStyle.STRONG : TextStyle.BODY));
            gc.setForeground(theme.color(entry.destination().isEmpty() ? palette.muted() : palette.text()));
            int textY = bounds.y + (bounds.height - gc.getFontMetrics().getHeight()) / 2;
            gc.drawString(entry.label(), iconX + ICON + 10, textY, true);
        }
    }
}
