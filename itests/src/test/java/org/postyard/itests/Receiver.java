package org.postyard.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postyard.simulator.Arrival;
import org.postyard.simulator.ArrivalRecord;

/** The provider simulator as a process: the receiving side, which outlives the node and writes down each message before it answers. */
final class Receiver {
    private static final int PORTS = 7;
    private static final int ELSEWHERE = 5;

    private final Workshop workshop;
    private final String name;
    private final Path record;
    private final int portBase = Ports.free(PORTS);
    private Optional<Process> process = Optional.empty();
    private int starts;

    Receiver(Workshop workshop, String name) throws IOException {
        this.workshop = workshop;
        this.name = name;
        record = Files.createFile(workshop.folder().resolve(name + ".arrivals"));
    }

    Receiver start() throws Exception {
        Path output = workshop.folder().resolve(name + "-" + ++starts + ".out");
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.postyard.simulator.SimulatorMain",
                "--port-base",
                Integer.toString(portBase),
                "--no-mix",
                "--no-limits",
                "--record",
                record.toString());
        process = Optional.of(workshop.start(name, output, program));
        Await.until(name + " is ready", Duration.ofSeconds(60), () -> Files.readString(output)
                .contains("ready"));
        return this;
    }

    /** The port of the provider that takes mail for everybody. */
    int port() {
        return portBase + ELSEWHERE;
    }

    /** Another port that takes mail for everybody. */
    int otherPort() {
        return portBase;
    }

    void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** SIGSTOP: it says nothing more, but its connections stay open. */
    void freeze() throws IOException, InterruptedException {
        Workshop.run("kill", "-STOP", Long.toString(running().pid()));
    }

    void thaw() throws IOException, InterruptedException {
        Workshop.run("kill", "-CONT", Long.toString(running().pid()));
    }

    private Process running() {
        return process.orElseThrow(() -> new IllegalStateException(name + " was never started"));
    }

    List<Arrival> arrivals() throws IOException {
        return ArrivalRecord.read(record);
    }

    /** How often mail for each recipient arrived at any of them. */
    static Map<String, Integer> counts(Receiver... receivers) throws IOException {
        List<Arrival> all = new ArrayList<>();
        for (Receiver receiver : receivers) all.addAll(receiver.arrivals());
        Map<String, Integer> counts = new java.util.HashMap<>();
        for (Arrival arrival : all) for (String to : arrival.recipients()) counts.merge(to, 1, Integer::sum);
        return counts;
    }
}
