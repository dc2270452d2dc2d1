package org.postyard.console.widgets.mark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Transform;
import org.postyard.console.widgets.theme.Theme;

/** Draws icons as lines of one and a half points, whatever their size, so that they are crisp at every zoom. */
public final class IconPainter {
    private static final float GRID = 24;
    private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\"");

    private final Theme theme;

    public IconPainter(Theme theme) {
        this.theme = theme;
    }

    /**
     * Draws into the square at (x, y) with the given side in points: from an image that the theme keeps, because lines with smooth edges
     * take several times as long, and a window has dozens of icons.
     */
    public void paint(GC gc, Icon icon, int x, int y, int side, RGB colour) {
        gc.drawImage(IconImage.of(theme, icon, side, colour), x, y);
    }

    void paint(GC gc, Icon icon, int x, int y, int side, float strokePoints, RGB colour) {
        float scale = side / GRID;
        Device device = gc.getDevice();
        Transform before = new Transform(device);
        gc.getTransform(before);
        Transform transform = new Transform(device);
        gc.getTransform(transform);
        transform.translate(x, y);
        transform.scale(scale, scale);
        Path path = theme.resource(icon, Path.class, () -> read(device, icon));
        Color foreground = gc.getForeground();
        LineAttributes attributes = gc.getLineAttributes();
        try {
            gc.setAntialias(SWT.ON);
            gc.setTransform(transform);
            gc.setForeground(theme.color(colour));
            gc.setLineAttributes(new LineAttributes(strokePoints / scale, SWT.CAP_ROUND, SWT.JOIN_ROUND));
            gc.drawPath(path);
        } finally {
            gc.setTransform(before);
            gc.setLineAttributes(attributes);
            gc.setForeground(foreground);
            transform.dispose();
            before.dispose();
        }
    }

    private static Path read(Device device, Icon icon) {
        Path path = new Path(device);
        PathSink sink = new PathSink() {
            @Override
            public void moveTo(float x, float y) {
                path.moveTo(x, y);
            }

            @Override
            public void lineTo(float x, float y) {
                path.lineTo(x, y);
            }

            @Override
            public void cubicTo(float x1, float y1, float x2, float y2, float x, float y) {
                path.cubicTo(x1, y1, x2, y2, x, y);
            }

            @Override
            public void close() {
                path.close();
            }
        };
        Matcher paths = PATH.matcher(drawing(icon));
        while (paths.find()) PathReader.read(Optional.ofNullable(paths.group(1)).orElse(""), sink);
        return path;
    }

    private static String drawing(Icon icon) {
        try (InputStream input = IconPainter.class.getResourceAsStream(icon.resource())) {
            if (input == null) throw new IllegalStateException("no drawing " + icon.resource());
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
