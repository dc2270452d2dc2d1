package org.postyard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

/** The libraries in the bundle are those of the dependency tree: none forgotten, none too many, each in the version that was resolved. */
class NestedJarsTest {
    @Test
    void theNestedJarsAreExactlyTheDependencyTree() throws IOException {
        List<String> tree = Arrays.stream(Files.readString(Path.of("target/dependency-tree-jars.txt"))
                        .strip()
                        .split(File.pathSeparator))
                .map(jar -> Path.of(jar).getFileName().toString())
                .toList();

        assertThat(tree).hasSizeGreaterThan(10);
        assertThat(nestedJars()).containsExactlyInAnyOrderElementsOf(tree);
    }

    @Test
    void nothingOfThisBundleIsExported() throws IOException {
        assertThat(manifest().getMainAttributes().getValue("Export-Package")).isNull();
    }

    private static List<String> nestedJars() throws IOException {
        return Arrays.stream(manifest()
                        .getMainAttributes()
                        .getValue("Bundle-ClassPath")
                        .split(","))
                .filter(entry -> entry.endsWith(".jar"))
                .toList();
    }

    private static Manifest manifest() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("target/classes/META-INF/MANIFEST.MF"))) {
            return new Manifest(in);
        }
    }
}
