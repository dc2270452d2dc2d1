package org.postyard.console.widgets.theme;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;

/**
 * Widths of text in one font, from a table of measured characters: asking the device for each of the hundreds of texts
 * of a grid costs more than painting them. Good to a point or two; text that must fit exactly is drawn clipped.
 */
public final class TextMeasure {
    private static final int TABLE = 128;
    private static final int REPEATED = 16;
    private static final String ELLIPSIS = "…";

    private final float[] widths = new float[TABLE];
    private final float wide;
    private final float ellipsis;
    private final int height;

    /** Measures the font once; keeps no resource of the device. */
    public TextMeasure(Device device, Font font) {
        GC gc = new GC(device);
        try {
            gc.setFont(font);
            for (char character = ' '; character < TABLE; character++) widths[character] = measured(gc, character);
            wide = measured(gc, 'W') * 1.1f;
            ellipsis = measured(gc, '…');
            height = gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }

    private static float measured(GC gc, char character) {
        return gc.stringExtent(String.valueOf(character).repeat(REPEATED)).x / (float) REPEATED;
    }

    /** Height of a line of text, in points. */
    public int height() {
        return height;
    }

    /** Width of the text in points, rounded up. */
    public int width(String text) {
        float sum = 0;
        for (int index = 0; index < text.length(); index++) sum += width(text.charAt(index));
        return (int) Math.ceil(sum);
    }

    /** The text, or its beginning with an ellipsis, so that it fits into so many points; empty when nothing fits. */
    public String shorten(String text, int points) {
        if (text.length() * wide <= points || width(text) <= points) return text;
        float sum = ellipsis;
        int end = 0;
        while (end < text.length() && sum + width(text.charAt(end)) <= points) sum += width(text.charAt(end++));
        return ellipsis > points ? "" : text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private float width(char character) {
        if (character < TABLE) return widths[character];
        return character < 0x2E80 ? widths['e'] * 1.1f : wide;
    }
}
