package org.postyard.control.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import org.postyard.api.administration.UnfitFileException;

class PluginFileTest {
    private static final String CONTRACT =
            "osgi.service;objectClass:List<String>=\"org.postyard.api.routing.Balancer\";effective:=active";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aBundleThatProvidesAPluginServiceIsAPlugin() throws IOException {
        PluginFile file = PluginFile.read(jar(Map.of(
                "Bundle-SymbolicName", "org.example.balancer;singleton:=true",
                "Bundle-Version", "1.2.3",
                "Provide-Capability", CONTRACT)));

        assertThat(file.symbolicName()).isEqualTo("org.example.balancer");
        assertThat(file.version()).isEqualTo(new Version(1, 2, 3));
    }

    @Test
    void whatIsNoPluginIsToldWhy() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "hello");
        Path plain = jar(Map.of());
        Path library = jar(Map.of("Bundle-SymbolicName", "org.example.library"));
        Path broken = jar(Map.of("Bundle-SymbolicName", "x", "Bundle-Version", "one", "Provide-Capability", CONTRACT));

        assertThatThrownBy(() -> PluginFile.read(text))
                .isInstanceOf(UnfitFileException.class)
                .hasMessageContaining("neither");
        assertThatThrownBy(() -> PluginFile.read(plain)).hasMessageContaining("Bundle-SymbolicName");
        assertThatThrownBy(() -> PluginFile.read(library)).hasMessageContaining("none of the plug-in services");
        assertThatThrownBy(() -> PluginFile.read(broken)).hasMessageContaining("'one'");
    }

    @Test
    void whatTheNodeDoesNotHaveIsNamedWithItsVersions() throws IOException {
        PluginFile file = PluginFile.read(jar(Map.of(
                "Bundle-SymbolicName",
                "org.example.balancer",
                "Provide-Capability",
                CONTRACT,
                "Export-Package",
                "org.example.own;version=\"1\"",
                "Import-Package",
                "org.example.absent;version=\"[1,2)\",org.example.maybe;resolution:=optional,"
                        + "org.example.own,org.example.there;version=\"[1,2)\",org.example.together",
                "Require-Capability",
                "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\","
                        + "osgi.service;filter:=\"(objectClass=x)\";effective:=active")));
        List<String> asked = new ArrayList<>();
        MissingRequirements framework = new MissingRequirements(need -> {
            asked.add(need.getDirectives().get("filter"));
            return asked.get(asked.size() - 1).contains("org.example.there");
        });

        assertThat(framework.of(file, Set.of("org.example.together")))
                .containsExactly(
                        "package org.example.absent in version [1,2)",
                        "capability osgi.ee (&(osgi.ee=JavaSE)(version=99))");
        assertThat(asked.get(0))
                .isEqualTo("(&(osgi.wiring.package=org.example.absent)(&(version>=1.0.0)(!(version>=2.0.0))))");
    }

    @Test
    void theFilesOfAnUpdateAreKeptForARollBack() throws IOException {
        KeptFiles files = new KeptFiles(folder.resolve("kept"));
        Path first = jar(Map.of("Bundle-SymbolicName", "a", "Bundle-Version", "1.0.0"));
        Path second = jar(Map.of("Bundle-SymbolicName", "a", "Bundle-Version", "2.0.0"));

        files.installed(5, first);
        assertThat(files.previousVersion(5)).isEmpty();
        files.updated(5, second);
        assertThat(files.previousVersion(5)).contains("1.0.0");
        files.updated(5, first);
        assertThat(files.previousVersion(5)).contains("2.0.0");
        files.forget(5);
        assertThat(files.previousVersion(5)).isEmpty();
    }

    @Test
    void aFeatureArchiveTellsItsFeaturesAndLetsNothingOut() throws IOException {
        String xml = "<features name='f' xmlns='http://karaf.apache.org/xmlns/features/v1.6.0'>"
                + "<feature name='org-example' version='1.0.0'/></features>";
        Path good = zip(Map.of("repository/org/example/f/1/f-1-features.xml", xml));
        Path evil = zip(Map.of("repository/a/f-features.xml", xml, "repository/../../evil.txt", "evil"));
        Path empty = zip(Map.of("repository/readme.txt", "nothing"));

        assertThat(FeatureArchive.looksLikeOne(good)).isTrue();
        assertThat(FeatureArchive.read(good).features())
                .containsExactly(new FeatureArchive.Declared("org-example", "1.0.0"));
        Path unpacked = FeatureArchive.read(good).unpack(folder.resolve("out"));
        assertThat(unpacked).hasContent(xml).endsWithRaw(Path.of("org/example/f/1/f-1-features.xml"));
        assertThatThrownBy(() -> FeatureArchive.read(evil).unpack(folder.resolve("deep/out")))
                .hasMessageContaining("leaves the archive");
        assertThatThrownBy(() -> FeatureArchive.read(empty)).hasMessageContaining("no features document");
    }

    private Path jar(Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        Path file = Files.createTempFile(folder, "bundle", ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.putNextEntry(new ZipEntry("readme.txt"));
        }
        return file;
    }

    private Path zip(Map<String, String> entries) throws IOException {
        Path file = Files.createTempFile(folder, "archive", ".kar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
