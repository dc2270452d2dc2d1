package org.postyard.console.widgets.page;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Says what is being done and how far it is, with a way to stop it. Takes no room while nothing is done. */
public final class ProgressLine extends Composite {
    private static final int STEP_MILLIS = 40;

    private final Theme theme;
    private final Label text;
    private final Canvas bar;
    private final ActionButton cancel;
    private OptionalDouble share = OptionalDouble.empty();
    private Optional<Runnable> cancelling = Optional.empty();
    private boolean running;
    private int phase;

    public ProgressLine(Composite parent) {
        super(parent, SWT.NONE);
        theme = Theme.of(this);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 12;
        layout.horizontalSpacing = 12;
        setLayout(layout);
        text = new Label(this, SWT.NONE);
        text.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        bar = new Canvas(this, SWT.DOUBLE_BUFFERED);
        GridData place = new GridData(SWT.FILL, SWT.CENTER, true, false);
        place.heightHint = 6;
        bar.setLayoutData(place);
        bar.addPaintListener(event -> paint(event.gc));
        cancel = new ActionButton(this, ActionButton.Weight.QUIET)
                .icon(Icon.CLOSE)
                .text("Cancel")
                .onPress(() -> cancelling.ifPresent(Runnable::run));
        setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        theme.follow(this, this::colour);
        showIf(false);
    }

    /** Shows what is going on; a share from 0 to 1, or absent when nobody knows how much is left. */
    public void show(String what, OptionalDouble known, Optional<Runnable> stop) {
        share = known;
        cancelling = stop;
        cancel.setVisible(stop.isPresent());
        String percent = known.isPresent() ? String.format(Locale.ROOT, " %.0f %%", known.getAsDouble() * 100) : "";
        text.setText(what + percent);
        if (!running) showIf(true);
        layout(true);
        bar.redraw();
    }

    /** Takes the line away. */
    public void done() {
        if (running) showIf(false);
    }

    public boolean running() {
        return running;
    }

    private void showIf(boolean there) {
        running = there;
        setVisible(there);
        if (getLayoutData() instanceof GridData place) place.exclude = !there;
        requestLayout();
        if (there) step();
    }

    private void step() {
        if (isDisposed() || !running) return;
        phase++;
        if (share.isEmpty()) bar.redraw();
        getDisplay().timerExec(STEP_MILLIS, this::step);
    }

    private void colour() {
        Palette palette = theme.palette();
        setBackground(theme.color(palette.background()));
        text.setBackground(theme.color(palette.background()));
        text.setForeground(theme.color(palette.text()));
        theme.useFont(text, TextStyle.BODY);
    }

    private void paint(GC gc) {
        Rectangle area = bar.getClientArea();
        Palette palette = theme.palette();
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(palette.background()));
        gc.fillRectangle(area);
        gc.setBackground(theme.color(palette.track()));
        gc.fillRoundRectangle(0, 0, area.width, 6, 6, 6);
        gc.setBackground(theme.color(palette.accent()));
        if (share.isPresent()) {
            gc.fillRoundRectangle(0, 0, (int) Math.round(area.width * Math.min(1, share.getAsDouble())), 6, 6, 6);
        } else {
            int width = Math.max(24, area.width / 4);
            int left = Math.floorMod(phase * 8, area.width + width) - width;
            gc.fillRoundRectangle(left, 0, width, 6, 6, 6);
        }
    }
}
