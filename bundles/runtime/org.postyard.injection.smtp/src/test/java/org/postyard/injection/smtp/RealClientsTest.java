package org.postyard.injection.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of others as clients, as far as they are installed. */
class RealClientsTest {
    private RunningInjection running;

    @BeforeEach
    void start() {
        running = RunningInjection.with();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void swaksDeliversWithPipelining() throws Exception {
        run(
                program("swaks"),
                "--server",
                "127.0.0.1:" + running.port(),
                "--from",
                "a@b.example",
                "--to",
                "c@d.example,e@f.example",
                "--pipeline",
                "--body",
                ".leading dot");
        assertThat(running.onlySubmission().envelope().recipients()).hasSize(2);
        assertThat(Sent.text(running.onlySubmission())).contains("\r\n.leading dot");
    }

    @Test
    void smtpSourceDeliversOverManyConnections() throws Exception {
        run(
                program("smtp-source"),
                "-s",
                "20",
                "-m",
                "400",
                "-l",
                "10240",
                "-r",
                "3",
                "-f",
                "a@b.example",
                "-t",
                "c@d.example",
                "127.0.0.1:" + running.port());
        Eventually.holds(() -> running.desk.submissions().size() == 400);
        assertThat(running.desk.submissions())
                .allMatch(submission -> submission.envelope().recipients().size() == 3);
    }

    @Test
    void curlDeliversAFile(@TempDir Path folder) throws Exception {
        Path mail = folder.resolve("mail.eml");
        String content = "Subject: curl\r\n\r\n.\r\n..\r\nlast\r\n";
        Files.writeString(mail, content);
        run(
                program("curl"),
                "-sS",
                "smtp://127.0.0.1:" + running.port() + "/client.example",
                "--mail-from",
                "a@b.example",
                "--mail-rcpt",
                "c@d.example",
                "-T",
                mail.toString());
        assertThat(Sent.text(running.onlySubmission())).isEqualTo(content);
    }

    private static String program(String name) {
        for (String place : List.of("/usr/bin/", "/usr/sbin/", "/usr/local/bin/"))
            if (Files.isExecutable(Path.of(place + name))) return place + name;
        System.out.println("RealClientsTest: " + name + " is not installed");
        assumeTrue(false, name + " is not installed");
        return name;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
