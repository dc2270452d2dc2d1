package org.postyard.console.ui.navigation;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The perspective of operators: what is going on. */
public final class NocPerspective implements IPerspectiveFactory {

    /** Id of this perspective in plugin.xml. */
    public static final String ID = "org.postyard.console.ui.perspective.noc";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        IFolderLayout main = layout.createFolder("main", IPageLayout.TOP, 1.0f, IPageLayout.ID_EDITOR_AREA);
        main.addView(Destination.OVERVIEW.viewId());
        main.addView(Destination.FLEET.viewId());
        main.addPlaceholder("org.postyard.console.ui.*");
    }
}
