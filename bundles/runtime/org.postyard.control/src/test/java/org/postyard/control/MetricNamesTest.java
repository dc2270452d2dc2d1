package org.postyard.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postyard.control.metric.MetricNames;

class MetricNamesTest {
    @Test
    void theDocumentShowsTheTableOfTheCode() throws IOException {
        List<String> rows = MetricNames.all().entrySet().stream()
                .map(entry -> "| `" + entry.getKey() + "` | "
                        + (entry.getKey().endsWith("_total") ? "counter" : "gauge") + " | " + entry.getValue() + " |")
                .toList();
        try (Stream<String> lines = Files.lines(document())) {
            List<String> documented =
                    lines.filter(line -> line.startsWith("| `")).toList();
            assertThat(documented).containsExactlyElementsOf(rows);
        }
    }

    private static Path document() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path document = folder.resolve("docs").resolve("metrics.md");
            if (Files.exists(document)) return document;
        }
        throw new AssertionError("docs/metrics.md is missing");
    }
}
