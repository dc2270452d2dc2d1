package org.postyard.console.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Plug-in files made from a bundle of the distribution, with another version or name. */
final class PluginFiles {

    private PluginFiles() {}

    /** A copy of a bundle with other headers in its manifest. */
    static Path copy(Path bundle, Path target, Map<String, String> headers) throws IOException {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            headers.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
            try (JarOutputStream copy = new JarOutputStream(Files.newOutputStream(target), manifest)) {
                for (var entry : jar.stream()
                        .filter(one -> !one.getName().equals(JarFile.MANIFEST_NAME))
                        .toList()) {
                    copy.putNextEntry(new ZipEntry(entry.getName()));
                    copy.write(jar.getInputStream(entry).readAllBytes());
                    copy.closeEntry();
                }
            }
        }
        return target;
    }
}
