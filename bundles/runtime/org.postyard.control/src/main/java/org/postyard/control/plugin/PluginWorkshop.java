package org.postyard.control.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.features.FeaturesService;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.postyard.api.administration.Job;
import org.postyard.api.administration.PluginDesk;
import org.postyard.api.administration.UnfitFileException;
import org.postyard.api.operation.SlotStatus;
import org.postyard.control.host.Host;
import org.postyard.control.job.JobBoard;
import org.postyard.control.job.JobFailedException;
import org.postyard.control.job.Work;
import org.postyard.control.problem.ProblemException;

/**
 * The host service for plug-ins over the framework and the feature service of the container. Its own state is the files of
 * installed versions; changes run one after the other as jobs.
 */
@Component(service = PluginDesk.class)
public final class PluginWorkshop implements PluginDesk {
    private final BundleContext context;
    private final Host host;
    private final JobBoard jobs;
    private final KeptFiles files;
    private final Features features;
    private final InstalledPlugins plugins;
    private final PluginSwap swap;
    private final FilePreviews previews;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable FeaturesService featuresService;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ServiceComponentRuntime components;

    @Activate
    public PluginWorkshop(BundleContext context, @Reference Host host, @Reference JobBoard jobs) {
        this.context = context;
        this.host = host;
        this.jobs = jobs;
        files = new KeptFiles(context.getDataFile("plugins").toPath());
        features = new Features(() -> Optional.ofNullable(featuresService), context, archives());
        plugins =
                new InstalledPlugins(context, files, this::slots, () -> Optional.ofNullable(components), features::of);
        swap = new PluginSwap(context, plugins, files, new EngineSlots(host));
        previews = new FilePreviews(plugins, MissingRequirements.in(context));
    }

    /** The container looks for the bundles of features in the folders below this one. */
    private Path archives() {
        String data = context.getProperty("karaf.data");
        return data == null ? context.getDataFile("archives").toPath() : Path.of(data, "kar");
    }

    private List<SlotStatus> slots() {
        try {
            return host.yard().slots();
        } catch (ProblemException away) {
            return List.of();
        }
    }

    @Override
    public List<Plugin> plugins() {
        return plugins.list();
    }

    @Override
    public Optional<Plugin> plugin(long id) {
        return plugins.bundle(id).map(plugins::describe);
    }

    @Override
    public List<PluginFeature> features() {
        return features.list();
    }

    @Override
    public Preview preview(Path file) {
        return previews.of(file);
    }

    @Override
    public Preview previewUpdate(long id, Path file) {
        return previews.ofUpdate(existing(id), PluginFile.read(file));
    }

    @Override
    public Preview preview(Action action, long id) {
        Bundle bundle = existing(id);
        boolean replaces = action == Action.ROLLBACK || action == Action.REMOVE;
        Optional<String> version = action == Action.ROLLBACK ? files.previousVersion(id) : Optional.empty();
        return new Preview(
                action.name().toLowerCase(Locale.ROOT),
                false,
                bundle.getSymbolicName(),
                Optional.of(plugins.describe(bundle)),
                version,
                replaces ? plugins.dependants(bundle) : List.of(),
                action == Action.ROLLBACK && version.isEmpty() ? List.of("a version before this one") : List.of());
    }

    @Override
    public Job install(Path file, String author) {
        if (FeatureArchive.looksLikeOne(file)) {
            FeatureArchive archive = FeatureArchive.read(file);
            String title = "Install the feature " + archive.features().get(0).name();
            return jobs.begin(title, author, consuming(file, progress -> features.install(archive, progress)));
        }
        PluginFile bundle = PluginFile.read(file);
        Optional<Bundle> installed = plugins.named(bundle.symbolicName());
        if (installed.isPresent()) return update(installed.get(), bundle, author);
        return jobs.begin(
                "Install " + bundle.symbolicName() + " " + bundle.version(),
                author,
                consuming(file, progress -> swap.install(complete(bundle), progress)));
    }

    @Override
    public Job update(long id, Path file, String author) {
        PluginFile bundle = PluginFile.read(file);
        Bundle installed = existing(id);
        if (!bundle.symbolicName().equals(installed.getSymbolicName()))
            throw new UnfitFileException("The file is " + bundle.symbolicName() + ", which cannot take the place of "
                    + installed.getSymbolicName() + ".");
        return update(installed, bundle, author);
    }

    private Job update(Bundle installed, PluginFile bundle, String author) {
        return jobs.begin(
                "Update " + bundle.symbolicName() + " to " + bundle.version(),
                author,
                consuming(bundle.file(), progress -> swap.update(installed, complete(bundle), author, progress)));
    }

    private PluginFile complete(PluginFile bundle) {
        List<String> missing = MissingRequirements.in(context).of(bundle, Set.of());
        if (missing.isEmpty()) return bundle;
        throw new JobFailedException(
                "This node does not have what the file needs: " + String.join(", ", missing) + ".");
    }

    private static Work consuming(Path file, Work work) {
        return progress -> {
            try {
                return work.run(progress);
            } finally {
                deleted(file);
            }
        };
    }

    private static void deleted(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Job begin(Action action, long id, String author) {
        Bundle bundle = existing(id);
        PluginActions actions = new PluginActions(swap, plugins, files, new EngineSlots(host), author);
        return jobs.begin(
                PluginActions.title(action, bundle.getSymbolicName()),
                author,
                progress -> actions.run(action, bundle, progress));
    }

    @Override
    public Job installFeature(String name, String author) {
        return jobs.begin("Install the feature " + name, author, progress -> features.install(name, progress));
    }

    @Override
    public Job removeFeature(String name, String author) {
        return jobs.begin("Remove the feature " + name, author, progress -> features.remove(name, progress));
    }

    private Bundle existing(long id) {
        return plugins.bundle(id).orElseThrow(() -> new NoSuchElementException("There is no plug-in " + id + "."));
    }

    /** The slots as the engine has them. */
    private record EngineSlots(Host host) implements PluginSwap.SlotGate {
        @Override
        public void drain(String bundle, String author) {
            try {
                var unused = host.yard().drainSlots(bundle, author);
            } catch (ProblemException away) {
                return;
            }
        }

        @Override
        public void open(String bundle, String author) {
            try {
                var unused = host.yard().openSlots(bundle, author);
            } catch (ProblemException away) {
                return;
            }
        }
    }
}
