package org.postyard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Collects results: raw as JSON lines at once, and for people as Markdown at the end. */
final class Report {
    private final Path json;
    private final List<String> markdown = new ArrayList<>();
    private final List<RunResult> runs = new ArrayList<>();

    Report(Path folder) throws IOException {
        Files.createDirectories(folder);
        json = folder.resolve("bench.jsonl");
        Files.deleteIfExists(json);
    }

    void machine(Machine machine) throws IOException {
        markdown.add("Machine: " + machine.text() + ".");
        raw(machine.json());
    }

    /** Rounds of the same load: all go into the raw results, the one from which the host stole least into the table. */
    void runs(List<RunResult> rounds) throws IOException {
        for (RunResult round : rounds) {
            raw(round.json());
            Narration.say(
                    "  %s, %s: %.0f/s end to end, %.2f ms CPU per message, %.1f %% stolen by the host",
                    round.system(),
                    round.load().text(),
                    round.perSecond(),
                    round.cpuMillisPerMessage(),
                    100 * round.stolenShare());
        }
        rounds.stream().min(Comparator.comparingDouble(RunResult::stolenShare)).ifPresent(runs::add);
    }

    /** A finding that is no run: one line of raw JSON, and rows for a table of facts. */
    void facts(String title, String jsonLine, List<String> lines) throws IOException {
        raw(jsonLine);
        markdown.add("");
        markdown.add("**" + title + "**");
        markdown.add("");
        lines.forEach(line -> markdown.add("- " + line));
    }

    private void raw(String line) throws IOException {
        Files.writeString(json, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    String markdown() {
        List<String> lines = new ArrayList<>(markdown);
        if (!runs.isEmpty()) lines.addAll(Math.min(1, lines.size()), table());
        return String.join("\n", lines) + "\n";
    }

    private List<String> table() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "| load, 50 sessions | system | messages | accepted/s | end to end/s | of Postfix | of the floor |"
                        + " CPU ms/message | peak memory MB | largest process MB | stolen % |",
                "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"));
        runs.forEach(run -> lines.add(row(run)));
        return lines;
    }

    private String row(RunResult run) {
        boolean floor = run.system().equals("floor");
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %,.0f | %,.0f | %s | %s | %s | %s | %s | %.1f |",
                run.load().text(),
                run.system(),
                run.messages(),
                run.messages() / run.acceptedSeconds(),
                run.perSecond(),
                floor ? "" : ratio(run, "Postfix"),
                ratio(run, "floor"),
                floor ? "" : String.format(Locale.ROOT, "%.2f", run.cpuMillisPerMessage()),
                floor ? "" : megabytes(run.peakKilobytes()),
                floor ? "" : megabytes(run.peakProcessKilobytes()),
                100 * run.stolenShare());
    }

    private String ratio(RunResult run, String system) {
        return runs.stream()
                .filter(other -> other.system().equals(system) && other.load().equals(run.load()))
                .findFirst()
                .map(other -> String.format(Locale.ROOT, "%.2f", run.perSecond() / other.perSecond()))
                .orElse("");
    }

    private static String megabytes(long kilobytes) {
        return String.format(Locale.ROOT, "%,d", kilobytes / 1_024);
    }
}
