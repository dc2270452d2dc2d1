package org.postyard.control.plugin;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeatureState;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.postyard.api.administration.PluginDesk.PluginFeature;
import org.postyard.control.job.JobFailedException;
import org.postyard.control.job.Progress;
import org.postyard.control.plugin.FeatureArchive.Declared;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The features of the node that bring plug-ins: which there are, and their installation and removal, without refreshing anything. */
final class Features {
    private static final Logger LOG = LoggerFactory.getLogger(Features.class);
    private static final String OWN = "postyard-";
    private static final EnumSet<Option> GENTLY = EnumSet.of(Option.NoAutoRefreshBundles, Option.Upgrade);
    private static final Set<String> RUNTIME =
            Set.of("postyard-netty", "postyard-dns", "postyard-http", "postyard-api", "postyard-runtime");

    private final Supplier<Optional<FeaturesService>> service;
    private final BundleContext context;
    private final Path archives;

    /** @param archives where the repositories of feature archives are kept, so that the node finds their bundles */
    Features(Supplier<Optional<FeaturesService>> service, BundleContext context, Path archives) {
        this.service = service;
        this.context = context;
        this.archives = archives;
    }

    List<PluginFeature> list() {
        return service.get().map(this::list).orElse(List.of());
    }

    private List<PluginFeature> list(FeaturesService features) {
        try {
            return Arrays.stream(features.listFeatures())
                    .filter(this::isPlugin)
                    .map(feature -> describe(features, feature))
                    .toList();
        } catch (Exception e) { // that is what the service declares
            throw new JobFailedException("The features cannot be listed: " + Reasons.of(e) + ".");
        }
    }

    private boolean isPlugin(Feature feature) {
        if (RUNTIME.contains(feature.getName())) return false;
        return feature.getName().startsWith(OWN) || bundlesOf(feature).anyMatch(PluginContracts::isPlugin);
    }

    private PluginFeature describe(FeaturesService features, Feature feature) {
        FeatureState state = features.getState(feature.getId());
        return new PluginFeature(
                feature.getName(),
                feature.getVersion(),
                feature.getDescription() == null ? "" : feature.getDescription(),
                (state == null ? FeatureState.Uninstalled : state).name().toLowerCase(Locale.ROOT),
                bundlesOf(feature)
                        .map(bundle -> String.valueOf(bundle.getSymbolicName()))
                        .toList());
    }

    private Stream<Bundle> bundlesOf(Feature feature) {
        return feature.getBundles().stream()
                .flatMap(info -> Optional.ofNullable(context.getBundle(info.getLocation())).stream());
    }

    /** Names of the features, as far as they are installed, that a bundle belongs to. */
    List<String> of(String location) {
        if (location.startsWith(InstalledPlugins.UPLOAD)) return List.of();
        Optional<FeaturesService> features = service.get();
        if (features.isEmpty()) return List.of();
        try {
            return Arrays.stream(features.get().listInstalledFeatures())
                    .filter(feature ->
                            feature.getBundles().stream().anyMatch(info -> location.equals(info.getLocation())))
                    .map(Feature::getName)
                    .sorted()
                    .toList();
        } catch (Exception e) { // that is what the service declares
            LOG.debug("Features cannot be listed", e);
            return List.of();
        }
    }

    String install(String name, Progress progress) {
        FeaturesService features = running();
        progress.step(20, "Resolving " + name);
        try {
            progress.pointOfNoReturn();
            features.installFeature(name, GENTLY);
            return "The feature " + name + " is installed.";
        } catch (Exception e) { // that is what the service declares
            throw rethrown(e, "The feature " + name + " cannot be installed");
        }
    }

    String remove(String name, Progress progress) {
        FeaturesService features = running();
        if (list().stream().noneMatch(feature -> feature.name().equals(name)))
            throw new JobFailedException("There is no plug-in feature " + name + ".");
        progress.step(20, "Removing " + name);
        try {
            progress.pointOfNoReturn();
            features.uninstallFeature(name, EnumSet.of(Option.NoAutoRefreshBundles));
            return "The feature " + name + " is removed.";
        } catch (Exception e) { // that is what the service declares
            throw rethrown(e, "The feature " + name + " cannot be removed");
        }
    }

    /** Installs all features of an archive; if that fails, the archive is not kept. */
    String install(FeatureArchive archive, Progress progress) {
        FeaturesService features = running();
        Declared first = archive.features().get(0);
        Set<String> names = archive.features().stream()
                .map(feature -> feature.name() + "/" + feature.version())
                .collect(Collectors.toUnmodifiableSet());
        progress.step(20, "Unpacking " + first.name() + " " + first.version());
        progress.pointOfNoReturn();
        try {
            URI repository = archive.unpack(archives.resolve(first.name() + "-" + first.version()))
                    .toUri();
            features.addRepository(repository);
            progress.step(50, "Installing " + String.join(", ", names));
            installOrForget(features, names, repository);
            return "The feature " + first.name() + " " + first.version() + " is installed.";
        } catch (Exception e) { // that is what the service declares
            throw rethrown(e, "The feature archive was not installed");
        }
    }

    private static void installOrForget(FeaturesService features, Set<String> names, URI repository) throws Exception {
        try {
            features.installFeatures(names, GENTLY);
        } catch (Exception e) {
            features.removeRepository(repository);
            throw e;
        }
    }

    private FeaturesService running() {
        return service.get()
                .orElseThrow(() -> new JobFailedException("The feature service of the container is not running."));
    }

    private static RuntimeException rethrown(Exception e, String what) {
        if (e instanceof JobFailedException || e instanceof org.postyard.control.job.JobCancelledException)
            return (RuntimeException) e;
        return new JobFailedException(what + ": " + Reasons.of(e) + ".");
    }
}
