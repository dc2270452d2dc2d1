package org.postyard.console.widgets.mark;

import org.eclipse.swt.graphics.RGB;
import org.postyard.console.widgets.theme.Palette;

/** How bad something is, from the best to the worst known; said by colour, shape and word at the same time. */
public enum Severity {
    OK("OK"),
    NOTICE("Notice"),
    UNKNOWN("Unknown"),
    WARNING("Warning"),
    CRITICAL("Critical");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word that stands beside the shape when there is no better one. */
    public String word() {
        return word;
    }

    public RGB colour(Palette palette) {
        return switch (this) {
            case OK -> palette.ok();
            case NOTICE -> palette.notice();
            case WARNING -> palette.warning();
            case CRITICAL -> palette.critical();
            case UNKNOWN -> palette.unknown();
        };
    }

    public boolean worseThan(Severity other) {
        return compareTo(other) > 0;
    }

    public Severity worst(Severity other) {
        return worseThan(other) ? this : other;
    }
}
