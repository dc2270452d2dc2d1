package org.postyard.console.ui.frame;

import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.SideValue;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MToolControl;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbenchWindow;

/** Puts navigation, header and status around the views of a window, and takes away what the workbench has there. */
public final class Frame {

    private static final String BUNDLE = "bundleclass://org.postyard.console.ui/";
    /** Tag by which the workbench lets a control take all the room of its trim. */
    private static final String STRETCH = "stretch";

    private final EModelService models;
    private final MTrimmedWindow window;

    private Frame(EModelService models, MTrimmedWindow window) {
        this.models = models;
        this.window = window;
    }

    /** Must be called when the window is there, before it is seen. */
    public static void around(IWorkbenchWindow window) {
        EModelService models = window.getService(EModelService.class);
        if (window.getService(MWindow.class) instanceof MTrimmedWindow trimmed) {
            Frame frame = new Frame(models, trimmed);
            frame.only(SideValue.TOP, Header.class);
            frame.only(SideValue.LEFT, Rail.class);
            frame.only(SideValue.BOTTOM, StatusStrip.class);
        }
    }

    private void only(SideValue side, Class<?> control) {
        MTrimBar bar = models.getTrim(window, side);
        String id = control.getName();
        for (MUIElement child : bar.getChildren()) {
            if (!id.equals(child.getElementId())) {
                child.setToBeRendered(false);
            }
        }
        bar.setToBeRendered(true);
        bar.setVisible(true);
        if (bar.getChildren().stream().noneMatch(child -> id.equals(child.getElementId()))) {
            bar.getChildren().add(made(control));
        }
    }

    private MToolControl made(Class<?> control) {
        MToolControl made = models.createModelElement(MToolControl.class);
        made.setElementId(control.getName());
        made.setContributionURI(BUNDLE + control.getName());
        made.getTags().add(STRETCH);
        made.getPersistedState().put(IWorkbench.PERSIST_STATE, Boolean.FALSE.toString());
        return made;
    }
}
