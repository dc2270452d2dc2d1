package org.postyard.console.ui.navigation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.WorkbenchException;
import org.postyard.console.model.view.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads to views of one window. Belongs to the thread of the user interface. */
public final class Navigator {

    private static final Logger LOG = LoggerFactory.getLogger(Navigator.class);

    private final IWorkbenchWindow window;

    public Navigator(IWorkbenchWindow window) {
        this.window = window;
    }

    /** The destinations that this console has a view for. */
    public List<Destination> destinations() {
        return Stream.of(Destination.values())
                .filter(one -> window.getWorkbench().getViewRegistry().find(one.viewId()) != null)
                .toList();
    }

    /** Opens the view in its perspective and gives it the keyboard. */
    public void go(Destination destination) {
        opened(destination);
    }

    /** Opens the view that shows the target, and leads it there. */
    public void go(Target target) {
        if (opened(Destination.of(target)).orElse(null) instanceof Revealing view) {
            view.whenMade(() -> view.reveal(target));
        }
    }

    private Optional<IViewPart> opened(Destination destination) {
        if (!destinations().contains(destination)) {
            return Optional.empty();
        }
        try {
            IWorkbenchPage page = inPerspective(destination);
            IWorkbenchPart before = page.getActivePart();
            IViewPart view = page.showView(destination.viewId());
            if (view == before) {
                // The workbench leaves the keyboard where it was, which may be nowhere that one can see.
                view.setFocus();
            }
            return Optional.of(view);
        } catch (WorkbenchException problem) {
            LOG.error("view={} cannot be opened", destination.viewId(), problem);
            return Optional.empty();
        }
    }

    private IWorkbenchPage inPerspective(Destination destination) throws WorkbenchException {
        Optional<String> perspective = destination.area().perspective();
        IWorkbenchPage page = window.getActivePage();
        if (page == null) {
            throw new PartInitException("the window has no page");
        }
        if (perspective.isPresent()
                && !perspective.get().equals(page.getPerspective().getId())) {
            return window.getWorkbench().showPerspective(perspective.get(), window);
        }
        return page;
    }

    /** The destination whose view is in front. */
    public Optional<Destination> present() {
        return Optional.ofNullable(window.getActivePage())
                .map(IWorkbenchPage::getActivePart)
                .map(IWorkbenchPart::getSite)
                .flatMap(site -> Destination.of(site.getId()));
    }
}
