package org.postyard.console.ui.navigation;

import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MStackElement;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;

/** Puts views of one window beside one another and back again. Belongs to the thread of the user interface. */
public final class SideBySide {

    private static final String STACK_PREFIX = "org.postyard.console.ui.beside.";
    private static final float HALF = 0.5f;

    private final IWorkbenchWindow window;
    private final EModelService models;

    public SideBySide(IWorkbenchWindow window) {
        this.window = window;
        this.models = window.getService(EModelService.class);
    }

    /** Moves the view in front to a place of its own at the right, or from there back to the others. */
    public void toggle() {
        Optional<IWorkbenchPart> part =
                Optional.ofNullable(window.getActivePage()).map(IWorkbenchPage::getActivePart);
        part.flatMap(this::placeholder).ifPresent(view -> {
            move(view);
            part.ifPresent(moved -> window.getActivePage().activate(moved));
        });
    }

    /** Whether the view in front has a place of its own. */
    public boolean beside() {
        return Optional.ofNullable(window.getActivePage())
                .map(IWorkbenchPage::getActivePart)
                .flatMap(this::placeholder)
                .filter(view -> isOwn(view.getParent()))
                .isPresent();
    }

    private Optional<MPlaceholder> placeholder(IWorkbenchPart part) {
        return Optional.ofNullable(part.getSite().getService(MPart.class))
                .map(model -> models.findPlaceholderFor(window.getService(MWindow.class), model));
    }

    private void move(MPlaceholder view) {
        MElementContainer<?> from = view.getParent();
        if (isOwn(from)) {
            mainStack().ifPresent(main -> {
                main.getChildren().add(view);
                main.setSelectedElement(view);
                from.getParent().getChildren().remove(from);
            });
        } else if (from instanceof MPartStack stack && seen(stack) > 1) {
            MPartStack own = models.createModelElement(MPartStack.class);
            own.setElementId(STACK_PREFIX + view.getElementId());
            stack.getChildren().remove(view);
            stack.getChildren().stream().filter(SideBySide::shown).findFirst().ifPresent(stack::setSelectedElement);
            own.getChildren().add(view);
            own.setSelectedElement(view);
            models.insert(own, stack, EModelService.RIGHT_OF, HALF);
        }
    }

    private static boolean isOwn(MElementContainer<?> stack) {
        return stack instanceof MUIElement element
                && element.getElementId() != null
                && element.getElementId().startsWith(STACK_PREFIX);
    }

    private static long seen(MPartStack stack) {
        return stack.getChildren().stream().filter(SideBySide::shown).count();
    }

    private static boolean shown(MStackElement element) {
        return element.isToBeRendered() && element.isVisible();
    }

    /** Where the views of the perspective are that have no place of their own. */
    private Optional<MPartStack> mainStack() {
        MPerspective perspective = models.getActivePerspective(window.getService(MWindow.class));
        List<MPartStack> stacks = models.findElements(perspective, null, MPartStack.class);
        return stacks.stream().filter(stack -> !isOwn(stack)).findFirst();
    }
}
