package org.postyard.console.widgets.mark;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.postyard.console.widgets.theme.Theme;

/** An icon as an image, for tool bars, menus and titles that cannot draw themselves. Equal when it looks the same. */
public final class IconImage extends ImageDescriptor {
    private final Icon icon;
    private final int side;
    private final RGB colour;

    /** An icon with the given side in points. */
    public IconImage(Icon icon, int side, RGB colour) {
        this.icon = icon;
        this.side = side;
        this.colour = colour;
    }

    /** The image in the text colour of the present theme, 16 points; the theme keeps and disposes it. */
    public static Image of(Theme theme, Icon icon) {
        return of(theme, icon, 16, theme.palette().tool());
    }

    /** The image; the theme keeps and disposes it. */
    public static Image of(Theme theme, Icon icon, int side, RGB colour) {
        IconImage wanted = new IconImage(icon, side, colour);
        return theme.resource(wanted, Image.class, () -> wanted.createImage(true, Display.getCurrent()));
    }

    @Override
    public ImageData getImageData(int zoom) {
        int pixels = Math.round(side * zoom / 100f);
        Display display = Optional.ofNullable(Display.getCurrent()).orElseGet(Display::getDefault);
        Image canvas = new Image(display, pixels, pixels);
        GC gc = new GC(canvas);
        try {
            gc.setBackground(display.getSystemColor(SWT.COLOR_WHITE));
            gc.fillRectangle(0, 0, pixels, pixels);
            float stroke = 1.5f * Math.max(zoom / 100f, pixels / 24f);
            new IconPainter(Theme.of(display)).paint(gc, icon, 0, 0, pixels, stroke, new RGB(0, 0, 0));
            return coloured(canvas.getImageData(), colour);
        } finally {
            gc.dispose();
            canvas.dispose();
        }
    }

    /** Takes how dark a pixel is for how much of the colour there is. */
    private static ImageData coloured(ImageData drawn, RGB colour) {
        PaletteData palette = new PaletteData(0xFF0000, 0xFF00, 0xFF);
        ImageData data = new ImageData(drawn.width, drawn.height, 24, palette);
        for (int y = 0; y < drawn.height; y++) {
            for (int x = 0; x < drawn.width; x++) {
                data.setPixel(x, y, palette.getPixel(colour));
                data.setAlpha(x, y, 255 - drawn.palette.getRGB(drawn.getPixel(x, y)).green);
            }
        }
        return data;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IconImage that && icon == that.icon && side == that.side && colour.equals(that.colour);
    }

    @Override
    public int hashCode() {
        return Objects.hash(icon, side, colour);
    }
}
