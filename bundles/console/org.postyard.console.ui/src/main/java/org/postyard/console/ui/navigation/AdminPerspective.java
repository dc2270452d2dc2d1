package org.postyard.console.ui.navigation;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The perspective of administrators: what is installed and configured. */
public final class AdminPerspective implements IPerspectiveFactory {

    /** Id of this perspective in plugin.xml. */
    public static final String ID = "org.postyard.console.ui.perspective.admin";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        IFolderLayout main = layout.createFolder("main", IPageLayout.TOP, 1.0f, IPageLayout.ID_EDITOR_AREA);
        main.addView(Destination.PLUG_INS.viewId());
        main.addPlaceholder("org.postyard.console.ui.*");
    }
}
