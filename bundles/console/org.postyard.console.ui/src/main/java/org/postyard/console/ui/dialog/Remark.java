package org.postyard.console.ui.dialog;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/**
 * What a dialog says about how it goes, or what went wrong; takes no room while there is nothing to say. Belongs to the thread of the
 * user interface.
 */
public final class Remark {

    private final Theme theme;
    private final Label label;

    /**
     * @param page has a grid layout
     * @param width at which the words wrap, in points
     */
    public Remark(Composite page, int width) {
        theme = Theme.of(page);
        label = new Label(page, SWT.WRAP);
        label.setFont(theme.font(TextStyle.BODY));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(width, SWT.DEFAULT)
                .indent(0, 4)
                .applyTo(label);
        say("", false);
    }

    /** The label, for what is to be done only while the dialog is there. */
    public Label label() {
        return label;
    }

    /** What is said now. */
    public String text() {
        return label.getText();
    }

    /** Says this instead; the dialog gets the room that it needs. */
    public void say(String text, boolean wrong) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        ((GridData) label.getLayoutData()).exclude = text.isEmpty();
        label.setForeground(
                theme.color(wrong ? theme.palette().critical() : theme.palette().muted()));
        label.requestLayout();
        if (label.getShell().isVisible()) {
            label.getShell().pack();
        }
    }
}
