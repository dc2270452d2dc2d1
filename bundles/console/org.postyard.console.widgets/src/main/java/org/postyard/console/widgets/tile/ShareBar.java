package org.postyard.console.widgets.tile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** One bar divided into the parts of a whole, with name, amount and share of each part below it. */
public final class ShareBar extends Canvas {
    /** One part; a severity colours it, otherwise its place in the list does. */
    public record Part(String name, double amount, Optional<Severity> severity) {
        public static Part of(String name, double amount) {
            return new Part(name, amount, Optional.empty());
        }

        public Part judged(Severity next) {
            return new Part(name, amount, Optional.of(next));
        }
    }

    private static final int PADDING = 12;
    private static final int BAR = 12;

    private final Theme theme;
    private final String title;
    private List<Part> parts = List.of();

    public ShareBar(Composite parent, String title) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        this.title = title;
        this.theme = Theme.of(this);
        addPaintListener(event -> paint(event.gc));
        theme.follow(this, this::redraw);
    }

    public void show(List<Part> next) {
        boolean taller = next.size() != parts.size();
        parts = List.copyOf(next);
        if (taller) requestLayout();
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int line = theme.measure(TextStyle.SMALL).height() + 4;
        int height = 10 + line + 6 + BAR + 8 + Math.max(1, parts.size()) * line + 8;
        return new Point(widthHint == SWT.DEFAULT ? 240 : widthHint, heightHint == SWT.DEFAULT ? height : heightHint);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        Palette palette = theme.palette();
        new TileFrame(theme).paint(gc, area, getParent().getBackground(), Severity.OK, false);
        TextMeasure measure = theme.measure(TextStyle.SMALL);
        gc.setFont(theme.font(TextStyle.SMALL));
        gc.setForeground(theme.color(palette.muted()));
        gc.drawString(measure.shorten(title, area.width - 2 * PADDING), PADDING, 10, true);
        int line = measure.height() + 4;
        double total = parts.stream().mapToDouble(Part::amount).sum();
        int top = 10 + line + 2;
        bar(gc, new Rectangle(PADDING, top, area.width - 2 * PADDING, BAR), total);
        int y = top + BAR + 8;
        for (int index = 0; index < parts.size(); index++, y += line) legend(gc, index, total, y, area.width);
        if (parts.isEmpty()) gc.drawString("Nothing yet", PADDING, y, true);
    }

    private void bar(GC gc, Rectangle place, double total) {
        gc.setBackground(theme.color(theme.palette().track()));
        gc.fillRoundRectangle(place.x, place.y, place.width, place.height, 4, 4);
        double before = 0;
        for (int index = 0; index < parts.size() && total > 0; index++) {
            int left = (int) Math.round(before / total * place.width);
            before += parts.get(index).amount();
            int right = (int) Math.round(before / total * place.width);
            gc.setBackground(theme.color(colour(index)));
            boolean last = right == place.width;
            if (right > left)
                gc.fillRectangle(place.x + left, place.y, Math.max(1, right - left - (last ? 0 : 1)), place.height);
        }
    }

    private RGB colour(int index) {
        Palette palette = theme.palette();
        return parts.get(index)
                .severity()
                .map(severity -> severity.colour(palette))
                .orElse(palette.series(index));
    }

    private void legend(GC gc, int index, double total, int y, int width) {
        Palette palette = theme.palette();
        TextMeasure measure = theme.measure(TextStyle.SMALL);
        Part part = parts.get(index);
        gc.setBackground(theme.color(colour(index)));
        gc.fillRoundRectangle(PADDING, y + measure.height() / 2 - 4, 8, 8, 3, 3);
        String share = total > 0 ? String.format(Locale.ROOT, "%.1f %%", part.amount() / total * 100) : "–";
        String amount = String.format(Locale.ROOT, "%,.0f", part.amount());
        int right = width - PADDING;
        gc.setForeground(theme.color(palette.muted()));
        gc.drawString(share, right - measure.width(share), y, true);
        int shareRoom = measure.width("100.0 %") + 10;
        gc.setForeground(theme.color(palette.text()));
        int amountLeft = right - shareRoom - measure.width(amount);
        gc.drawString(amount, amountLeft, y, true);
        gc.drawString(measure.shorten(part.name(), amountLeft - PADDING - 22), PADDING + 14, y, true);
    }
}
