package org.postyard.console.widgets.theme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * The look of one display: palette and fonts, and the resources made from them. All methods belong to the display's
 * thread. Everything handed out lives until the display is disposed, or until the text size changes for fonts; nobody
 * else disposes it.
 */
public final class Theme {
    /** Ordinary text, in points, until somebody chooses otherwise. */
    public static final int DEFAULT_TEXT_POINTS = 10;

    private static final long TURN_NANOS = 20_000_000;
    private static final String KEY = Theme.class.getName();

    private final Display display;
    private final Typeface typeface;
    private final Map<RGB, Color> colors = new HashMap<>();
    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);
    private final Map<TextStyle, TextMeasure> measures = new EnumMap<>(TextStyle.class);
    private final Map<Object, Resource> resources = new HashMap<>();
    private final List<Follower> followers = new ArrayList<>();
    private Palette palette = Palette.light();
    private String family;
    private int textPoints = DEFAULT_TEXT_POINTS;

    private Theme(Display display) {
        this.display = display;
        this.typeface = new Typeface(display);
        this.family = typeface.text(Optional.empty());
        display.disposeExec(this::dispose);
    }

    /** The one theme of the display; made, with the light palette, when it is first asked for. */
    public static Theme of(Display display) {
        if (display.getData(KEY) instanceof Theme theme) return theme;
        Theme theme = new Theme(display);
        display.setData(KEY, theme);
        return theme;
    }

    /** The theme of the display that the control is on. */
    public static Theme of(Control control) {
        return of(control.getDisplay());
    }

    public Palette palette() {
        return palette;
    }

    /** Changes the colours and tells everybody. */
    public void use(Palette next) {
        palette = next;
        tellFollowers(() -> {});
    }

    /** Size of ordinary text, in points. */
    public int textPoints() {
        return textPoints;
    }

    /** Name of the family that text and figures are set in. */
    public String family() {
        return family;
    }

    /** Changes family and size of the text and tells everybody; an absent or unknown family means the best installed. */
    public void useText(Optional<String> wishedFamily, int points) {
        String nextFamily = typeface.text(wishedFamily);
        if (nextFamily.equals(family) && points == textPoints) return;
        List<Font> old = List.copyOf(fonts.values());
        fonts.clear();
        measures.clear();
        family = nextFamily;
        textPoints = points;
        // Widgets that did not take the new font yet still hold the old one until they are painted again.
        tellFollowers(() -> old.forEach(Font::dispose));
    }

    public Color color(RGB value) {
        return colors.computeIfAbsent(value, Color::new);
    }

    public Font font(TextStyle style) {
        return fonts.computeIfAbsent(style, this::create);
    }

    /** Gives the control the font of the style, unless it has it: GTK looks at a widget anew even if it gets the same once more. */
    public void useFont(Control control, TextStyle style) {
        Font font = font(style);
        if (control.getFont() != font) control.setFont(font);
    }

    /** Widths of text in the style; asked anew for each painting, because the fonts may change. */
    public TextMeasure measure(TextStyle style) {
        return measures.computeIfAbsent(style, absent -> new TextMeasure(display, font(style)));
    }

    /** Keeps a resource of this display under the key; the maker is asked once. */
    public <R extends Resource> R resource(Object key, Class<R> type, Supplier<R> maker) {
        Resource kept = resources.get(key);
        if (kept == null) {
            // The maker may ask for other resources meanwhile: an icon as an image needs its path.
            kept = maker.get();
            resources.put(key, kept);
        }
        return type.cast(kept);
    }

    /**
     * Runs the action now and after each change of the theme, until the control is disposed: at once if the control is seen then, else
     * soon after.
     */
    public void follow(Control control, Runnable action) {
        Follower follower = new Follower(control, action);
        followers.add(follower);
        control.addListener(SWT.Dispose, event -> followers.remove(follower));
        action.run();
    }

    private void tellFollowers(Runnable whenAllKnow) {
        Deque<Follower> hidden = new ArrayDeque<>();
        for (Follower follower : List.copyOf(followers)) {
            if (follower.seen()) follower.tell();
            else hidden.add(follower);
        }
        display.asyncExec(() -> tellHidden(hidden, whenAllKnow));
    }

    /** What nobody sees has time: it is told in short turns, so that the window answers in between. */
    private void tellHidden(Deque<Follower> hidden, Runnable whenAllKnow) {
        long end = System.nanoTime() + TURN_NANOS;
        while (!hidden.isEmpty() && System.nanoTime() - end < 0) hidden.remove().tell();
        if (hidden.isEmpty()) whenAllKnow.run();
        else display.asyncExec(() -> tellHidden(hidden, whenAllKnow));
    }

    private record Follower(Control control, Runnable action) {
        boolean seen() {
            return !control.isDisposed() && control.isVisible();
        }

        void tell() {
            if (!control.isDisposed()) action.run();
        }
    }

    private Font create(TextStyle style) {
        String name = style == TextStyle.MONOSPACE ? typeface.monospace() : family;
        return new Font(display, name, style.points(textPoints), style.weight());
    }

    private void dispose() {
        fonts.values().forEach(Font::dispose);
        resources.values().forEach(Resource::dispose);
        followers.clear();
    }
}
