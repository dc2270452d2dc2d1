package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The spool on a small file system that fills up: new mail is put off, old mail is kept, and room is noticed. */
class DiskFullIT {
    /** The spool keeps 256 MB for settling what it has, and prepares 70 MB for its log; the rest is for mail. */
    private static final int DISK_MEGABYTES = 400;

    private static final int MESSAGE_BYTES = 1_000_000;

    @RegisterExtension
    static final Workshop WORKSHOP = Workshop.of(DiskFullIT.class);

    @Test
    void fullDiskPutsMailOffAndRoomIsNoticedWithoutARestart() throws Exception {
        Path disk = Files.createDirectories(WORKSHOP.folder().resolve("node/spool"));
        boolean mounted = mount(disk);
        if (!mounted) System.out.println("DiskFullIT: no right to mount a file system; nothing checked");
        assumeTrue(mounted, "mounting needs root");
        Receiver receiver = new Receiver(WORKSHOP, "receiver");
        Node node = Node.prepare(WORKSHOP, "node").start(Fleets.relays(List.of(receiver.port()), ""));
        Set<String> accepted = new HashSet<>();

        String refusal = fill(node, accepted);
        System.out.println("DiskFullIT: refused after " + accepted.size() + " messages of 1 MB: " + refusal);
        assertThat(refusal).startsWith("452");
        assertThat(accepted).isNotEmpty();
        Api.Answer overHttp = post(node);
        assertThat(overHttp.status()).as(overHttp.body()).isEqualTo(503);
        assertThat(overHttp.retryAfter()).isNotEmpty();

        Path ballast = disk.resolve("ballast");
        fillUp(ballast);
        assertThat(send(node, "full")).matches("4(52|21|51).*");
        assertThat(post(node).status()).isEqualTo(503);

        Files.delete(ballast);
        Workshop.run("mount", "-o", "remount,size=" + 3 * DISK_MEGABYTES + "m", disk.toString());
        Await.until("mail is accepted again", Duration.ofSeconds(60), () -> {
            String recipient = "accept+late" + System.nanoTime();
            boolean taken = send(node, recipient).startsWith("250");
            if (taken) accepted.add(recipient + "@elsewhere.test");
            return taken;
        });
        assertThat(post(node).status()).isEqualTo(202);
        receiver.start();
        Verdict verdict = Verdict.of(node, accepted, receiver);
        System.out.println("DiskFullIT: " + verdict.text());
        assertThat(verdict.lost()).isEmpty();
        assertThat(verdict.unlisted()).isEmpty();
    }

    private static boolean mount(Path disk) {
        try {
            Workshop.run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "tmpfs", disk.toString());
            WORKSHOP.finallyRun("umount", "-l", disk.toString());
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Sends until a refusal and returns it. */
    private static String fill(Node node, Set<String> accepted) throws IOException {
        for (int number = 1; number <= 2 * DISK_MEGABYTES; number++) {
            String reply = send(node, "accept+d" + number);
            if (!reply.startsWith("250")) return reply;
            accepted.add("accept+d" + number + "@elsewhere.test");
        }
        return "nothing was refused";
    }

    private static String send(Node node, String name) throws IOException {
        try (SmtpClient client = new SmtpClient(node.smtpPort())) {
            return client.send("sender@itests.test", name + "@elsewhere.test", content());
        }
    }

    private static Api.Answer post(Node node) throws IOException, InterruptedException {
        return node.api()
                .call(
                        "POST",
                        "messages?from=sender@itests.test&to=accept@elsewhere.test",
                        "message/rfc822",
                        "Subject: room\r\n\r\ntext\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] content() {
        String line = "A line of a message that needs room on the disk, as long as most lines are.\r\n";
        return ("Subject: room\r\n\r\n" + line.repeat(MESSAGE_BYTES / line.length()))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes until nothing more fits. */
    private static void fillUp(Path file) throws IOException {
        byte[] block = new byte[65_536];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) out.write(block);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }
}
