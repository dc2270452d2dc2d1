package org.postyard.console.widgets.tile;

import java.util.ArrayList;
import java.util.List;
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
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** The ledger as one sum: what was accepted equals what became of it, and whether that is so. */
public final class LedgerStrip extends Canvas {
    /** One amount, written as people read it. */
    public record Entry(String name, String amount) {}

    /** The whole, its parts, and the verdict with the words for it. */
    public record Sum(Entry whole, List<Entry> parts, Severity severity, String verdict) {
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    private static final int PADDING = 12;
    private static final int BETWEEN = 28;

    private final Theme theme;
    private Optional<Sum> sum = Optional.empty();
    private Optional<String> staleSince = Optional.empty();

    public LedgerStrip(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        theme = Theme.of(this);
        addPaintListener(event -> paint(event.gc));
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Ledger: " + sum.map(Sum::verdict).orElse("not known yet");
            }
        });
        theme.follow(this, this::redraw);
    }

    public void show(Sum next) {
        sum = Optional.of(next);
        redraw();
    }

    /** Mutes the amounts and says since when they have not changed. */
    public void staleSince(Optional<String> time) {
        staleSince = time;
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int height = 20
                + theme.measure(TextStyle.SMALL).height()
                + 2
                + theme.measure(TextStyle.SECTION).height();
        return new Point(widthHint == SWT.DEFAULT ? 720 : widthHint, heightHint == SWT.DEFAULT ? height : heightHint);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        Severity severity = sum.map(Sum::severity).orElse(Severity.UNKNOWN);
        new TileFrame(theme).paint(gc, area, getParent().getBackground(), severity, staleSince.isPresent());
        sum.ifPresent(shown -> {
            int right = verdict(gc, area, shown);
            entries(gc, area, shown, right);
        });
    }

    private int verdict(GC gc, Rectangle area, Sum shown) {
        TextMeasure measure = theme.measure(TextStyle.STRONG);
        String text = staleSince.map(since -> "no news since " + since).orElse(shown.verdict());
        Severity severity = staleSince.isPresent() ? Severity.UNKNOWN : shown.severity();
        int left = area.width - PADDING - measure.width(text);
        gc.setFont(theme.font(TextStyle.STRONG));
        gc.setForeground(theme.color(severity.colour(theme.palette())));
        gc.drawString(text, left, (area.height - measure.height()) / 2, true);
        int mark = left - SeverityMark.SIZE - 8;
        new SeverityMark(theme).paint(gc, severity, mark, (area.height - SeverityMark.SIZE) / 2, SeverityMark.SIZE);
        return mark - PADDING;
    }

    private void entries(GC gc, Rectangle area, Sum shown, int right) {
        List<Entry> entries = new ArrayList<>(shown.parts());
        entries.add(0, shown.whole());
        int x = PADDING;
        for (int index = 0; index < entries.size(); index++) {
            if (index > 0) {
                if (x + BETWEEN + width(entries.get(index)) > right) {
                    more(gc, x + 8, right, area);
                    return;
                }
                muted(gc, index == 1 ? "=" : "+", x + BETWEEN / 2 - 4, area);
                x += BETWEEN;
            }
            entry(gc, entries.get(index), x);
            x += width(entries.get(index));
        }
    }

    /** Says that there are more entries than there is room for, where there is room to say so. */
    private void more(GC gc, int x, int right, Rectangle area) {
        if (x + theme.measure(TextStyle.SECTION).width("…") <= right) muted(gc, "…", x, area);
    }

    private int width(Entry entry) {
        return Math.max(
                theme.measure(TextStyle.SMALL).width(entry.name()),
                theme.measure(TextStyle.SECTION).width(entry.amount()));
    }

    private void entry(GC gc, Entry entry, int x) {
        Palette palette = theme.palette();
        RGB ink = staleSince.isPresent() ? palette.muted() : palette.text();
        gc.setFont(theme.font(TextStyle.SMALL));
        gc.setForeground(theme.color(palette.muted()));
        gc.drawString(entry.name(), x, 9, true);
        gc.setFont(theme.font(TextStyle.SECTION));
        gc.setForeground(theme.color(ink));
        gc.drawString(entry.amount(), x, 11 + theme.measure(TextStyle.SMALL).height(), true);
    }

    private void muted(GC gc, String sign, int x, Rectangle area) {
        gc.setFont(theme.font(TextStyle.SECTION));
        gc.setForeground(theme.color(theme.palette().muted()));
        gc.drawString(sign, x, (area.height - theme.measure(TextStyle.SECTION).height()) / 2, true);
    }
}
