package org.postyard.console.ui.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real runtime as a process of its own, from the distribution of this build, that sends its sample mail into the simulator. */
final class DemoRuntime implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Pattern PASSWORD = Pattern.compile("password: (\\S+)");
    private static final Pattern SMTP = Pattern.compile("SMTP\\s+([0-9.]+:[0-9]+)");
    private static final Pattern HTTPS = Pattern.compile("HTTPS\\s+(https://[0-9.:]+)");

    private final Path distribution;
    private final Path folder;
    private final Process process;
    private final Path output;
    private final Optional<String> knownPassword;
    private Optional<Process> sender = Optional.empty();

    private DemoRuntime(Path distribution, Path folder, Process process, Path output, Optional<String> knownPassword) {
        this.distribution = distribution;
        this.folder = folder;
        this.process = process;
        this.output = output;
        this.knownPassword = knownPassword;
    }

    /** The unpacked distribution, if this build has made one. */
    static Optional<Path> distribution() {
        return Optional.of(Path.of(System.getProperty("postyard.distribution", "")))
                .filter(home -> Files.isExecutable(home.resolve("bin/postyard")));
    }

    static DemoRuntime start(Path distribution, Path folder) throws Exception {
        delete(folder);
        Files.createDirectories(folder);
        List<String> addresses = List.of("--smtp", free(), "--https", free(), "--ssh", free());
        DemoRuntime runtime = start(distribution, folder, addresses, Optional.empty());
        runtime.send();
        return runtime;
    }

    /** An address that nobody listens at; others may start a runtime at the same time. */
    private static String free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    /** Sends sample mail, as a demo does, as long as it runs. */
    private void send() throws IOException {
        String[] smtp = found(SMTP).orElseThrow().split(":", 2);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                distribution.resolve("tools/SendMail.java").toString(),
                smtp[0],
                smtp[1],
                "--sample",
                "100000",
                "--rate",
                "40");
        sender = Optional.of(builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("sender.out").toFile())
                .start());
    }

    /** Starts one that was closed again: the same data and addresses, but no sample mail. */
    DemoRuntime again() throws Exception {
        return start(distribution, folder, List.of(), Optional.of(password()));
    }

    private static DemoRuntime start(Path distribution, Path folder, List<String> addresses, Optional<String> password)
            throws Exception {
        Path output = folder.resolve(password.isEmpty() ? "first.out" : "again.out");
        List<String> command = new ArrayList<>(List.of(
                distribution.resolve("bin/postyard").toString(),
                "run",
                "--data",
                folder.resolve("data").toString()));
        command.addAll(addresses);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("POSTYARD_JIT", "-XX:TieredStopAtLevel=1");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        DemoRuntime runtime = new DemoRuntime(distribution, folder, process, output, password);
        runtime.awaitReady();
        return runtime;
    }

    private void awaitReady() throws Exception {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (found(HTTPS).isEmpty()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new AssertionError("the runtime did not start: " + Files.readString(output));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    URI address() throws IOException {
        return URI.create(found(HTTPS).orElseThrow());
    }

    String password() throws IOException {
        return knownPassword.isPresent() ? knownPassword.get() : found(PASSWORD).orElseThrow();
    }

    private Optional<String> found(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(output));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    @Override
    public void close() throws InterruptedException {
        sender.ifPresent(Process::destroy);
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
