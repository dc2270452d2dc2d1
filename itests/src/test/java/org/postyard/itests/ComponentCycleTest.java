package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * No component of Declarative Services needs itself by way of others, not even by references that are optional: whether such a circle starts
 * depends on which component is asked for first, and one that failed is not asked for again (OSGi Compendium 8, 112.3.7).
 */
class ComponentCycleTest {
    private record Described(String name, Set<String> provides, Set<String> needs) {}

    @Test
    void noComponentNeedsItself() throws Exception {
        List<Described> components = components();

        assertThat(components).hasSizeGreaterThan(20);
        assertThat(components.stream().flatMap(component -> wayBack(component, components).stream()))
                .isEmpty();
    }

    private static List<Described> components() throws Exception {
        List<Described> components = new ArrayList<>();
        try (Stream<Path> found = descriptions()) {
            for (Path file : found.toList()) components.add(described(file));
        }
        return components;
    }

    private static Stream<Path> descriptions() throws IOException {
        String folder = "target%1$sclasses%1$sOSGI-INF%1$s".formatted(File.separator);
        return Files.find(
                Distribution.root().resolve("bundles"),
                6,
                (path, file) ->
                        path.toString().contains(folder) && path.toString().endsWith(".xml"));
    }

    private static Described described(Path file) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        return new Described(
                document.getDocumentElement().getAttribute("name"),
                interfaces(document, "provide"),
                interfaces(document, "reference"));
    }

    private static Set<String> interfaces(Document document, String element) {
        var found = document.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> ((Element) found.item(index)).getAttribute("interface"))
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    /** All components that the start needs, with the sentence of the way if it is among them. */
    private static List<String> wayBack(Described start, List<Described> components) {
        Set<Described> reached = new LinkedHashSet<>();
        List<Described> next = new ArrayList<>(List.of(start));
        while (!next.isEmpty()) {
            Described one = next.remove(0);
            components.stream()
                    .filter(other -> one.needs().stream().anyMatch(other.provides()::contains))
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached.contains(start)
                ? List.of(start.name() + " needs itself by way of "
                        + reached.stream().map(Described::name).toList())
                : List.of();
    }
}
