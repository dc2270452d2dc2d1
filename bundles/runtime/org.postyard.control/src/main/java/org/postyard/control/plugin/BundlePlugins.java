package org.postyard.control.plugin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.postyard.api.delivery.Connector;
import org.postyard.api.delivery.DepartureStage;
import org.postyard.api.event.DeliveryEventListener;
import org.postyard.api.routing.Balancer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plug-ins as bundles of the framework: those whose manifest says that they provide a service that the engine calls. The
 * runtime's own bundles are none, so that nobody can stop the engine here. One lock for changes.
 */
@Component(service = Plugins.class)
public final class BundlePlugins implements Plugins {
    private static final Logger LOG = LoggerFactory.getLogger(BundlePlugins.class);
    private static final String UPLOAD = "postyard-upload:";
    private static final String SERVICE_NAMESPACE = "osgi.service";
    private static final Set<String> CONTRACTS = Set.of(
            Balancer.class.getName(),
            Connector.class.getName(),
            DepartureStage.class.getName(),
            DeliveryEventListener.class.getName());

    private final BundleContext context;

    @Activate
    public BundlePlugins(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<Plugin> list() {
        return Arrays.stream(context.getBundles())
                .filter(BundlePlugins::isPlugin)
                .map(BundlePlugins::describe)
                .toList();
    }

    @Override
    public Optional<Plugin> find(long id) {
        return bundle(id).map(BundlePlugins::describe);
    }

    @Override
    public List<String> refreshSet(long id) {
        return bundle(id).map(this::dependants).orElse(List.of());
    }

    @Override
    public synchronized Change start(long id) {
        return change(id, "started", Bundle::start);
    }

    @Override
    public synchronized Change stop(long id) {
        return change(id, "stopped", Bundle::stop);
    }

    @Override
    public synchronized Change install(InputStream jar) {
        try {
            Bundle bundle = context.installBundle(UPLOAD + UUID.randomUUID(), new BufferedInputStream(jar));
            return startedOrRemoved(bundle);
        } catch (BundleException e) {
            return refused("The upload is no bundle that can be installed: " + reasonOf(e));
        }
    }

    private Change startedOrRemoved(Bundle bundle) throws BundleException {
        if (!isPlugin(bundle)) {
            bundle.uninstall();
            return refused("The bundle provides none of the plug-in services, so it was not kept.");
        }
        try {
            bundle.start();
            return done(bundle, "installed and started");
        } catch (BundleException e) {
            bundle.uninstall();
            return refused("The bundle does not start, so it was not kept: " + reasonOf(e));
        }
    }

    @Override
    public synchronized Change update(long id, InputStream jar) {
        Optional<Bundle> found = bundle(id);
        if (found.isEmpty()) return refused("There is no plug-in " + id + ".");
        Bundle bundle = found.get();
        try {
            Path upload = Files.createTempFile("postyard-plugin", ".jar");
            try {
                Files.copy(jar, upload, StandardCopyOption.REPLACE_EXISTING);
                return updateFrom(bundle, upload);
            } finally {
                Files.deleteIfExists(upload);
            }
        } catch (IOException e) {
            return refused("The upload cannot be read: " + e.getMessage());
        }
    }

    private Change updateFrom(Bundle bundle, Path upload) throws IOException {
        try (InputStream jar = Files.newInputStream(upload)) {
            bundle.update(jar);
            if (bundle.getState() != Bundle.ACTIVE) bundle.start();
            if (!isPlugin(bundle)) throw new BundleException("it provides none of the plug-in services");
            Files.copy(upload, keptJar(bundle), StandardCopyOption.REPLACE_EXISTING);
            return done(bundle, "updated to " + bundle.getVersion());
        } catch (BundleException e) {
            LOG.warn("Plug-in not updated: bundle={} reason={}", bundle.getSymbolicName(), reasonOf(e));
            return refused("The new version does not work (" + reasonOf(e) + "); " + bringBack(bundle));
        }
    }

    private String bringBack(Bundle bundle) throws IOException {
        Path kept = keptJar(bundle);
        try {
            if (Files.exists(kept)) {
                try (InputStream jar = Files.newInputStream(kept)) {
                    bundle.update(jar);
                }
            } else {
                bundle.update();
            }
            bundle.start();
            return "version " + bundle.getVersion() + " is back.";
        } catch (BundleException e) {
            return "the version before it could not be brought back either: " + reasonOf(e);
        }
    }

    @Override
    public synchronized Change remove(long id) {
        Optional<Bundle> found = bundle(id);
        if (found.isEmpty()) return refused("There is no plug-in " + id + ".");
        if (!isUploaded(found.get())) return refused("This plug-in belongs to a feature; uninstall the feature.");
        return change(id, "removed", Bundle::uninstall);
    }

    private Change change(long id, String verb, Effect effect) {
        Optional<Bundle> bundle = bundle(id);
        if (bundle.isEmpty()) return refused("There is no plug-in " + id + ".");
        try {
            effect.on(bundle.get());
            return done(bundle.get(), verb);
        } catch (BundleException e) {
            return refused("The plug-in is not " + verb + ": " + reasonOf(e));
        }
    }

    private Change done(Bundle bundle, String verb) {
        LOG.info("Plug-in {}: bundle={} version={}", verb, bundle.getSymbolicName(), bundle.getVersion());
        String text = bundle.getSymbolicName() + " is " + verb + ".";
        boolean gone = bundle.getState() == Bundle.UNINSTALLED;
        return new Change(true, text, List.of(), gone ? Optional.empty() : Optional.of(describe(bundle)));
    }

    private static Change refused(String text) {
        return new Change(false, text, List.of(), Optional.empty());
    }

    private Optional<Bundle> bundle(long id) {
        return Optional.ofNullable(context.getBundle(id)).filter(BundlePlugins::isPlugin);
    }

    private List<String> dependants(Bundle bundle) {
        FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
        return wiring.getDependencyClosure(Set.of(bundle)).stream()
                .filter(other -> !other.equals(bundle))
                .map(Bundle::getSymbolicName)
                .sorted()
                .toList();
    }

    private Path keptJar(Bundle bundle) {
        return context.getDataFile("plugin-" + bundle.getBundleId() + ".jar").toPath();
    }

    private static boolean isPlugin(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null
                && revision.getDeclaredCapabilities(SERVICE_NAMESPACE).stream().anyMatch(BundlePlugins::isContract);
    }

    private static boolean isContract(BundleCapability capability) {
        Object names = capability.getAttributes().get("objectClass");
        return names instanceof List<?> list && list.stream().anyMatch(CONTRACTS::contains);
    }

    private static boolean isUploaded(Bundle bundle) {
        return bundle.getLocation().startsWith(UPLOAD);
    }

    private static Plugin describe(Bundle bundle) {
        @Nullable String name = bundle.getHeaders().get("Bundle-Name");
        return new Plugin(
                bundle.getBundleId(),
                name == null ? bundle.getSymbolicName() : name,
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                stateOf(bundle),
                isUploaded(bundle));
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

    private static String reasonOf(BundleException failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        String message = root.getMessage();
        return message == null || message.isBlank()
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").trim();
    }

    /** What is to be done with a bundle. */
    private interface Effect {
        void on(Bundle bundle) throws BundleException;
    }
}
