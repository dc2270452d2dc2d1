package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A new installation: how long it takes, what it takes, and that it is safe before anybody has done anything. */
@Tag("alone")
class ColdStartIT {
    private static final Pattern FIELDS = Pattern.compile("\\s+");

    @RegisterExtension
    static final Workshop WORKSHOP = Workshop.of(ColdStartIT.class);

    @Test
    void newInstallationIsReadyListensOnLoopbackAndKeepsItsPassword() throws Exception {
        Node node = Node.prepare(WORKSHOP, "node").compiledInFull().start();
        String password = node.password();
        print("first start", node);
        Await.pass(Duration.ofSeconds(5));
        print("idle", node);
        assertThat(listeners(node.pid())).isNotEmpty().allSatisfy(address -> assertThat(address)
                .matches("(\\[::ffff:127\\.|127\\.|\\[::1\\]).*"));
        assertThat(filesWith(password, node.data()))
                .as("files that hold the password")
                .isEmpty();
        assertThat(Files.readString(node.data().resolve("etc/users.properties")))
                .as("a bcrypt hash in hexadecimal digits")
                .containsPattern("admin = \\{CRYPT}2432[0-9a-f]{100,}");
        assertThat(status(node, "admin", "not the password")).isEqualTo(401);
        assertThat(node.lastStart()).isLessThan(Duration.ofMinutes(2));

        changeSettingOfSmtp(node, "nowhere");
        Await.until("the listener that cannot start is told", Duration.ofSeconds(30), () -> node.api()
                .get("health")
                .toString()
                .contains("org.postyard.injection.smtp.SmtpInjection cannot start: "));
        changeSettingOfSmtp(node, "127.0.0.0/8");

        node.stop();
        node.start();
        print("second start", node);
        assertThat(node.output()).doesNotContain("password");
        assertThat(status(node, "admin", password)).isEqualTo(200);
        Path message = Files.writeString(
                WORKSHOP.folder().resolve("message.eml"), "From: a@itests.test\nTo: b@itests.test\n\nHello\n");
        assertThat(node.send(message)).contains(": 250 ");
        assertThat(node.shell("postyard:health")).containsIgnoringCase("spool");
    }

    /** The runtime writes the file of a changed setting anew, with quotes; the script has to go on reading and writing it. */
    private static void changeSettingOfSmtp(Node node, String networks) throws Exception {
        byte[] change = "{\"values\":{\"trustedNetworks\":[\"%s\"]}}"
                .formatted(networks)
                .getBytes(StandardCharsets.UTF_8);
        Api.expected(
                "settings", node.api().call("PUT", "settings/org.postyard.injection.smtp", "application/json", change));
        Path file = node.data().resolve("etc/org.postyard.injection.smtp.cfg");
        Await.until("the setting is in its file", Duration.ofSeconds(30), () -> Files.readString(file)
                .contains("\"" + networks + "\""));
    }

    private static void print(String when, Node node) throws IOException {
        long residentKilobytes = Files.readAllLines(Path.of("/proc/" + node.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "ColdStartIT: %s: ready after %.1f s, resident %d MB%n",
                when,
                node.lastStart().toMillis() / 1e3,
                residentKilobytes / 1024);
    }

    private static int status(Node node, String account, String password) throws IOException, InterruptedException {
        return new Api(node.httpsPort(), account, password)
                .call("GET", "ledger", "application/json", new byte[0])
                .status();
    }

    private static List<String> listeners(long pid) throws IOException, InterruptedException {
        return Workshop.run("ss", "-Hltnp")
                .lines()
                .filter(line -> line.contains("pid=" + pid + ","))
                .map(line -> FIELDS.split(line.trim())[3])
                .toList();
    }

    private static List<Path> filesWith(String secret, Path folder) throws IOException {
        byte[] wanted = secret.getBytes(StandardCharsets.UTF_8);
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, wanted))
                    .toList();
        }
    }

    private static boolean contains(Path file, byte[] wanted) {
        try {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return content.contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return false; // It is gone again: a temporary file of the running node.
        }
    }
}
