package org.postyard.console.widgets.theme;

import java.util.List;
import org.eclipse.swt.graphics.RGB;

/**
 * The colours of one theme, named by their purpose.
 *
 * @param series colours of curves in their order, apart for colour-blind readers too
 */
public record Palette(
        String name,
        boolean isDark,
        RGB background,
        RGB surface,
        RGB text,
        RGB muted,
        RGB line,
        RGB accent,
        RGB ok,
        RGB notice,
        RGB warning,
        RGB critical,
        RGB unknown,
        List<RGB> series) {

    public Palette {
        series = List.copyOf(series);
        if (series.isEmpty()) throw new IllegalArgumentException("a palette needs at least one series colour");
    }

    /** The theme for bright rooms. */
    public static Palette light() {
        return new Palette(
                "light",
                false,
                hex(0xF6F7F9),
                hex(0xFFFFFF),
                hex(0x1B2430),
                hex(0x5B6675),
                hex(0xDDE2E9),
                hex(0x1F5FA8),
                hex(0x2E7D4F),
                hex(0x1F5FA8),
                hex(0xA65F00),
                hex(0xB8322A),
                hex(0x707C8C),
                hexes(0x1F5FA8, 0xC75B12, 0x1B8A6B, 0x8E4585, 0x8A6D00, 0x0E8FB5, 0xB0305C, 0x5B6675));
    }

    /** The theme for control rooms and the night. */
    public static Palette dark() {
        return new Palette(
                "dark",
                true,
                hex(0x14181E),
                hex(0x1B2129),
                hex(0xE4E9F0),
                hex(0x93A0B1),
                hex(0x2E3742),
                hex(0x6CA8E8),
                hex(0x57B77F),
                hex(0x6CA8E8),
                hex(0xE0A23C),
                hex(0xF0716A),
                hex(0x8592A3),
                hexes(0x6CA8E8, 0xF09A56, 0x4FC3A1, 0xC98BC2, 0xD6BE4A, 0x5CC8E6, 0xF07FA3, 0x93A0B1));
    }

    /** Behind column titles and other parts that stand a little back from the surface. */
    public RGB raised() {
        return blend(surface, muted, isDark ? 0.10 : 0.06);
    }

    /** Under the pointer. */
    public RGB hover() {
        return blend(surface, accent, isDark ? 0.10 : 0.06);
    }

    /** Behind selected rows of the control that has the keyboard. */
    public RGB selection() {
        return blend(surface, accent, isDark ? 0.28 : 0.16);
    }

    /** Behind selected rows while the keyboard is elsewhere. */
    public RGB restingSelection() {
        return blend(surface, muted, isDark ? 0.22 : 0.16);
    }

    /** Lines between rows: there, but hardly. */
    public RGB hairline() {
        return blend(surface, line, isDark ? 0.60 : 0.65);
    }

    /** The empty part of a bar. */
    public RGB track() {
        return blend(surface, muted, isDark ? 0.22 : 0.16);
    }

    /** Icons of tools. */
    public RGB tool() {
        return blend(muted, text, 0.35);
    }

    /** Text on a filled accent. */
    public RGB onAccent() {
        return isDark ? background : surface;
    }

    /** A tint of the colour that text stays readable on. */
    public RGB tint(RGB colour) {
        return blend(surface, colour, isDark ? 0.16 : 0.10);
    }

    /** The colour of the n-th curve, from 0; begins again when there are more curves than colours. */
    public RGB series(int index) {
        return series.get(Math.floorMod(index, series.size()));
    }

    /** A mixture: share 0 is all {@code from}, share 1 all {@code to}. */
    public static RGB blend(RGB from, RGB to, double share) {
        return new RGB(
                mixed(from.red, to.red, share), mixed(from.green, to.green, share), mixed(from.blue, to.blue, share));
    }

    /** Contrast of two colours by WCAG 2, from 1 to 21. */
    public static double contrast(RGB one, RGB other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(RGB colour) {
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private static List<RGB> hexes(int... values) {
        return java.util.Arrays.stream(values).mapToObj(Palette::hex).toList();
    }

    private static RGB hex(int value) {
        return new RGB(value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF);
    }
}
