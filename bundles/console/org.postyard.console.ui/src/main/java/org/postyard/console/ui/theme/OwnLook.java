package org.postyard.console.ui.theme;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/**
 * Keeps the style sheet of the workbench away from what takes its look from our theme. It would look at every single widget when it is
 * made and at each change of the theme, which takes longer than making it, and has no rule for any of them.
 */
public final class OwnLook {

    /** By this key of a widget the workbench knows that its style sheet is not meant for it. */
    private static final String NO_STYLE_SHEET = "org.eclipse.e4.ui.css.disabled";

    private OwnLook() {}

    /** From now on nothing in the composite is styled by the workbench. */
    public static void of(Composite composite) {
        composite.setData(NO_STYLE_SHEET, Boolean.TRUE);
    }

    /** Whether the composite is one that takes its look from our theme, with everything in it. */
    static boolean isOf(Control control) {
        return Boolean.TRUE.equals(control.getData(NO_STYLE_SHEET));
    }

    /** The workbench minds the key of a widget itself; this minds that of what the widget lies in. */
    static void begin(Display display) {
        display.addFilter(SWT.Skin, OwnLook::keep);
    }

    private static void keep(Event event) {
        if (event.widget instanceof Control control && owned(control)) {
            event.type = SWT.None;
        }
    }

    private static boolean owned(Control control) {
        for (Control above = control; above != null; above = above.getParent()) {
            if (isOf(above)) {
                return true;
            }
        }
        return false;
    }
}
