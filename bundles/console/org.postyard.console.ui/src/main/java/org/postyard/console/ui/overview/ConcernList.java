package org.postyard.console.ui.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.postyard.console.model.view.Concern;
import org.postyard.console.model.view.Target;
import org.postyard.console.ui.frame.Zones;
import org.postyard.console.ui.part.Marks;
import org.postyard.console.widgets.mark.SeverityMark;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** The worst things, each with its reason; a click, or enter, leads to what it is about. */
final class ConcernList extends Canvas {

    private static final int PADDING = 12;
    private static final int LINES = 5;

    private final Theme theme;
    private final Zones zones;
    private final Consumer<Target> go;
    private List<Concern> concerns = List.of();
    private int cursor;
    private String calm = "Nothing is known yet.";

    ConcernList(Composite parent, Consumer<Target> go) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        this.theme = Theme.of(this);
        this.go = go;
        this.zones = new Zones(this);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> arrange());
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = concerns.isEmpty()
                        ? calm
                        : String.join(
                                "; ",
                                concerns.stream()
                                        .map(one -> one.subject() + ": " + one.reason())
                                        .toList());
            }
        });
        theme.follow(this, this::arrange);
    }

    void show(List<Concern> next) {
        String words = "Nothing: all is as it should be.";
        if (!next.equals(concerns) || !calm.equals(words)) {
            calm = words;
            concerns = List.copyOf(next);
            arrange();
        }
    }

    /** Says that nobody knows, and why. */
    void unknown(String why) {
        calm = why;
        concerns = List.of();
        arrange();
    }

    private int rowHeight() {
        return theme.measure(TextStyle.BODY).height()
                + theme.measure(TextStyle.SMALL).height()
                + 12;
    }

    private int top() {
        return theme.measure(TextStyle.SECTION).height() + 18;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 360 : widthHint, top() + LINES * rowHeight() + 8);
    }

    private Rectangle row(int index) {
        return new Rectangle(4, top() + index * rowHeight(), getClientArea().width - 8, rowHeight());
    }

    private void arrange() {
        List<Zones.Zone> next = new ArrayList<>();
        for (int index = 0; index < concerns.size(); index++) {
            Concern concern = concerns.get(index);
            next.add(new Zones.Zone(row(index), concern.reason(), () -> go.accept(concern.target())));
        }
        cursor = Math.min(cursor, Math.max(0, concerns.size() - 1));
        zones.set(next);
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> cursor = Math.min(concerns.size() - 1, cursor + 1);
            case SWT.ARROW_UP -> cursor = Math.max(0, cursor - 1);
            case SWT.CR, SWT.KEYPAD_CR ->
                concerns.stream().skip(cursor).findFirst().ifPresent(one -> go.accept(one.target()));
            default -> {
                return;
            }
        }
        redraw();
    }

    private void paint(GC gc) {
        Palette palette = theme.palette();
        Rectangle area = getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(palette.background()));
        gc.fillRectangle(area);
        gc.setBackground(theme.color(palette.surface()));
        gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, 8, 8);
        gc.setForeground(theme.color(palette.line()));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, 8, 8);
        gc.setFont(theme.font(TextStyle.SECTION));
        gc.setForeground(theme.color(palette.text()));
        gc.drawString("To look at", PADDING, 10, true);
        if (concerns.isEmpty()) {
            paintCalm(gc, area.width - 2 * PADDING);
        }
        for (int index = 0; index < concerns.size(); index++) {
            paintRow(gc, concerns.get(index), row(index), isFocusControl() && index == cursor);
        }
    }

    private void paintCalm(GC gc, int width) {
        gc.setForeground(theme.color(theme.palette().muted()));
        TextLayout lines = new TextLayout(getDisplay());
        lines.setFont(theme.font(TextStyle.BODY));
        lines.setWidth(Math.max(1, width));
        lines.setText(calm);
        lines.draw(gc, PADDING, top() + 4);
        lines.dispose();
    }

    private void paintRow(GC gc, Concern concern, Rectangle bounds, boolean chosen) {
        Palette palette = theme.palette();
        if (chosen || zones.hot(bounds)) {
            gc.setBackground(theme.color(chosen ? palette.selection() : palette.hover()));
            gc.fillRoundRectangle(bounds.x, bounds.y, bounds.width, bounds.height, 6, 6);
        }
        TextMeasure first = theme.measure(TextStyle.BODY);
        TextMeasure second = theme.measure(TextStyle.SMALL);
        int x = bounds.x + 28;
        int y = bounds.y + 5;
        int room = bounds.width - 36;
        new SeverityMark(theme)
                .paint(
                        gc,
                        Marks.of(concern.severity()),
                        bounds.x + 9,
                        y + (first.height() - SeverityMark.SIZE) / 2,
                        SeverityMark.SIZE);
        gc.setFont(theme.font(TextStyle.BODY));
        gc.setForeground(theme.color(palette.text()));
        String word = concern.severity().word();
        gc.drawString(first.shorten(concern.subject(), room - second.width(word) - 12), x, y, true);
        gc.setFont(theme.font(TextStyle.SMALL));
        gc.setForeground(theme.color(Marks.of(concern.severity()).colour(palette)));
        gc.drawString(word, bounds.x + bounds.width - 8 - second.width(word), y + 2, true);
        gc.setForeground(theme.color(palette.muted()));
        gc.drawString(second.shorten(concern.reason(), room), x, y + first.height() + 1, true);
    }
}
