package org.postyard.engine.operation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Parts of Postyard that are there and cannot start, for a setting that they refuse or an address that is taken. Thread-safe. */
public final class BrokenComponents {
    private static final String OURS = "org.postyard.";
    private static final String CAUSE = "Caused by: ";

    private final ServiceComponentRuntime runtime;

    public BrokenComponents(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** One sentence on each. */
    public List<String> sentences() {
        return runtime.getComponentDescriptionDTOs().stream()
                .filter(component -> component.name.startsWith(OURS))
                .flatMap(this::faultsOf)
                .sorted()
                .toList();
    }

    private Stream<String> faultsOf(ComponentDescriptionDTO component) {
        return runtime.getComponentConfigurationDTOs(component).stream()
                .filter(now -> now.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(now -> component.name + " cannot start: " + reasonOf(now.failure));
    }

    /** What the innermost cause of a stack trace says. */
    private static String reasonOf(@Nullable String trace) {
        if (trace == null) return "the log has the reason";
        String innermost = trace.lines().findFirst().orElse("the log has the reason");
        for (String line : trace.lines().toList())
            if (line.strip().startsWith(CAUSE)) innermost = line.strip().substring(CAUSE.length());
        return innermost;
    }
}
