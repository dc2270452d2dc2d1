package org.postyard.console.widgets.tile;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** A part of a dashboard with a title and a frame like that of the tiles, around one control, such as a chart or a grid. */
public final class Card extends Composite {
    private static final int PADDING = 12;
    private static final int CORNER = 4;

    private final Theme theme;
    private final String title;

    /** The one control is made with this as its parent. */
    public Card(Composite parent, String title) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.title = title;
        this.theme = Theme.of(this);
        setLayout(new FillLayout());
        addPaintListener(event -> paint(event.gc));
        theme.follow(this, this::redraw);
    }

    private int titleHeight() {
        return (theme.measure(TextStyle.SECTION).height() + 17) / 4 * 4;
    }

    @Override
    public Rectangle getClientArea() {
        Rectangle area = super.getClientArea();
        int top = titleHeight();
        return new Rectangle(
                area.x + 1, area.y + top, Math.max(0, area.width - 2), Math.max(0, area.height - top - CORNER));
    }

    @Override
    public Rectangle computeTrim(int x, int y, int width, int height) {
        int top = titleHeight();
        return new Rectangle(x - 1, y - top, width + 2, height + top + CORNER);
    }

    private void paint(GC gc) {
        Rectangle area = super.getClientArea();
        new TileFrame(theme).paint(gc, area, getParent().getBackground(), Severity.OK, false);
        TextMeasure measure = theme.measure(TextStyle.SECTION);
        gc.setFont(theme.font(TextStyle.SECTION));
        gc.setForeground(theme.color(theme.palette().text()));
        String fitting = measure.shorten(title, area.width - 2 * PADDING);
        gc.drawString(fitting, PADDING, (titleHeight() - measure.height()) / 2 + 1, true);
    }
}
