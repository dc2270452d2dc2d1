package org.postyard.control.plugin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.postyard.api.administration.PluginDesk.Plugin;
import org.postyard.api.operation.SlotStatus;

/** The plug-in bundles of the framework as they are now. Thread-safe; has no state. */
final class InstalledPlugins {
    static final String UPLOAD = "postyard-upload:";

    private final BundleContext context;
    private final KeptFiles files;
    private final Supplier<List<SlotStatus>> slots;
    private final Supplier<Optional<ServiceComponentRuntime>> components;
    private final Function<String, List<String>> featuresOf;

    /**
     * @param slots of the engine; none while it is away
     * @param featuresOf names of the features that a bundle's location belongs to
     */
    InstalledPlugins(
            BundleContext context,
            KeptFiles files,
            Supplier<List<SlotStatus>> slots,
            Supplier<Optional<ServiceComponentRuntime>> components,
            Function<String, List<String>> featuresOf) {
        this.context = context;
        this.files = files;
        this.slots = slots;
        this.components = components;
        this.featuresOf = featuresOf;
    }

    List<Plugin> list() {
        return Arrays.stream(context.getBundles())
                .filter(PluginContracts::isPlugin)
                .map(this::describe)
                .toList();
    }

    Optional<Bundle> bundle(long id) {
        return Optional.ofNullable(context.getBundle(id)).filter(PluginContracts::isPlugin);
    }

    /** The plug-in with a symbolic name, the newest if there are several. */
    Optional<Bundle> named(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .filter(PluginContracts::isPlugin)
                .max(Comparator.comparing(Bundle::getVersion));
    }

    /** Symbolic names of other bundles that are wired to a bundle, and so would restart with it. */
    List<String> dependants(Bundle bundle) {
        FrameworkWiring wiring =
                Objects.requireNonNull(context.getBundle(0).adapt(FrameworkWiring.class), "bundle 0 is the framework");
        return wiring.getDependencyClosure(Set.of(bundle)).stream()
                .filter(other -> !other.equals(bundle))
                .map(other -> String.valueOf(other.getSymbolicName()))
                .sorted()
                .toList();
    }

    List<SlotStatus> slotsOf(Bundle bundle) {
        return slots.get().stream()
                .filter(slot -> slot.bundle().equals(bundle.getSymbolicName()))
                .toList();
    }

    static boolean uploaded(Bundle bundle) {
        return bundle.getLocation().startsWith(UPLOAD);
    }

    Plugin describe(Bundle bundle) {
        @Nullable String name = bundle.getHeaders().get("Bundle-Name");
        Optional<String> trouble = trouble(bundle);
        return new Plugin(
                bundle.getBundleId(),
                name == null ? bundle.getSymbolicName() : name,
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                stateOf(bundle),
                uploaded(bundle),
                trouble.isEmpty(),
                trouble.orElseGet(() -> wellBeing(bundle)),
                files.previousVersion(bundle.getBundleId()),
                featuresOf.apply(bundle.getLocation()));
    }

    /** What is wrong with a bundle; empty if nothing is. */
    Optional<String> trouble(Bundle bundle) {
        if (bundle.getState() != Bundle.ACTIVE) return Optional.of(whyNotActive(bundle));
        for (SlotStatus slot : slotsOf(bundle))
            if (slot.state() != SlotStatus.State.OPEN)
                return Optional.of(slot.kind() + " " + slot.id() + " is "
                        + slot.state().name().toLowerCase(Locale.ROOT) + ": " + slot.reason());
        return components.get().flatMap(runtime -> ComponentFaults.of(bundle, runtime));
    }

    private String wellBeing(Bundle bundle) {
        List<SlotStatus> open = slotsOf(bundle);
        if (open.isEmpty()) return "runs; the engine holds no slot for it";
        int leases = open.stream().mapToInt(SlotStatus::leases).sum();
        return open.size() + (open.size() == 1 ? " slot is" : " slots are") + " open, " + leases
                + (leases == 1 ? " call is" : " calls are") + " under way";
    }

    private static String whyNotActive(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> "it is installed, but something that it needs is missing";
            case Bundle.RESOLVED -> "it is stopped";
            default -> "it is " + stateOf(bundle);
        };
    }

    private static String stateOf(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> "installed";
            case Bundle.RESOLVED -> "resolved";
            case Bundle.STARTING -> "starting";
            case Bundle.ACTIVE -> "active";
            case Bundle.STOPPING -> "stopping";
            default -> "uninstalled";
        };
    }
}
