package org.postyard.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.postgresql.Driver;

/** A real PostgreSQL of this build's own, on a free port of loopback, with its data in the build folder. */
final class PostgresServer implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String USER = "postyard";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private Process process;

    private PostgresServer(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    static PostgresServer start() {
        try {
            requirePrograms();
            Path data = newDataFolder();
            int port = freePort();
            run(
                    List.of(
                            PROGRAMS.resolve("initdb").toString(),
                            "-D",
                            data.toString(),
                            "-U",
                            USER,
                            "-A",
                            "trust",
                            "-E",
                            "UTF8",
                            "--locale=C.UTF-8"),
                    data);
            PostgresServer server = new PostgresServer(data, port, launch(data, port));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.awaitConnection();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    private static void requirePrograms() {
        if (!Files.isExecutable(PROGRAMS.resolve("initdb")))
            throw new IllegalStateException("the tests against PostgreSQL need Debian's package postgresql-15: "
                    + PROGRAMS + " has no initdb. './postyard test' installs it;"
                    + " -Dpostyard.test.postgresql=false leaves these tests out");
    }

    /** In the build folder if PostgreSQL's user can get there, else in the system's temporary folder. */
    private static Path newDataFolder() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Path parent = !root() || reachable(target)
                ? Files.createDirectories(target)
                : Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        Path folder = Files.createTempDirectory(parent, "postgresql-");
        if (root()) run(List.of("chown", "postgres", folder.toString()), parent, false);
        return folder;
    }

    private static boolean reachable(Path folder) throws IOException {
        return exitCode(List.of("runuser", "-u", "postgres", "--", "test", "-x", folder.toString()), Path.of("/")) == 0;
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> asPostgres(List<String> command) {
        if (!root()) return command;
        List<String> whole = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        whole.addAll(command);
        return whole;
    }

    private static void run(List<String> command, Path folder) throws IOException {
        run(asPostgres(command), folder, true);
    }

    private static void run(List<String> command, Path folder, boolean inside) throws IOException {
        int code = exitCode(command, inside ? folder : Path.of("/"));
        if (code != 0) throw new IOException(command + " ended with " + code);
    }

    private static int exitCode(List<String> command, Path folder) throws IOException {
        Process started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return started.waitFor();
        } catch (InterruptedException e) {
            started.destroy();
            throw new IOException("interrupted", e);
        }
    }

    private static Process launch(Path data, int port) throws IOException {
        List<String> command = List.of(
                PROGRAMS.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=");
        return new ProcessBuilder(asPostgres(command))
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target")
                        .toAbsolutePath()
                        .resolve("postgresql.log")
                        .toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitConnection() {
        long end = System.nanoTime() + START_TIMEOUT.toNanos();
        while (true) {
            try {
                connect().close();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end || !process.isAlive())
                    throw new IllegalStateException("PostgreSQL does not answer, see target/postgresql.log", e);
                awaitLittle();
            }
        }
    }

    /** Without the JDK's list of drivers, from which a closed store removes its own. */
    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        return Objects.requireNonNull(new Driver().connect(url("postgres"), properties));
    }

    private void awaitLittle() {
        try {
            if (process.waitFor(50, TimeUnit.MILLISECONDS))
                throw new IllegalStateException("PostgreSQL has ended, see target/postgresql.log");
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String user() {
        return USER;
    }

    /** Makes an empty database and returns its URL. */
    String newDatabase(String name) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException("no new database " + name, e);
        }
    }

    /** Pulls the plug: every connection breaks. */
    void stopAtOnce() {
        try {
            run(
                    List.of(
                            PROGRAMS.resolve("pg_ctl").toString(),
                            "-D",
                            data.toString(),
                            "-m",
                            "immediate",
                            "-w",
                            "stop"),
                    data);
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("PostgreSQL does not stop", e);
        }
    }

    void startAgain() {
        try {
            process = launch(data, port);
            awaitConnection();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start again", e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
