package org.postyard.control.plugin;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Why a component of a bundle does not run, as Declarative Services tells it. */
final class ComponentFaults {
    private static final int FAILED_ACTIVATION = 16;

    private ComponentFaults() {}

    /** One sentence on the first component that does not run; empty if all do. */
    static Optional<String> of(Bundle bundle, ServiceComponentRuntime components) {
        for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs(bundle))
            for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(description)) {
                Optional<String> fault = faultOf(description, configuration);
                if (fault.isPresent()) return fault;
            }
        return Optional.empty();
    }

    private static Optional<String> faultOf(ComponentDescriptionDTO description, ComponentConfigurationDTO now) {
        String name = description.name;
        if (now.state == FAILED_ACTIVATION)
            return Optional.of("its component " + name + " fails to start: " + firstLine(now.failure));
        if (now.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION)
            return Optional.of("its component " + name + " waits for its configuration");
        if (now.state != ComponentConfigurationDTO.UNSATISFIED_REFERENCE) return Optional.empty();
        String missing = Arrays.stream(now.unsatisfiedReferences)
                .map(reference -> reference.name)
                .sorted()
                .collect(Collectors.joining(", "));
        return Optional.of("its component " + name + " waits for " + missing);
    }

    private static String firstLine(@Nullable String failure) {
        if (failure == null) return "no reason is given";
        return failure.lines().findFirst().orElse("no reason is given");
    }
}
