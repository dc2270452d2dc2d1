package org.postyard.console.widgets.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.IconPainter;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/**
 * A flat button with icon, words or both, in the colours of the theme. Space and enter press it. One that may not be
 * pressed says why in its tooltip. Belongs to the display's thread.
 */
public final class ActionButton extends Canvas {
    /** How much the button wants to be seen. */
    public enum Weight {
        /** One of several tools. */
        QUIET,
        /** An ordinary button of a dialog or form. */
        NORMAL,
        /** What most people will want to do here; at most one in sight. */
        PRIMARY,
        /** Destroys something. */
        DANGER
    }

    private static final int HEIGHT = 28;
    private static final int PADDING = 10;
    private static final int ICON = 16;
    private static final int GAP = 6;

    private final Theme theme;
    private final Weight weight;
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<Icon> icon = Optional.empty();
    private String text = "";
    private String tip = "";
    private String whyNot = "";
    private boolean chosen;
    private boolean compact;
    private boolean hover;
    private boolean pressed;

    public ActionButton(Composite parent, Weight weight) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        this.weight = weight;
        this.theme = Theme.of(this);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.MouseEnter, event -> hover(true));
        addListener(SWT.MouseExit, event -> hover(false));
        addListener(SWT.MouseDown, event -> pressed(event.button == 1));
        addListener(SWT.MouseUp, this::released);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        speak();
        theme.follow(this, this::redraw);
    }

    public ActionButton icon(Icon next) {
        icon = Optional.of(next);
        return changed();
    }

    /** The words on the button; empty for an icon alone, which then needs a tip. */
    public ActionButton text(String next) {
        text = next;
        return changed();
    }

    public String text() {
        return text;
    }

    /** Whether the icon, if there is one, stands for the words as well, because there is little room; the tip then begins with them. */
    public ActionButton compact(boolean next) {
        if (compact == next) return this;
        compact = next;
        return changed();
    }

    /** Width with all its words, in points. */
    public int fullWidth() {
        return widthWith(text);
    }

    /** What the button does, when its words do not say all. */
    public ActionButton tip(String next) {
        tip = next;
        showTip();
        return this;
    }

    public ActionButton onPress(Runnable listener) {
        listeners.add(listener);
        return this;
    }

    /** Draws the button as the chosen one of several, or as switched on. */
    public ActionButton chosen(boolean next) {
        chosen = next;
        redraw();
        return this;
    }

    public boolean chosen() {
        return chosen;
    }

    /** Lets the button be pressed when there is no reason against it; otherwise the tooltip says the reason. */
    public ActionButton unless(Optional<String> reason) {
        whyNot = reason.orElse("");
        redraw();
        showTip();
        return this;
    }

    /** Whether pressing does anything. */
    public boolean isUsable() {
        return whyNot.isEmpty() && isEnabled();
    }

    /** Does what a click does. */
    public void press() {
        if (isUsable()) List.copyOf(listeners).forEach(Runnable::run);
    }

    private ActionButton changed() {
        showTip();
        requestLayout();
        redraw();
        return this;
    }

    private void showTip() {
        setToolTipText(Stream.of(words().isEmpty() ? text : "", tip, whyNot)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n")));
    }

    private String words() {
        return compact && icon.isPresent() ? "" : text;
    }

    private void hover(boolean now) {
        hover = now;
        if (!now) pressed = false;
        redraw();
    }

    private void pressed(boolean now) {
        pressed = now;
        redraw();
    }

    private void released(Event event) {
        boolean inside = getClientArea().contains(event.x, event.y);
        boolean was = pressed;
        pressed = false;
        redraw();
        if (was && inside) press();
    }

    private void key(Event event) {
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR || event.character == ' ') press();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int height = Math.max(HEIGHT, (theme.measure(TextStyle.BODY).height() + 11) / 4 * 4);
        return new Point(widthHint == SWT.DEFAULT ? widthWith(words()) : widthHint, height);
    }

    private int widthWith(String words) {
        return contentWidth(words) + 2 * (words.isEmpty() ? 6 : PADDING);
    }

    private int contentWidth(String words) {
        int written = words.isEmpty() ? 0 : theme.measure(TextStyle.BODY).width(words);
        return written + (icon.isPresent() ? ICON + (words.isEmpty() ? 0 : GAP) : 0);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        Palette palette = theme.palette();
        gc.setAntialias(SWT.ON);
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(area);
        fill().ifPresent(colour -> {
            gc.setBackground(theme.color(colour));
            gc.fillRoundRectangle(area.x, area.y, area.width, area.height, 8, 8);
        });
        if (weight == Weight.NORMAL || weight == Weight.DANGER || isFocusControl()) {
            gc.setForeground(theme.color(isFocusControl() ? palette.accent() : palette.line()));
            gc.drawRoundRectangle(area.x, area.y, area.width - 1, area.height - 1, 8, 8);
        }
        content(gc, area, ink());
    }

    private Optional<RGB> fill() {
        Palette palette = theme.palette();
        boolean live = hover && isUsable();
        if (weight == Weight.PRIMARY && isUsable())
            return Optional.of(live ? Palette.blend(palette.accent(), palette.text(), 0.12) : palette.accent());
        if (live && pressed) return Optional.of(palette.selection());
        if (chosen) return Optional.of(palette.selection());
        if (live) return Optional.of(Palette.blend(palette.surface(), palette.muted(), 0.14));
        return weight == Weight.QUIET ? Optional.empty() : Optional.of(palette.surface());
    }

    private RGB ink() {
        Palette palette = theme.palette();
        if (!isUsable()) return Palette.blend(palette.surface(), palette.muted(), 0.55);
        return switch (weight) {
            case PRIMARY -> palette.onAccent();
            case DANGER -> palette.critical();
            case NORMAL -> palette.text();
            case QUIET -> chosen ? palette.accent() : palette.text();
        };
    }

    private void content(GC gc, Rectangle area, RGB ink) {
        TextMeasure measure = theme.measure(TextStyle.BODY);
        int x = area.x + (area.width - contentWidth(words())) / 2;
        if (icon.isPresent()) {
            new IconPainter(theme).paint(gc, icon.get(), x, area.y + (area.height - ICON) / 2, ICON, ink);
            x += ICON + GAP;
        }
        gc.setFont(theme.font(TextStyle.BODY));
        gc.setForeground(theme.color(ink));
        gc.drawString(words(), x, area.y + (area.height - measure.height()) / 2, true);
    }

    private void speak() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = text.isEmpty() ? tip : text;
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_PUSHBUTTON;
            }
        });
    }
}
