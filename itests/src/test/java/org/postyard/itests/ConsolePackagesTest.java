package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The packages of the console's application form no cycles. It is built against Eclipse, after these tests, so that its sources are read
 * and not its classes.
 */
class ConsolePackagesTest {
    private static final Path SOURCES = Distribution.root()
            .resolve("bundles/console/org.postyard.console.ui/src/main/java/org/postyard/console/ui");

    private static final Pattern USE = Pattern.compile("\\borg\\.postyard\\.console\\.ui\\.([a-z]+)\\.[A-Z]");

    @Test
    void packagesOfTheConsoleFormNoCycles() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> uses.computeIfAbsent(packageOf(file), name -> new TreeSet<>())
                            .addAll(used(file)));
        }
        assertThat(uses).containsKeys("application", "overview");
        List<String> cycle = new ArrayList<>();
        uses.keySet().stream()
                .filter(start -> cycle.isEmpty())
                .forEach(start -> leadsTo(start, start, uses, new TreeSet<>(), cycle));
        assertThat(cycle).as("each uses the one before it, the last the first").isEmpty();
    }

    private static String packageOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "below the sources")
                .getFileName()
                .toString();
    }

    private static Set<String> used(Path file) {
        try {
            Set<String> packages = new TreeSet<>();
            Matcher use = USE.matcher(Files.readString(file));
            while (use.find()) packages.add(use.group(1));
            packages.remove(packageOf(file));
            return packages;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Whether there is a way from one package to the other; the way is added backwards. */
    private static boolean leadsTo(
            String from, String to, Map<String, Set<String>> uses, Set<String> seen, List<String> way) {
        for (String next : uses.getOrDefault(from, Set.of())) {
            if (next.equals(to) || (seen.add(next) && leadsTo(next, to, uses, seen, way))) {
                way.add(from);
                return true;
            }
        }
        return false;
    }
}
