package org.postyard.control.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.postyard.api.administration.UnfitFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of plug-ins as they were installed, and those before them, so that an update can be undone. Survives restarts. */
final class KeptFiles {
    private static final Logger LOG = LoggerFactory.getLogger(KeptFiles.class);
    private final Path folder;

    KeptFiles(Path folder) {
        this.folder = folder;
    }

    /** The file of the version before; empty if there is none. */
    Optional<Path> previous(long bundle) {
        return Optional.of(file(bundle, "previous.jar")).filter(Files::exists);
    }

    Optional<String> previousVersion(long bundle) {
        try {
            return previous(bundle)
                    .map(file -> PluginFile.readBundle(file).version().toString());
        } catch (UnfitFileException damaged) {
            return Optional.empty();
        }
    }

    /** The file that is in place now; for a plug-in that was never updated here, as its location has it. */
    Optional<Path> current(Bundle bundle) throws IOException {
        Path current = file(bundle.getBundleId(), "current.jar");
        if (Files.exists(current)) return Optional.of(current);
        Files.createDirectories(parent(current));
        Path fresh = current.resolveSibling("fresh.jar");
        try (InputStream jar = URI.create(bundle.getLocation()).toURL().openStream()) {
            Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, current, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(current);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn(
                    "The file of a plug-in cannot be kept: bundle={} reason={}",
                    bundle.getSymbolicName(),
                    e.toString());
            return Optional.empty();
        }
    }

    /** Keeps the file of a plug-in that was just installed. */
    void installed(long bundle, Path file) throws IOException {
        Path current = file(bundle, "current.jar");
        Files.createDirectories(parent(current));
        Files.copy(file, current, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Keeps the file of a plug-in that was just updated; what was current is the previous one from now on. */
    void updated(long bundle, Path file) throws IOException {
        Path current = file(bundle, "current.jar");
        Path next = file(bundle, "next.jar");
        Files.createDirectories(parent(current));
        Files.copy(file, next, StandardCopyOption.REPLACE_EXISTING);
        if (Files.exists(current))
            Files.move(current, file(bundle, "previous.jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(next, current, StandardCopyOption.REPLACE_EXISTING);
    }

    void forget(long bundle) throws IOException {
        for (String name : List.of("current.jar", "previous.jar", "next.jar", "fresh.jar"))
            Files.deleteIfExists(file(bundle, name));
        Files.deleteIfExists(folder.resolve(Long.toString(bundle)));
    }

    private Path file(long bundle, String name) {
        return folder.resolve(Long.toString(bundle)).resolve(name);
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent(), "it was resolved in a folder");
    }
}
