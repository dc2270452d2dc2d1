package org.postyard.connector.smtp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postyard.api.fleet.HostPort;

/** A Postfix of our own on a free port, with folders of its own, that keeps mail for {@code name@b.example} in a Maildir called {@code name}. Needs root. */
final class PostfixServer implements AutoCloseable {
    private static final Path MASTER = Path.of("/usr/lib/postfix/sbin/master");

    private final Path folder;
    private final FreePort port;
    private final Process master;

    private PostfixServer(Path folder, FreePort port, Process master) {
        this.folder = folder;
        this.port = port;
        this.master = master;
    }

    /** Why there can be none here; empty if there can. */
    static String obstacle() {
        if (!Files.isExecutable(MASTER)) return "Postfix is not installed (Debian package postfix)";
        return System.getProperty("user.name").equals("root") ? "" : "Postfix starts only for root";
    }

    static PostfixServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("postyard-postfix");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("etc", "queue", "data", "mail")) Files.createDirectory(folder.resolve(name));
        run(
                "chown",
                "postfix",
                folder.resolve("data").toString(),
                folder.resolve("mail").toString());
        FreePort port = FreePort.find();
        Files.writeString(folder.resolve("etc/main.cf"), mainConfiguration(folder));
        Files.writeString(folder.resolve("etc/master.cf"), masterConfiguration(port));
        Files.writeString(folder.resolve("etc/mailboxes"), mailboxes());
        run("postfix", "-c", folder.resolve("etc").toString(), "check");
        Process master = new ProcessBuilder(
                        MASTER.toString(), "-c", folder.resolve("etc").toString(), "-d")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        port.awaitServer(master);
        return new PostfixServer(folder, port, master);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IOException(List.of(command) + " hangs");
    }

    private static String mainConfiguration(Path folder) throws IOException {
        Object user = Files.getAttribute(folder.resolve("data"), "unix:uid");
        return String.join(
                "\n",
                "compatibility_level = 3.6",
                "queue_directory = " + folder.resolve("queue"),
                "data_directory = " + folder.resolve("data"),
                "maillog_file_prefixes = " + folder,
                "maillog_file = " + folder.resolve("log"),
                "myhostname = receiver.example",
                "mydestination =",
                "inet_interfaces = 127.0.0.1",
                "inet_protocols = ipv4",
                "smtpd_peername_lookup = no",
                "alias_maps =",
                "virtual_mailbox_domains = b.example",
                "virtual_mailbox_base = " + folder.resolve("mail"),
                "virtual_mailbox_maps = texthash:" + folder.resolve("etc/mailboxes"),
                "virtual_uid_maps = static:" + user,
                "virtual_gid_maps = static:" + user,
                "virtual_minimum_uid = 50",
                "local_header_rewrite_clients =",
                "message_drop_headers =",
                "disable_mime_output_conversion = yes",
                "");
    }

    /** {@code m0} to {@code m999}, {@code good} and {@code better}. */
    private static String mailboxes() {
        return Stream.concat(
                        Stream.of("good", "better"), IntStream.range(0, 1000).mapToObj(i -> "m" + i))
                .map(name -> name + "@b.example " + name + "/\n")
                .collect(Collectors.joining());
    }

    private static String masterConfiguration(FreePort port) {
        return String.join(
                "\n",
                "127.0.0.1:" + port.number() + " inet n - n - - smtpd",
                "pickup unix n - n 60 1 pickup",
                "cleanup unix n - n - 0 cleanup",
                "qmgr unix n - n 300 1 qmgr",
                "rewrite unix - - n - - trivial-rewrite",
                "bounce unix - - n - 0 bounce",
                "defer unix - - n - 0 bounce",
                "trace unix - - n - 0 bounce",
                "verify unix - - n - 1 verify",
                "flush unix n - n 1000? 0 flush",
                "proxymap unix - - n - - proxymap",
                "error unix - - n - - error",
                "retry unix - - n - - error",
                "virtual unix - n n - - virtual",
                "anvil unix - - n - 1 anvil",
                "scache unix - - n - 1 scache",
                "postlog unix-dgram n - n - 1 postlogd",
                "");
    }

    HostPort address() {
        return new HostPort("127.0.0.1", port.number());
    }

    /** The one message of a mailbox, once it has arrived. */
    byte[] mail(String mailbox) throws IOException {
        Path arrived = folder.resolve("mail").resolve(mailbox).resolve("new");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Files.isDirectory(arrived) || isEmpty(arrived)) {
            if (System.nanoTime() > end) throw new AssertionError("no mail for " + mailbox);
            LockSupport.parkNanos(10_000_000);
        }
        try (var files = Files.list(arrived)) {
            return Files.readAllBytes(files.findFirst().orElseThrow());
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    @Override
    public void close() throws IOException {
        master.destroy();
        master.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
