package org.postyard.injection.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real messages, malformed ones among them, arrive octet by octet. */
class CorpusTest {
    @Test
    void realMessagesArriveOctetByOctetByDataAndByChunks() throws Exception {
        Optional<Path> folder = corpus();
        if (folder.isEmpty()) System.out.println("CorpusTest: no folder with real messages; nothing checked");
        assumeTrue(folder.isPresent(), "no folder with real messages");
        List<Path> files = messages(folder.get());
        try (RunningInjection running = RunningInjection.with();
                Talk talk = running.talkAfterEhlo()) {
            for (Path file : files) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                talk.beginMessage();
                talk.command("DATA", "354");
                String complete = content.endsWith("\r\n") ? content : content + "\r\n";
                talk.send(stuffed(complete) + ".\r\n");
                talk.expect("250 2.0.0 Ok: queued");
                assertArrived(running, complete, file);
                talk.beginMessage();
                int half = content.length() / 2;
                talk.send("BDAT " + half + "\r\n" + content.substring(0, half));
                talk.send("BDAT " + (content.length() - half) + " LAST\r\n" + content.substring(half));
                talk.expect("250 2.0.0 " + half);
                talk.expect("250 2.0.0 Ok: queued");
                assertArrived(running, content, file);
            }
            assertThat(running.desk.submissions()).hasSize(2 * files.size());
        }
        System.out.println("CorpusTest: " + files.size() + " messages by DATA and by BDAT");
    }

    private static void assertArrived(RunningInjection running, String content, Path file) {
        var all = running.desk.submissions();
        var last = all.get(all.size() - 1);
        assertThat(Sent.text(last)).as(file.toString()).isEqualTo(content);
        assertThat(last.envelope().eightBit())
                .as(file.toString())
                .isEqualTo(content.chars().anyMatch(octet -> octet > 127));
    }

    private static String stuffed(String content) {
        String stuffed = content.replace("\r\n.", "\r\n..");
        return stuffed.startsWith(".") ? "." + stuffed : stuffed;
    }

    private static List<Path> messages(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The folder data/mail of a folder named shared beside the repository, seen from wherever the build runs. */
    private static Optional<Path> corpus() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/data/mail");
            if (Files.isDirectory(folder)) return Optional.of(folder);
        }
        return Optional.empty();
    }
}
