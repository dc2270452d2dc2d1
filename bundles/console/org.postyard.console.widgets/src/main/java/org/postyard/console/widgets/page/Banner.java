package org.postyard.console.widgets.page;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.SeverityMark;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/**
 * A message across the top of a view, taking no room while there is none. In a {@link GridLayout} its place is set by
 * itself; elsewhere its preferred height is zero when it is empty.
 */
public final class Banner extends Composite {
    private static final int LEFT = 36;

    private final Theme theme;
    private final Composite words;
    private final Label text;
    private final Label whatNow;
    private final ActionButton offer;
    private Optional<Notice> notice = Optional.empty();

    public Banner(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        theme = Theme.of(this);
        GridLayout layout = new GridLayout(3, false);
        layout.marginLeft = LEFT - layout.marginWidth;
        layout.marginHeight = 6;
        setLayout(layout);
        words = new Composite(this, SWT.NONE);
        words.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout lines = new GridLayout(1, false);
        lines.marginWidth = 0;
        lines.marginHeight = 0;
        lines.verticalSpacing = 0;
        words.setLayout(lines);
        text = new Label(words, SWT.WRAP);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        whatNow = new Label(words, SWT.WRAP);
        whatNow.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        offer = new ActionButton(this, ActionButton.Weight.NORMAL);
        offer.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        offer.onPress(
                () -> notice.flatMap(Notice::offer).ifPresent(by -> by.action().run()));
        ActionButton close = new ActionButton(this, ActionButton.Weight.QUIET);
        close.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        close.icon(Icon.CLOSE).tip("Close this message").onPress(this::clear);
        setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        addPaintListener(event -> paint(event.gc));
        theme.follow(this, this::fill);
    }

    /** Shows the message instead of the present one. */
    public void show(Notice next) {
        notice = Optional.of(next);
        refresh();
    }

    public void clear() {
        if (notice.isEmpty()) return;
        notice = Optional.empty();
        refresh();
    }

    public Optional<Notice> notice() {
        return notice;
    }

    private void refresh() {
        fill();
        layout(true, true);
        requestLayout();
    }

    private void fill() {
        boolean there = notice.isPresent();
        setVisible(there);
        if (getLayoutData() instanceof GridData place) place.exclude = !there;
        notice.ifPresent(this::fill);
    }

    private void fill(Notice shown) {
        Palette palette = theme.palette();
        RGB behind = palette.tint(shown.severity().colour(palette));
        setBackground(theme.color(behind));
        words.setBackground(theme.color(behind));
        text.setText(shown.text());
        whatNow.setText(shown.whatNow());
        for (Label label : new Label[] {text, whatNow}) {
            label.setBackground(theme.color(behind));
            label.setForeground(theme.color(palette.text()));
        }
        theme.useFont(text, shown.whatNow().isEmpty() ? TextStyle.BODY : TextStyle.STRONG);
        theme.useFont(whatNow, TextStyle.BODY);
        showIf(!shown.whatNow().isEmpty(), whatNow);
        offer.text(shown.offer().map(Notice.Offer::text).orElse(""));
        offer.setVisible(shown.offer().isPresent());
        if (offer.getLayoutData() instanceof GridData place)
            place.exclude = shown.offer().isEmpty();
    }

    private static void showIf(boolean there, Label label) {
        label.setVisible(there);
        if (label.getLayoutData() instanceof GridData place) place.exclude = !there;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return notice.isPresent() ? super.computeSize(widthHint, heightHint, changed) : new Point(0, 0);
    }

    private void paint(GC gc) {
        notice.ifPresent(shown -> {
            Rectangle area = getClientArea();
            Palette palette = theme.palette();
            RGB colour = shown.severity().colour(palette);
            gc.setBackground(theme.color(colour));
            gc.fillRectangle(area.x, area.y, 3, area.height);
            int middle = words.getBounds().y + text.getBounds().height / 2;
            new SeverityMark(theme).paint(gc, shown.severity(), area.x + 15, middle - 5, SeverityMark.SIZE);
            gc.setForeground(theme.color(Palette.blend(palette.surface(), colour, 0.35)));
            gc.drawLine(area.x, area.height - 1, area.x + area.width, area.height - 1);
        });
    }
}
