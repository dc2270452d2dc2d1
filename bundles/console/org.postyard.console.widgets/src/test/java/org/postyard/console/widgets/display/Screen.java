package org.postyard.console.widgets.display;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.Theme;

/** A display with one window for a test, with ways to act on it and to look at it. */
public final class Screen implements AutoCloseable {
    private static final int FRAME_MILLIS = 50;
    private static final int MOST_PARTS = 20;

    private final Display display;
    private final Shell shell;

    Screen(Display display) {
        this.display = display;
        Theme.of(display).use(Palette.light());
        shell = new Shell(display, SWT.NO_TRIM);
        shell.setLayout(new FillLayout());
        shell.setSize(800, 400);
    }

    public Display display() {
        return display;
    }

    public Shell shell() {
        return shell;
    }

    public Theme theme() {
        return Theme.of(display);
    }

    public Palette palette() {
        return theme().palette();
    }

    /** Opens the window in the given size and lets it settle. */
    public void open(int width, int height) {
        shell.setSize(width, height);
        shell.open();
        shell.layout(true, true);
        settle();
    }

    public void settle() {
        while (display.readAndDispatch()) {}
    }

    /** Lets GTK draw once more: new colours are taken into account with the next frame. */
    private void passFrame() {
        AtomicBoolean over = new AtomicBoolean();
        display.timerExec(FRAME_MILLIS, () -> over.set(true));
        await(over::get);
        settle();
    }

    /** Runs the event loop until the condition holds, for ten seconds at most. */
    public void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        display.timerExec(10_000, () -> {});
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) throw new AssertionError("not so within ten seconds");
            if (!display.readAndDispatch()) display.sleep();
        }
    }

    /** What the control looks like when it is painted wholly: the first paintings may come in parts. */
    public ImageData picture(Control control) {
        ImageData before = printed(control);
        for (int more = 0; more < MOST_PARTS; more++) {
            ImageData now = printed(control);
            if (Arrays.equals(before.data, now.data)) return now;
            before = now;
        }
        return before;
    }

    private ImageData printed(Control control) {
        passFrame();
        Image image = new Image(display, control.getSize().x, control.getSize().y);
        GC gc = new GC(image);
        control.print(gc);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        return data;
    }

    /** What the painter draws on the surface colour. */
    public ImageData drawn(int width, int height, Consumer<GC> painter) {
        Image image = new Image(display, width, height);
        GC gc = new GC(image);
        gc.setBackground(theme().color(palette().surface()));
        gc.fillRectangle(0, 0, width, height);
        painter.accept(gc);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        return data;
    }

    public static RGB at(ImageData data, int x, int y) {
        return data.palette.getRGB(data.getPixel(x, y));
    }

    /** How many pixels are about of this colour. */
    public static int count(ImageData data, RGB colour) {
        int count = 0;
        for (int y = 0; y < data.height; y++)
            for (int x = 0; x < data.width; x++) if (near(at(data, x, y), colour)) count++;
        return count;
    }

    /** How many pixels of the column are about of this colour. */
    public static int countColumn(ImageData data, int x, RGB colour) {
        int count = 0;
        for (int y = 0; y < data.height; y++) if (near(at(data, x, y), colour)) count++;
        return count;
    }

    private static boolean near(RGB one, RGB other) {
        return Math.abs(one.red - other.red) + Math.abs(one.green - other.green) + Math.abs(one.blue - other.blue) < 60;
    }

    public void click(Control control, int x, int y, int stateMask) {
        mouse(control, SWT.MouseDown, x, y, stateMask);
        mouse(control, SWT.MouseUp, x, y, stateMask);
    }

    public void drag(Control control, int fromX, int fromY, int toX, int toY, int stateMask) {
        mouse(control, SWT.MouseDown, fromX, fromY, stateMask);
        mouse(control, SWT.MouseMove, (fromX + toX) / 2, (fromY + toY) / 2, stateMask);
        mouse(control, SWT.MouseMove, toX, toY, stateMask);
        mouse(control, SWT.MouseUp, toX, toY, stateMask);
    }

    public void mouse(Control control, int type, int x, int y, int stateMask) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.stateMask = stateMask;
        control.notifyListeners(type, event);
    }

    public void wheel(Control control, int x, int y, int count) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        event.count = count;
        control.notifyListeners(SWT.MouseVerticalWheel, event);
    }

    public void key(Control control, int keyCode, int stateMask) {
        Event event = new Event();
        event.keyCode = keyCode;
        event.character = keyCode < 128 ? (char) keyCode : 0;
        event.stateMask = stateMask;
        control.notifyListeners(SWT.KeyDown, event);
    }

    @Override
    public void close() {
        shell.dispose();
        settle();
    }
}
