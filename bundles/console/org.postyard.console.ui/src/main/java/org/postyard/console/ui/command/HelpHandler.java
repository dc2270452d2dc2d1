package org.postyard.console.ui.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.keys.IBindingService;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.dialog.HelpDialog;

/** Opens help, with the keys that are bound now. */
public final class HelpHandler extends AbstractHandler {

    private static final String OWN_SCHEME = "org.postyard.console.ui.keys";
    private static final List<HelpDialog.Keys> OF_TABLES = List.of(
            new HelpDialog.Keys("Ctrl+C", "Copy the selected rows, or all"),
            new HelpDialog.Keys("Ctrl+A", "Select all rows"),
            new HelpDialog.Keys("Left, Right", "Close and open a row of a tree"),
            new HelpDialog.Keys("F2", "Change the value under the cursor"),
            new HelpDialog.Keys("Ctrl+Shift+Up, Down", "Sort by the column of the cursor"));

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Stream<HelpDialog.Keys> bound = Arrays.stream(
                        window.getService(IBindingService.class).getBindings())
                .filter(binding -> OWN_SCHEME.equals(binding.getSchemeId()))
                .filter(binding -> Objects.nonNull(binding.getParameterizedCommand()))
                .sorted(Comparator.comparing(
                        binding -> binding.getTriggerSequence().format()))
                .map(HelpHandler::keys);
        new HelpDialog(
                        window.getShell(),
                        Stream.concat(bound, OF_TABLES.stream()).toList())
                .open();
        return null;
    }

    private static HelpDialog.Keys keys(Binding binding) {
        ParameterizedCommand command = binding.getParameterizedCommand();
        try {
            return new HelpDialog.Keys(binding.getTriggerSequence().format(), command.getName());
        } catch (NotDefinedException gone) {
            return new HelpDialog.Keys(binding.getTriggerSequence().format(), command.getId());
        }
    }
}
