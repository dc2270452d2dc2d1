package org.postyard.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where one test class works: its folder and the processes that it started. Ends every process, also after a failure, and
 * then prints the ends of their logs. Register it in a static field.
 */
final class Workshop implements AfterEachCallback, AfterAllCallback {
    private static final int TAIL_LINES = 60;

    private final Path folder;
    private final List<Process> processes = new CopyOnWriteArrayList<>();
    private final Map<String, Path> logs = new ConcurrentHashMap<>();
    private final Deque<AutoCloseable> closeables = new ArrayDeque<>();
    private final Deque<String[]> endings = new ArrayDeque<>();
    private boolean failed;

    private Workshop(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(this::endProcesses, "workshop-end"));
    }

    /** A new folder under target for a test class. */
    static Workshop of(Class<?> test) {
        try {
            Path runs = Files.createDirectories(Path.of("target", "runs").toAbsolutePath());
            return new Workshop(Files.createTempDirectory(runs, test.getSimpleName() + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Starts a program whose output goes to a file. */
    Process start(String name, Path output, ProcessBuilder program) throws IOException {
        Process process = program.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        processes.add(process);
        log(name + " output", output);
        return process;
    }

    /** A file whose end is worth reading after a failure. */
    void log(String name, Path file) {
        logs.put(name, file);
    }

    /** Closed after all tests, the last one first. */
    <T extends AutoCloseable> T closing(T closeable) {
        closeables.push(closeable);
        return closeable;
    }

    /** Runs a program after all tests, when every process has ended. */
    void finallyRun(String... command) {
        endings.push(command);
    }

    /** In how many lines of a file a text occurs. */
    static long count(Path file, String text) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(text)).count();
        }
    }

    /** Runs a program to its end and returns what it printed. */
    static String run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    static String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().putAll(environment);
        Process process = program.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) throw new IOException(String.join(" ", command) + " ended with " + code + ": " + output);
        return output;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) printLogs(context.getDisplayName());
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (context.getExecutionException().isPresent()) printLogs(context.getDisplayName());
        for (AutoCloseable closeable : closeables) closeable.close();
        endProcesses();
        for (String[] command : endings) run(command);
        if (failed) System.out.println("kept for a look: " + folder);
        else delete(folder);
    }

    private void endProcesses() {
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) process.onExit().join();
    }

    private void printLogs(String test) {
        failed = true;
        System.out.println("---- " + test + " failed ----");
        logs.forEach((name, file) -> {
            System.out.println("---- " + name + ": " + file);
            tail(file).forEach(System.out::println);
        });
        dumpThreads();
    }

    /** What the threads of every Java process do at this moment, in files beside the logs. */
    private void dumpThreads() {
        for (Process process : processes) {
            boolean java = process.info().command().orElse("").endsWith("/java");
            if (!process.isAlive() || !java) continue;
            Path dump = folder.resolve("threads-" + process.pid());
            try {
                Files.writeString(dump, run("jcmd", Long.toString(process.pid()), "Thread.print"));
                System.out.println("---- threads of process " + process.pid() + ": " + dump);
            } catch (IOException e) {
                System.out.println("---- no threads of process " + process.pid() + ": " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static List<String> tail(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            Deque<String> last = new ArrayDeque<>();
            lines.forEach(line -> {
                last.addLast(line);
                if (last.size() > TAIL_LINES) last.removeFirst();
            });
            return List.copyOf(last);
        } catch (IOException | UncheckedIOException e) {
            return List.of("cannot be read: " + e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
