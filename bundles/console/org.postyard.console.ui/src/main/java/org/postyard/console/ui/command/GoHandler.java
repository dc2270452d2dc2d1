package org.postyard.console.ui.command;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.frame.Destination;
import org.postyard.console.ui.frame.Navigator;

/** Goes to the view that plugin.xml names after the class: {@code GoHandler:org.postyard.console.ui.fleet}. */
public final class GoHandler extends AbstractHandler implements IExecutableExtension {

    private Optional<Destination> destination = Optional.empty();

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        destination = Destination.of(String.valueOf(data));
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        Navigator navigator = new Navigator(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        destination.ifPresent(navigator::go);
        return null;
    }
}
