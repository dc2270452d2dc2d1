package org.postyard.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The distribution running as a process on a data folder of its own; it can be killed and started again. */
final class Node {
    private static final Duration START_LIMIT = Duration.ofSeconds(150);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);
    private static final Pattern PASSWORD = Pattern.compile("password: (\\S+)");

    private final Workshop workshop;
    private final String name;
    private final Path home;
    private final Path data;
    private final int firstPort = Ports.free(10);
    private Optional<String> heap = Optional.empty();
    private boolean compiledInFull;
    private Optional<Process> process = Optional.empty();
    private Optional<String> password = Optional.empty();
    private Duration lastStart = Duration.ZERO;
    private int starts;

    private Node(Workshop workshop, String name, Path home) {
        this.workshop = workshop;
        this.name = name;
        this.home = home;
        data = workshop.folder().resolve(name);
        workshop.log(name + " log", log());
    }

    static Node prepare(Workshop workshop, String name) throws IOException, InterruptedException {
        return new Node(workshop, name, Distribution.home());
    }

    /** One with other settings from the first start on: file name in etc to key to value. */
    static Node prepare(Workshop workshop, String name, Map<String, Map<String, String>> settings)
            throws IOException, InterruptedException {
        Node node = new Node(workshop, name, Distribution.home());
        node.rememberPassword(Workshop.run(
                node.environment(),
                node.home.resolve("bin/postyard").toString(),
                "init",
                "--data",
                node.data.toString()));
        for (Map.Entry<String, Map<String, String>> file : settings.entrySet())
            Files.write(node.data.resolve("etc").resolve(file.getKey()), lines(file.getValue()));
        return node;
    }

    private static List<String> lines(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .toList();
    }

    /** Gives its Java machine a heap of this size from the next start on, for example {@code 256m}. */
    Node heap(String size) {
        heap = Optional.of(size);
        return this;
    }

    /** Lets its Java machine compile as it does for users; otherwise starts come first, for a test sees many of them. */
    Node compiledInFull() {
        compiledInFull = true;
        return this;
    }

    /** Starts it with this fleet and waits until it is ready. */
    Node start(Fleets.Document fleet) throws Exception {
        Path file = workshop.folder().resolve(name + "-fleet.yaml");
        Files.writeString(file, fleet.text());
        return launch(List.of("--fleet", file.toString()));
    }

    /** Starts it with the fleet that it had, or that of a new installation, and waits until it is ready. */
    Node start() throws Exception {
        return launch(List.of());
    }

    private Node launch(List<String> more) throws Exception {
        Path output = workshop.folder().resolve(name + "-" + ++starts + ".out");
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/postyard").toString(),
                "run",
                "--data",
                data.toString(),
                "--smtp",
                "127.0.0.1:" + smtpPort(),
                "--https",
                "127.0.0.1:" + httpsPort(),
                "--ssh",
                "127.0.0.1:" + sshPort()));
        command.addAll(more);
        long begin = System.nanoTime();
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().putAll(environment());
        if (!compiledInFull) program.environment().put("POSTYARD_JIT", "-XX:TieredStopAtLevel=1");
        heap.ifPresent(size -> program.environment().put("JAVA_MAX_MEM", size));
        Process started = workshop.start(name, output, program);
        process = Optional.of(started);
        Await.until(name + " is ready", START_LIMIT, () -> {
            if (!started.isAlive()) throw new AssertionError(name + " ended: " + Workshop.tail(output));
            return Files.readString(output).contains("ready after ");
        });
        lastStart = Duration.ofNanos(System.nanoTime() - begin);
        rememberPassword(Files.readString(output));
        awaitHealth();
        return this;
    }

    private void awaitHealth() throws Exception {
        try {
            Await.until(name + " is healthy", Duration.ofSeconds(30), () -> api().get("health")
                    .get("ready")
                    .asBoolean());
        } catch (AssertionError inVain) {
            throw new AssertionError(inVain.getMessage() + "; it is: " + api().get("health"), inVain);
        }
    }

    /** Ports of its own for the simulator that every distribution has. */
    private Map<String, String> environment() {
        return Map.of("POSTYARD_SIMULATOR_PORT", Integer.toString(firstPort + 3));
    }

    private void rememberPassword(String output) {
        Matcher shown = PASSWORD.matcher(output);
        if (shown.find()) password = Optional.of(shown.group(1));
    }

    /** SIGKILL, as a power cut would do to the process. */
    void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** SIGTERM, and waits until it has ended. */
    void stop() throws InterruptedException {
        Process ending = running();
        ending.destroy();
        if (!ending.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS))
            throw new AssertionError(name + " has not ended " + STOP_LIMIT.toSeconds() + " s after SIGTERM");
    }

    private Process running() {
        return process.orElseThrow(() -> new IllegalStateException(name + " was never started"));
    }

    Api api() {
        return new Api(httpsPort(), "admin", password());
    }

    /** Submits a message file with the script and returns what it printed. */
    String send(Path message) throws IOException, InterruptedException {
        return Workshop.run(
                home.resolve("bin/postyard").toString(), "send", "--data", data.toString(), message.toString());
    }

    /** Runs one command in its shell and returns what it printed. */
    String shell(String command) throws IOException, InterruptedException {
        return Workshop.run(home.resolve("bin/postyard").toString(), "shell", "--data", data.toString(), command);
    }

    Path data() {
        return data;
    }

    Path log() {
        return data.resolve("data/log/karaf.log");
    }

    Path home() {
        return home;
    }

    long pid() {
        return running().pid();
    }

    /** From the command until every listener answered. */
    Duration lastStart() {
        return lastStart;
    }

    /** What the last start printed. */
    String output() throws IOException {
        return Files.readString(workshop.folder().resolve(name + "-" + starts + ".out"));
    }

    /** The password of the account admin, as it was shown at the first start. */
    String password() {
        return password.orElseThrow(() -> new AssertionError(name + " has shown no password"));
    }

    int smtpPort() {
        return firstPort;
    }

    int httpsPort() {
        return firstPort + 1;
    }

    int sshPort() {
        return firstPort + 2;
    }
}
