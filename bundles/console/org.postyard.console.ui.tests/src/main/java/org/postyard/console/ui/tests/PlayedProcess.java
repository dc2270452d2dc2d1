package org.postyard.console.ui.tests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The testkit's played runtime as a process of its own, so that neither its memory nor its work is the console's. */
final class PlayedProcess implements AutoCloseable {

    /** Of the account {@code admin}. */
    static final String PASSWORD = "played";

    private static final Pattern ADDRESS = Pattern.compile("https://[0-9.:]+");

    private final Process process;
    private final Path output;

    private PlayedProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** 500 servers with 20,000 sources, 500 changes and 500 events a second. */
    static PlayedProcess large() throws IOException {
        Path output = Files.createTempFile("played", ".out");
        // It stands for another computer, and must not take the processor from the console that is measured.
        Process process = new ProcessBuilder(
                        "nice",
                        "-n",
                        "10",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("postyard.testkit"),
                        "org.postyard.testkit.console.PlayedRuntime")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new PlayedProcess(process, output);
    }

    URI address() throws Exception {
        for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1); System.nanoTime() < end; ) {
            Matcher matcher = ADDRESS.matcher(Files.readString(output));
            if (matcher.find()) {
                return URI.create(matcher.group());
            }
            if (!process.isAlive()) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("the played runtime did not start: " + Files.readString(output));
    }

    @Override
    public void close() throws Exception {
        process.destroyForcibly().waitFor();
        Files.deleteIfExists(output);
    }
}
