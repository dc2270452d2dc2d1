package org.postyard.control.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.postyard.api.administration.PluginDesk.Preview;
import org.postyard.api.administration.UnfitFileException;
import org.postyard.control.plugin.FeatureArchive.Declared;

/** Looks at an uploaded file and tells what installing it would do; changes nothing. */
final class FilePreviews {
    private final InstalledPlugins plugins;
    private final MissingRequirements missing;

    FilePreviews(InstalledPlugins plugins, MissingRequirements missing) {
        this.plugins = plugins;
        this.missing = missing;
    }

    Preview of(Path file) {
        if (FeatureArchive.looksLikeOne(file)) return ofArchive(FeatureArchive.read(file));
        PluginFile bundle = PluginFile.read(file);
        return plugins.named(bundle.symbolicName())
                .map(installed -> ofUpdate(installed, bundle))
                .orElseGet(() -> new Preview(
                        "install",
                        false,
                        bundle.symbolicName(),
                        Optional.empty(),
                        Optional.of(bundle.version().toString()),
                        List.of(),
                        missing.of(bundle, Set.of())));
    }

    Preview ofUpdate(Bundle installed, PluginFile bundle) {
        List<String> problems = new ArrayList<>(missing.of(bundle, Set.of()));
        if (!bundle.symbolicName().equals(installed.getSymbolicName()))
            problems.add("the name " + installed.getSymbolicName() + " (the file is " + bundle.symbolicName() + ")");
        return new Preview(
                "update",
                false,
                bundle.symbolicName(),
                Optional.of(plugins.describe(installed)),
                Optional.of(bundle.version().toString()),
                plugins.dependants(installed),
                problems);
    }

    private Preview ofArchive(FeatureArchive archive) {
        Declared first = archive.features().get(0);
        try {
            Path folder = Files.createTempDirectory("postyard-archive");
            try {
                return ofBundles(first, archive.bundles(folder));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UnfitFileException("The feature archive cannot be read: " + e.getMessage() + ".");
        }
    }

    private Preview ofBundles(Declared feature, List<PluginFile> bundles) {
        Set<String> together = bundles.stream()
                .flatMap(bundle -> bundle.exportedPackages().stream())
                .collect(Collectors.toUnmodifiableSet());
        List<Bundle> replaced = bundles.stream()
                .flatMap(bundle -> plugins.named(bundle.symbolicName()).stream())
                .toList();
        return new Preview(
                replaced.isEmpty() ? "install" : "update",
                true,
                feature.name(),
                replaced.stream().findFirst().map(plugins::describe),
                Optional.of(feature.version()),
                replaced.stream()
                        .flatMap(bundle -> plugins.dependants(bundle).stream())
                        .distinct()
                        .toList(),
                bundles.stream()
                        .flatMap(bundle -> missing.of(bundle, together).stream())
                        .distinct()
                        .toList());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
