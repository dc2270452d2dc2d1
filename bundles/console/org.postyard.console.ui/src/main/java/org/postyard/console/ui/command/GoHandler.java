package org.postyard.console.ui.command;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.navigation.CommandWindow;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;

/** Goes to the view that plugin.xml names after the class: {@code GoHandler:org.postyard.console.ui.fleet}. */
public final class GoHandler extends AbstractHandler implements IExecutableExtension {

    private Optional<Destination> destination = Optional.empty();

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        destination = Destination.of(String.valueOf(data));
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        Navigator navigator = new Navigator(CommandWindow.of(event));
        destination.ifPresent(navigator::go);
        return null;
    }
}
