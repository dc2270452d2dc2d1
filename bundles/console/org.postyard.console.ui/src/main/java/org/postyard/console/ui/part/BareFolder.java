package org.postyard.console.ui.part;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolderRenderer;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Listener;
import org.postyard.console.widgets.theme.Theme;

/**
 * Takes tabs and borders from the folder that a view lies in: the navigation says which view is seen, and each view says its own name, so
 * that tabs would say it a third time.
 */
final class BareFolder extends CTabFolderRenderer {

    private BareFolder(CTabFolder folder) {
        super(folder);
    }

    /** Strips the folder that the composite lies in, if there is one. */
    static void around(Composite inside) {
        for (Composite above = inside; above != null; above = above.getParent()) {
            if (above instanceof CTabFolder folder) {
                if (!(folder.getRenderer() instanceof BareFolder)) {
                    strip(folder);
                }
                return;
            }
        }
    }

    private static void strip(CTabFolder folder) {
        folder.setRenderer(new BareFolder(folder));
        folder.setTabHeight(0);
        folder.setBorderVisible(false);
        folder.setMinimizeVisible(false);
        folder.setMaximizeVisible(false);
        List.of(SWT.KeyDown, SWT.KeyUp, SWT.MenuDetect).forEach(kind -> silence(folder, kind));
        CTabItem shown = folder.getSelection();
        if (shown != null && shown.getControl() != null) {
            // A folder that is stripped when it is on the screen does not give the room of its tabs away by itself.
            shown.getControl().setBounds(folder.getClientArea());
        }
    }

    /** A folder that listens to keys takes the keyboard on its turn, and a menu of tabs is a riddle where there are none. */
    private static void silence(CTabFolder folder, int kind) {
        for (Listener listener : folder.getListeners(kind)) {
            folder.removeListener(kind, listener);
        }
    }

    @Override
    protected Rectangle computeTrim(int part, int state, int x, int y, int width, int height) {
        return new Rectangle(x, y, width, height);
    }

    @Override
    protected Point computeSize(int part, int state, GC gc, int widthHint, int heightHint) {
        boolean button = part == PART_MIN_BUTTON || part == PART_MAX_BUTTON || part == PART_CHEVRON_BUTTON;
        return button || part == PART_CLOSE_BUTTON
                ? super.computeSize(part, state, gc, widthHint, heightHint)
                : new Point(0, 0);
    }

    @Override
    protected void draw(int part, int state, Rectangle bounds, GC gc) {
        Theme theme = Theme.of(parent);
        gc.setBackground(theme.color(theme.palette().background()));
        gc.fillRectangle(parent.getClientArea());
    }
}
