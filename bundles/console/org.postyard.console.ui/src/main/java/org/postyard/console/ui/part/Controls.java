package org.postyard.console.ui.part;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Plain controls in the colours and fonts of the theme. */
public final class Controls {

    private Controls() {}

    /** Ordinary text, or text of less importance. */
    public static Label label(Composite parent, String text, TextStyle style, boolean muted) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text);
        Theme theme = Theme.of(parent);
        theme.follow(label, () -> {
            theme.useFont(label, style);
            label.setForeground(theme.color(
                    muted ? theme.palette().muted() : theme.palette().text()));
            label.setBackground(theme.color(theme.palette().surface()));
        });
        return label;
    }

    /** Gives a control the colours of a field. */
    public static <C extends Control> C field(C control, TextStyle style) {
        Theme theme = Theme.of(control);
        theme.follow(control, () -> {
            theme.useFont(control, style);
            control.setForeground(theme.color(theme.palette().text()));
            control.setBackground(theme.color(theme.palette().surface()));
        });
        return control;
    }

    /** A line between two parts. */
    public static Label line(Composite parent) {
        Label line = new Label(parent, SWT.NONE);
        Theme theme = Theme.of(parent);
        theme.follow(line, () -> line.setBackground(theme.color(theme.palette().hairline())));
        return line;
    }
}
