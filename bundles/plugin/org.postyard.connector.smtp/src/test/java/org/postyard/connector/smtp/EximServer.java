package org.postyard.connector.smtp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postyard.api.fleet.HostPort;

/**
 * An Exim of our own on a free port, with folders of its own, that keeps mail for {@code name@b.example} in a Maildir called
 * {@code name}. It need not be installed: its unpacked program is enough, and runs without any privilege.
 */
final class EximServer implements AutoCloseable {
    private static final int NOBODY = 65534;

    private final Path folder;
    private final FreePort port;
    private final Process process;

    private EximServer(Path folder, FreePort port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Why there can be none here; empty if there can. */
    static String obstacle() {
        if (program().isEmpty())
            return "there is no Exim ('./postyard test' fetches Debian's exim4-daemon-light without installing it)";
        return accountsLibrary().isPresent()
                ? ""
                : "libnss_wrapper.so is not installed (Debian package libnss-wrapper)";
    }

    private static Optional<Path> program() {
        return Stream.of(System.getProperty("postyard.exim", ""), "/usr/sbin/exim4")
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Lets a process believe in the account Debian-exim, which Exim was built for. */
    private static Optional<Path> accountsLibrary() {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return folders.map(folder -> folder.resolve("libnss_wrapper.so"))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static EximServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("postyard-exim");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("spool", "log", "mail")) Files.createDirectory(folder.resolve(name));
        FreePort port = FreePort.find();
        boolean root = System.getProperty("user.name").equals("root");
        int user = root ? NOBODY : (int) Files.getAttribute(folder, "unix:uid");
        // A copy, because the original may have the bit that makes it run as root.
        Files.write(folder.resolve("exim"), Files.readAllBytes(program().orElseThrow()));
        Files.setPosixFilePermissions(folder.resolve("exim"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(
                folder.resolve("passwd"),
                "root:x:0:0::/:/bin/sh\nDebian-exim:x:" + user + ":" + user + "::/:/bin/sh\n");
        Files.writeString(folder.resolve("group"), "root:x:0:\nDebian-exim:x:" + user + ":\n");
        Files.writeString(folder.resolve("configuration"), configuration(folder, port));
        if (root)
            new ProcessBuilder("chown", "-R", user + ":" + user, folder.toString())
                    .start()
                    .waitFor();
        Process process = launch(folder, root);
        port.awaitServer(process);
        return new EximServer(folder, port, process);
    }

    private static Process launch(Path folder, boolean root) throws IOException {
        List<String> command = new ArrayList<>();
        if (root) command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        command.addAll(List.of(
                folder.resolve("exim").toString(),
                "-C",
                folder.resolve("configuration").toString(),
                "-bdf"));
        ProcessBuilder program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log/output").toFile());
        program.environment().put("LD_PRELOAD", accountsLibrary().orElseThrow().toString());
        program.environment().put("NSS_WRAPPER_PASSWD", folder.resolve("passwd").toString());
        program.environment().put("NSS_WRAPPER_GROUP", folder.resolve("group").toString());
        return program.start();
    }

    private static String configuration(Path folder, FreePort port) {
        return String.join(
                "\n",
                "exim_path = " + folder.resolve("exim"),
                "spool_directory = " + folder.resolve("spool"),
                "log_file_path = " + folder.resolve("log/%s"),
                "pid_file_path = " + folder.resolve("pid"),
                "primary_hostname = exim.example",
                "local_interfaces = 127.0.0.1",
                "daemon_smtp_ports = " + port.number(),
                "add_environment = LD_PRELOAD=" + accountsLibrary().orElseThrow(),
                "keep_environment = NSS_WRAPPER_PASSWD : NSS_WRAPPER_GROUP : LD_PRELOAD",
                "deliver_drop_privilege = true",
                "host_lookup =",
                "rfc1413_query_timeout = 0s",
                "tls_advertise_hosts =",
                "chunking_advertise_hosts = *",
                "smtp_accept_queue_per_connection = 0",
                "return_path_remove = false",
                "envelope_to_remove = false",
                "delivery_date_remove = false",
                "acl_smtp_rcpt = recipients",
                "acl_smtp_data = accept",
                "domainlist ours = b.example",
                "localpartlist mailboxes = " + mailboxes(),
                "begin acl",
                "recipients:",
                "  accept domains = +ours",
                "         local_parts = +mailboxes",
                "  deny message = no such mailbox",
                "begin routers",
                "everybody:",
                "  driver = accept",
                "  local_parts = +mailboxes",
                "  transport = mailbox",
                "begin transports",
                "mailbox:",
                "  driver = appendfile",
                "  directory = " + folder.resolve("mail") + "/$local_part_data",
                "  maildir_format",
                "  create_directory",
                "");
    }

    /** {@code m0} to {@code m299}, {@code good} and {@code better}. */
    private static String mailboxes() {
        return Stream.concat(
                        Stream.of("good", "better"), IntStream.range(0, 300).mapToObj(i -> "m" + i))
                .collect(Collectors.joining(" : "));
    }

    HostPort address() {
        return new HostPort("127.0.0.1", port.number());
    }

    /** The one message of a mailbox, once it has arrived. */
    byte[] mail(String mailbox) throws IOException {
        Path arrived = folder.resolve("mail").resolve(mailbox).resolve("new");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!hasMail(mailbox)) {
            if (System.nanoTime() > end) throw new AssertionError("no mail for " + mailbox);
            LockSupport.parkNanos(10_000_000);
        }
        return Files.readAllBytes(files(arrived).get(0));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    boolean hasMail(String mailbox) throws IOException {
        Path arrived = folder.resolve("mail").resolve(mailbox).resolve("new");
        return Files.isDirectory(arrived) && !files(arrived).isEmpty();
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        // By a program, because a process that serves a connection may still be writing.
        new ProcessBuilder("rm", "-rf", folder.toString()).start();
    }
}
