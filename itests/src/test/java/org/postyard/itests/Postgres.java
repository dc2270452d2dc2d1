package org.postyard.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of a test's own, on a free port of loopback; it never runs as root. */
final class Postgres {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String USER = "postyard";

    private final Path folder;
    private final int port = Ports.free(1);

    private Postgres(Path folder) {
        this.folder = folder;
    }

    /** Why there can be none here; empty if there can. */
    static String obstacle() {
        return Files.isExecutable(PROGRAMS.resolve("initdb"))
                ? ""
                : "PostgreSQL is not installed (Debian package postgresql-15)";
    }

    /** Starts one with an empty database called postyard; it ends with the workshop. */
    static Postgres start(Workshop workshop) throws Exception {
        // Not in the build folder, which the account of PostgreSQL may not be able to enter.
        Postgres postgres = new Postgres(Files.createTempDirectory("postyard-postgresql-"));
        String data = postgres.folder.toString();
        if (root()) Workshop.run("chown", "postgres", data);
        workshop.finallyRun("rm", "-rf", data);
        Workshop.run(command("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"));
        String[] server = command(
                "postgres",
                "-D",
                data,
                "-p",
                Integer.toString(postgres.port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=");
        workshop.start("postgresql", workshop.folder().resolve("postgresql.out"), new ProcessBuilder(server));
        Await.until("PostgreSQL answers", Duration.ofSeconds(60), postgres::answers);
        Workshop.run(postgres.client("createdb", "postyard"));
        return postgres;
    }

    private boolean answers() throws InterruptedException {
        try {
            Workshop.run(client("pg_isready"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What a query answers, without titles. */
    String ask(String query) throws IOException, InterruptedException {
        return Workshop.run(client("psql", "-d", "postyard", "-A", "-t", "-c", query))
                .strip();
    }

    private String[] client(String program, String... arguments) {
        List<String> words = new ArrayList<>(List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER));
        words.addAll(List.of(arguments));
        words.add(0, PROGRAMS.resolve(program).toString());
        return words.toArray(String[]::new);
    }

    private static String[] command(String program, String... arguments) {
        List<String> words = new ArrayList<>();
        if (root()) words.addAll(List.of("runuser", "-u", "postgres", "--"));
        words.add(PROGRAMS.resolve(program).toString());
        words.addAll(List.of(arguments));
        return words.toArray(String[]::new);
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postyard";
    }

    String user() {
        return USER;
    }
}
