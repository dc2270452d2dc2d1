package org.postyard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The assembled distribution as a process with a data folder of its own, relaying everything to a sink. */
final class Postyard implements MailSystem {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(10);
    private static final int WARM_UP_MESSAGES = 60_000;

    private final Tasks tasks;
    private final Path data;
    private final List<String> command;
    private final String heap;
    private final Path output;
    private final int port;

    private Process process;
    private Duration startTime;

    /** @param heap of the Java machine, for example {@code 1g} */
    Postyard(Workshop workshop, Path script, Sink sink, String heap) throws IOException, InterruptedException {
        tasks = workshop.tasks();
        data = workshop.folder().resolve("postyard");
        output = workshop.folder().resolve("postyard.log");
        port = Workshop.freePort();
        this.heap = heap;
        Path fleet = workshop.folder().resolve("fleet.yaml");
        Files.writeString(fleet, fleet(sink.port()));
        command = List.of(
                script.toString(),
                "run",
                "--data",
                data.toString(),
                "--fleet",
                fleet.toString(),
                "--smtp",
                "127.0.0.1:" + port,
                "--https",
                "127.0.0.1:" + Workshop.freePort(),
                "--ssh",
                "127.0.0.1:" + Workshop.freePort());
        process = launch();
        startTime = await();
    }

    private static String fleet(int sinkPort) {
        return """
               version: 1
               servers:
                 - id: sink
                   role: relay
                   nextHop: 127.0.0.1:%d
                   ehlo: postyard.bench.test
                   tls: "off"
               limits:
                 - server: sink
                   connections: 100
                   messagesPerConnection: 1000000
               retry:
                 intervals: [6h]
                 maxAge: 5d
               """.formatted(sinkPort);
    }

    private Process launch() throws IOException {
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().put("JAVA_MAX_MEM", heap);
        return tasks.start(output, program);
    }

    private Duration await() throws IOException, InterruptedException {
        try {
            return SmtpProbe.awaitMailService(port, START_TIMEOUT, process::isAlive);
        } catch (IOException e) {
            throw new IOException("Postyard did not start; its output:\n" + Files.readString(output), e);
        }
    }

    /** From the command until it took mail. */
    Duration startTime() {
        return startTime;
    }

    Path data() {
        return data;
    }

    long pid() {
        return process.pid();
    }

    /** Ends it without warning and starts it again on the same data; when it takes mail again. */
    void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch();
        startTime = await();
    }

    @Override
    public String name() {
        return "Postyard";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public ProcessTree processes() {
        return new ProcessTree(process.pid());
    }

    @Override
    public int warmUpMessages() {
        return WARM_UP_MESSAGES;
    }

    @Override
    public void close() {
        tasks.stop(process);
    }
}
