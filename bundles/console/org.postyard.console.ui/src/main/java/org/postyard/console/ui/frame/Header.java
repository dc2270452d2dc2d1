package org.postyard.console.ui.frame;

import jakarta.annotation.PostConstruct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.plugin.AbstractUIPlugin;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.ui.link.RuntimeWords;
import org.postyard.console.ui.navigation.Commands;
import org.postyard.console.ui.part.Console;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.IconPainter;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.mark.SeverityMark;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** The top of the window: which runtime is shown, the way into search, look, preferences and help. */
public final class Header {

    private static final int LEAST_HEIGHT = 44;
    private static final int BUTTON = 32;
    private static final int SEARCH_WIDTH = 340;
    private static final int LOGO = 22;

    private record Tool(Rectangle bounds, Icon icon) {}

    private Canvas canvas;
    private Theme theme;
    private Zones zones;
    private Console console;
    private Commands commands;
    private Image logo;
    private Optional<RuntimeSnapshot> snapshot = Optional.empty();
    private Rectangle chip = new Rectangle(0, 0, 0, 0);
    private Rectangle search = new Rectangle(0, 0, 0, 0);
    private Rectangle signIn = new Rectangle(0, 0, 0, 0);
    private List<Tool> tools = List.of();

    @PostConstruct
    void create(Composite parent, IWorkbenchWindow window, Console shared) {
        console = shared;
        commands = new Commands(window);
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS) {
            @Override
            public Point computeSize(int widthHint, int heightHint, boolean changed) {
                return new Point(widthHint == SWT.DEFAULT ? 600 : widthHint, height());
            }
        };
        theme = Theme.of(canvas);
        zones = new Zones(canvas);
        logo = AbstractUIPlugin.imageDescriptorFromPlugin("org.postyard.console.ui", "icons/postyard-64.png")
                .createImage(canvas.getDisplay());
        canvas.addListener(SWT.Dispose, event -> logo.dispose());
        canvas.addListener(SWT.Resize, event -> arrange());
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        theme.follow(canvas, this::restyle);
        console.current().watch(canvas, this::show);
    }

    private int height() {
        return Math.max(LEAST_HEIGHT, theme.measure(TextStyle.SECTION).height() + 22);
    }

    /** Height of what can be clicked and has words in it. */
    private int box() {
        return height() - 14;
    }

    private void restyle() {
        arrange();
        // Another size of the text needs other room.
        if (canvas.getSize().y > 0 && canvas.getSize().y != height()) {
            canvas.getShell().layout(new Control[] {canvas}, SWT.DEFER);
        }
    }

    private void show(Optional<RuntimeSnapshot> next) {
        boolean same = chipText(snapshot).equals(chipText(next));
        snapshot = next;
        if (!same) {
            arrange();
        }
    }

    private static String chipText(Optional<RuntimeSnapshot> shown) {
        return shown.map(one -> one.runtime() + "  " + RuntimeWords.words(one.link()))
                .orElse("");
    }

    private void arrange() {
        int width = canvas.getSize().x;
        int top = (height() - BUTTON) / 2;
        int boxTop = (height() - box()) / 2;
        List<Zones.Zone> next = new ArrayList<>();
        List<Tool> painted = new ArrayList<>();
        int right = width - 8;
        right = tool(painted, next, right, top, Icon.HELP, "Help and about (F1)", Commands.HELP);
        right = tool(painted, next, right, top, Icon.SETTINGS, "Preferences (Ctrl+,)", Commands.PREFERENCES);
        right = tool(painted, next, right, top, Icon.THEME, "Light or dark (Ctrl+Shift+D)", Commands.SWITCH_THEME);
        tools = List.copyOf(painted);
        int searchWidth = Math.min(SEARCH_WIDTH, Math.max(0, right - Rail.wide(theme) - 320));
        search = new Rectangle(right - searchWidth - 8, boxTop, searchWidth, box());
        if (commands.known(Commands.SEARCH)) {
            next.add(new Zones.Zone(search, "", () -> commands.run(Commands.SEARCH)));
        } else {
            search = new Rectangle(right, top, 0, 0);
        }
        chip = new Rectangle(Rail.wide(theme) + 8, boxTop, chipWidth(search.x - Rail.wide(theme) - 24), box());
        next.add(new Zones.Zone(chip, "", this::choose));
        int room = search.x - 12 - (chip.x + chip.width + 8);
        int asked = Math.min(room, theme.measure(TextStyle.STRONG).width(signInText()) + 32);
        signIn = new Rectangle(chip.x + chip.width + 8, chip.y, signInText().isEmpty() ? 0 : asked, chip.height);
        if (signIn.width > 0) {
            next.add(new Zones.Zone(signIn, "Ctrl+Shift+P", () -> commands.run(Commands.SIGN_IN)));
        }
        zones.set(next);
    }

    private int tool(List<Tool> painted, List<Zones.Zone> next, int right, int top, Icon icon, String tip, String id) {
        Rectangle bounds = new Rectangle(right - BUTTON, top, BUTTON, BUTTON);
        painted.add(new Tool(bounds, icon));
        next.add(new Zones.Zone(bounds, tip, () -> commands.run(id)));
        return right - BUTTON - 4;
    }

    /** What the button beside the runtime says; empty if nothing has to be given. */
    private String signInText() {
        Optional<LinkState.Wanted> wanted = snapshot.map(RuntimeSnapshot::link)
                .filter(LinkState.Refused.class::isInstance)
                .map(link -> ((LinkState.Refused) link).wanted());
        return wanted.map(what -> switch (what) {
                    case PASSWORD -> "Enter password";
                    case KEY -> "Enter API key";
                    case APPROVAL -> "Look at certificate";
                    case CHANGE -> "";
                })
                .orElse("");
    }

    private int chipWidth(int room) {
        String name = snapshot.map(RuntimeSnapshot::runtime).orElse("Connect to a runtime");
        String words = snapshot.map(one -> RuntimeWords.words(one.link())).orElse("");
        int text = theme.measure(TextStyle.STRONG).width(name)
                + theme.measure(TextStyle.BODY).width(words);
        return Math.max(0, Math.min(room, text + 70));
    }

    private void choose() {
        Point below = canvas.toDisplay(chip.x, chip.y + chip.height + 2);
        new RuntimeMenu(canvas, console, commands).open(below);
    }

    private void paint(GC gc) {
        Palette palette = theme.palette();
        Point size = canvas.getSize();
        gc.setAntialias(SWT.ON);
        gc.setInterpolation(SWT.HIGH);
        gc.setBackground(theme.color(palette.background()));
        gc.fillRectangle(0, 0, size.x, size.y);
        gc.setForeground(theme.color(palette.line()));
        gc.drawLine(0, height() - 1, size.x, height() - 1);
        Rectangle from = logo.getBounds();
        gc.drawImage(logo, 0, 0, from.width, from.height, 13, (height() - LOGO) / 2, LOGO, LOGO);
        text(gc, "Postyard", 46, TextStyle.SECTION, palette.text());
        paintChip(gc);
        paintSignIn(gc);
        paintSearch(gc);
        for (Tool tool : tools) {
            background(gc, tool.bounds(), false);
            new IconPainter(theme).paint(gc, tool.icon(), tool.bounds().x + 7, tool.bounds().y + 7, 18, palette.tool());
        }
    }

    private void paintChip(GC gc) {
        Palette palette = theme.palette();
        background(gc, chip, true);
        Severity severity =
                snapshot.map(one -> RuntimeWords.severity(one.link())).orElse(Severity.UNKNOWN);
        new SeverityMark(theme)
                .paint(gc, severity, chip.x + 12, chip.y + (chip.height - SeverityMark.SIZE) / 2, SeverityMark.SIZE);
        String name = snapshot.map(RuntimeSnapshot::runtime).orElse("Connect to a runtime");
        int x = chip.x + 30;
        gc.setClipping(new Rectangle(chip.x, chip.y, chip.width - 28, chip.height));
        text(gc, name, x, TextStyle.STRONG, palette.text());
        x += theme.measure(TextStyle.STRONG).width(name) + 8;
        text(gc, snapshot.map(one -> RuntimeWords.words(one.link())).orElse(""), x, TextStyle.BODY, palette.muted());
        gc.setClipping((Rectangle) null);
        int arrow = chip.x + chip.width - 20;
        int middle = chip.y + chip.height / 2;
        gc.setForeground(theme.color(palette.tool()));
        gc.setLineWidth(2);
        gc.drawPolyline(new int[] {arrow, middle - 2, arrow + 4, middle + 2, arrow + 8, middle - 2});
        gc.setLineWidth(1);
    }

    private void paintSignIn(GC gc) {
        if (signIn.width <= 0) {
            return;
        }
        Palette palette = theme.palette();
        gc.setBackground(theme.color(palette.accent()));
        gc.fillRoundRectangle(signIn.x, signIn.y, signIn.width, signIn.height, 8, 8);
        gc.setClipping(signIn);
        text(gc, signInText(), signIn.x + 16, TextStyle.STRONG, palette.surface());
        gc.setClipping((Rectangle) null);
    }

    private void paintSearch(GC gc) {
        if (search.width == 0) {
            return;
        }
        Palette palette = theme.palette();
        background(gc, search, true);
        new IconPainter(theme)
                .paint(gc, Icon.SEARCH, search.x + 10, search.y + (search.height - 16) / 2, 16, palette.muted());
        int keys = theme.measure(TextStyle.SMALL).width("Ctrl+K");
        String hint = theme.measure(TextStyle.BODY)
                .shorten("Search servers, queues, messages…", search.width - 34 - 24 - keys);
        text(gc, hint, search.x + 34, TextStyle.BODY, palette.muted());
        text(gc, "Ctrl+K", search.x + search.width - keys - 12, TextStyle.SMALL, palette.muted());
    }

    private void background(GC gc, Rectangle bounds, boolean outlined) {
        Palette palette = theme.palette();
        boolean hot = zones.hot(bounds);
        if (outlined || hot) {
            gc.setBackground(theme.color(hot ? palette.hover() : palette.surface()));
            gc.fillRoundRectangle(bounds.x, bounds.y, bounds.width, bounds.height, 8, 8);
        }
        if (outlined) {
            gc.setForeground(theme.color(hot ? palette.accent() : palette.line()));
            gc.drawRoundRectangle(bounds.x, bounds.y, bounds.width - 1, bounds.height - 1, 8, 8);
        }
    }

    private void text(GC gc, String text, int x, TextStyle style, RGB colour) {
        gc.setFont(theme.font(style));
        gc.setForeground(theme.color(colour));
        gc.drawString(text, x, (height() - gc.getFontMetrics().getHeight()) / 2, true);
    }
}
