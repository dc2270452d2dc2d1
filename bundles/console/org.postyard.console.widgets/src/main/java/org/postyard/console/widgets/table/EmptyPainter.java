package org.postyard.console.widgets.table;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.postyard.console.widgets.mark.IconPainter;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Draws what an empty grid says in the middle of its room. */
final class EmptyPainter {
    private static final int ICON = 32;
    private static final int HINT_WIDTH = 560;

    private final Theme theme;

    EmptyPainter(Theme theme) {
        this.theme = theme;
    }

    void paint(GC gc, Rectangle body, GridLook look) {
        look.link(new Rectangle(0, 0, 0, 0));
        look.empty().ifPresent(state -> paint(gc, body, look, state));
    }

    private void paint(GC gc, Rectangle body, GridLook look, EmptyState state) {
        Palette palette = theme.palette();
        int line = theme.measure(TextStyle.BODY).height() + 4;
        boolean roomy = body.height > 4 * line + ICON;
        int height = line * (state.link().isPresent() ? 3 : 2)
                + (roomy && state.icon().isPresent() ? ICON + 12 : 0);
        int y = body.y + Math.max(4, (body.height - height) * 2 / 5);
        if (roomy && state.icon().isPresent()) {
            int x = body.x + (body.width - ICON) / 2;
            new IconPainter(theme).paint(gc, state.icon().get(), x, y, ICON, palette.muted());
            y += ICON + 12;
        }
        y = centred(gc, body, state.title(), TextStyle.STRONG, palette.text(), y).y + line;
        y = wrapped(gc, body, state.hint(), y) + 4;
        if (state.link().isPresent()) {
            Rectangle link = centred(gc, body, state.link().get().text(), TextStyle.BODY, palette.accent(), y + 4);
            gc.drawLine(link.x, link.y + link.height - 1, link.x + link.width, link.y + link.height - 1);
            look.link(link);
        }
    }

    /** A hint may be a long sentence: it takes as many lines as it needs. Returns where it ends. */
    private int wrapped(GC gc, Rectangle body, String text, int y) {
        TextLayout lines = new TextLayout(gc.getDevice());
        try {
            lines.setFont(theme.font(TextStyle.BODY));
            lines.setAlignment(SWT.CENTER);
            lines.setWidth(Math.max(1, Math.min(HINT_WIDTH, body.width - 16)));
            lines.setText(text);
            gc.setForeground(theme.color(theme.palette().muted()));
            lines.draw(gc, body.x + (body.width - lines.getWidth()) / 2, y);
            return y + lines.getBounds().height;
        } finally {
            lines.dispose();
        }
    }

    private Rectangle centred(GC gc, Rectangle body, String text, TextStyle style, RGB colour, int y) {
        TextMeasure measure = theme.measure(style);
        String fitting = measure.shorten(text, body.width - 16);
        int width = measure.width(fitting);
        int x = body.x + (body.width - width) / 2;
        gc.setFont(theme.font(style));
        gc.setForeground(theme.color(colour));
        gc.drawString(fitting, x, y, true);
        return new Rectangle(x, y, width, measure.height());
    }
}
