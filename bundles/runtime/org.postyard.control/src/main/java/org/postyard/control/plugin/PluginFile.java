package org.postyard.control.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.osgi.framework.Version;
import org.postyard.api.administration.UnfitFileException;
import org.postyard.control.plugin.HeaderClauses.Clause;

/** A jar whose manifest says that it is a plug-in. */
final class PluginFile {
    private static final String SERVICE_NAMESPACE = "osgi.service";

    private final Path file;
    private final Map<String, String> headers;

    private PluginFile(Path file, Map<String, String> headers) {
        this.file = file;
        this.headers = headers;
    }

    /** @throws UnfitFileException if the file is no bundle, or provides none of the plug-in services */
    static PluginFile read(Path file) {
        PluginFile bundle = readBundle(file);
        if (!bundle.providesContract())
            throw new UnfitFileException("The bundle " + bundle.symbolicName()
                    + " provides none of the plug-in services; its manifest must have Provide-Capability "
                    + "osgi.service with one of " + String.join(", ", PluginContracts.NAMES) + ".");
        return bundle;
    }

    /** Any bundle. */
    static PluginFile readBundle(Path file) {
        Map<String, String> headers = headersOf(file);
        if (!headers.containsKey("Bundle-SymbolicName"))
            throw new UnfitFileException(
                    "The file is a jar, but no OSGi bundle: its manifest has no Bundle-SymbolicName.");
        PluginFile bundle = new PluginFile(file, headers);
        try {
            var unused = bundle.version();
        } catch (IllegalArgumentException e) {
            throw new UnfitFileException("The Bundle-Version '" + headers.get("Bundle-Version") + "' is none.");
        }
        return bundle;
    }

    private static Map<String, String> headersOf(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null)
                throw new UnfitFileException("The file is an archive without META-INF/MANIFEST.MF, so no bundle.");
            Map<String, String> headers = new LinkedHashMap<>();
            manifest.getMainAttributes().forEach((name, value) -> headers.put(name.toString(), value.toString()));
            return headers;
        } catch (IOException e) {
            throw new UnfitFileException("The file is neither a bundle (.jar) nor a feature archive (.kar): "
                    + "it cannot be read as a jar, or is not complete.");
        }
    }

    Path file() {
        return file;
    }

    String symbolicName() {
        return HeaderClauses.of(headers.get("Bundle-SymbolicName")).get(0).name();
    }

    Version version() {
        return Version.parseVersion(headers.get("Bundle-Version"));
    }

    List<Clause> clauses(String header) {
        return HeaderClauses.of(headers.get(header));
    }

    boolean providesContract() {
        return clauses("Provide-Capability").stream()
                .filter(clause -> clause.name().equals(SERVICE_NAMESPACE))
                .flatMap(clause -> clause.attribute("objectClass").stream())
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .anyMatch(name -> PluginContracts.NAMES.contains(name.strip()));
    }

    Set<String> exportedPackages() {
        return clauses("Export-Package").stream()
                .flatMap(clause -> clause.names().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
