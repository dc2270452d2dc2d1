package org.postyard.console.ui.help;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.keys.IBindingService;

/** Lists the keys of the console as they are bound now, as a part of a page of help. */
final class BoundKeys {

    private static final String OWN_SCHEME = "org.postyard.console.ui.keys";

    private final IBindingService bindings;

    BoundKeys(IBindingService bindings) {
        this.bindings = bindings;
    }

    String asList() {
        return Arrays.stream(bindings.getBindings())
                .filter(binding -> OWN_SCHEME.equals(binding.getSchemeId()))
                .filter(binding -> Objects.nonNull(binding.getParameterizedCommand()))
                .sorted(Comparator.comparing(BoundKeys::name, String.CASE_INSENSITIVE_ORDER))
                .map(binding -> "- `" + binding.getTriggerSequence().format() + "`  " + name(binding))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String name(Binding binding) {
        try {
            return binding.getParameterizedCommand().getName();
        } catch (NotDefinedException gone) {
            return binding.getParameterizedCommand().getId();
        }
    }
}
