package org.postyard.console.ui.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The built distribution running as a process on a data folder of its own, with the fleet of a new installation, which delivers
 * into simulated mailbox providers. Ends with the tests.
 */
final class RuntimeProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Pattern PASSWORD = Pattern.compile("password: (\\S+)");

    private final Process process;
    private final Path home;
    private final int httpsPort;
    private final String password;

    private RuntimeProcess(Process process, Path home, int httpsPort, String password) {
        this.process = process;
        this.home = home;
        this.httpsPort = httpsPort;
        this.password = password;
    }

    /** Where the distribution is; empty if it has not been built. */
    static Optional<Path> distribution() {
        Path root = Path.of(System.getProperty("postyard.root", "../../..")).toAbsolutePath().normalize();
        String given = System.getProperty("postyard.distribution", "");
        Path home = given.isEmpty() ? root.resolve("karaf-assembly/target/assembly") : Path.of(given);
        return Optional.of(home).filter(path -> Files.isExecutable(path.resolve("bin/postyard")));
    }

    /** Starts it and waits until every listener answers. */
    static RuntimeProcess start(Path home) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "runtime").toAbsolutePath());
        Path data = Files.createTempDirectory(folder, "data-").resolve("node");
        Path output = folder.resolve(data.getParent().getFileName() + ".out");
        int port = freePorts(3);
        Process process = new ProcessBuilder(
                        home.resolve("bin/postyard").toString(),
                        "run",
                        "--data",
                        data.toString(),
                        "--smtp",
                        "127.0.0.1:" + port,
                        "--https",
                        "127.0.0.1:" + (port + 1),
                        "--ssh",
                        "127.0.0.1:" + (port + 2))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "runtime-end"));
        String text = awaitReady(process, output);
        Matcher shown = PASSWORD.matcher(text);
        if (!shown.find()) {
            throw new IllegalStateException("the runtime has shown no password: " + text);
        }
        return new RuntimeProcess(process, home, port + 1, shown.group(1));
    }

    private static String awaitReady(Process process, Path output) throws Exception {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            String text = Files.readString(output);
            if (text.contains("ready after ")) {
                return text;
            }
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("the runtime has not become ready: " + text);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static int freePorts(int count) throws IOException {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(21_000, 31_000);
            if (areFree(base, count)) {
                return base;
            }
        }
    }

    private static boolean areFree(int base, int count) {
        for (int port = base; port < base + count; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (!socket.isBound()) {
                    return false;
                }
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    URI url() {
        return URI.create("https://127.0.0.1:" + httpsPort);
    }

    /** The password of the account admin. */
    String password() {
        return password;
    }

    /** The file of one of its own bundles. */
    Path bundle(String symbolicName) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("system/org/postyard/" + symbolicName))) {
            return files.filter(file -> file.getFileName().toString().matches(Pattern.quote(symbolicName) + "-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
