package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.testkit.delivery.RecordingSmtpSink;
import org.postyard.testkit.delivery.SinkTransaction;

/** Real messages, malformed ones among them, go through the whole node and arrive octet by octet behind one trace header. */
class RealMessagesIT {
    @RegisterExtension
    static final Workshop WORKSHOP = Workshop.of(RealMessagesIT.class);

    private static RecordingSmtpSink sink;
    private static Node node;

    @BeforeAll
    static void startEverything() throws Exception {
        sink = WORKSHOP.closing(RecordingSmtpSink.start());
        int port = sink.address().port();
        node = Node.prepare(WORKSHOP, "node").start(Fleets.relays(List.of(port), ""));
    }

    @Test
    void messagesThatCameBySmtpArriveOctetByOctet() throws Exception {
        Map<String, byte[]> sent = new LinkedHashMap<>();
        try (SmtpClient client = new SmtpClient(node.smtpPort())) {
            for (Path file : messages()) {
                byte[] content = complete(Files.readAllBytes(file));
                String recipient = "smtp-" + sent.size() + "@corpus.test";
                assertThat(client.send("sender@itests.test", recipient, content))
                        .as(file.toString())
                        .startsWith("250");
                sent.put(recipient, content);
            }
        }
        check("SMTP", sent);
    }

    @Test
    void messagesThatCameByHttpArriveOctetByOctet() throws Exception {
        Map<String, byte[]> sent = new LinkedHashMap<>();
        for (Path file : messages()) {
            byte[] content = complete(Files.readAllBytes(file));
            String recipient = "http-" + sent.size() + "@corpus.test";
            Api.Answer answer = node.api()
                    .call("POST", "messages?from=sender@itests.test&to=" + recipient, "message/rfc822", content);
            assertThat(answer.status()).as(file + ": " + answer.body()).isEqualTo(202);
            sent.put(recipient, content);
        }
        check("HTTP", sent);
    }

    private static void check(String way, Map<String, byte[]> sent) throws Exception {
        node.api().awaitEmpty(Duration.ofSeconds(90));
        Map<String, byte[]> arrived = new LinkedHashMap<>();
        for (SinkTransaction transaction : sink.transactions())
            for (String line : transaction.recipients())
                arrived.put(line.replaceAll(".*<(.*)>.*", "$1"), transaction.content());
        List<String> different = new ArrayList<>();
        sent.forEach((recipient, content) -> {
            byte[] came = arrived.getOrDefault(recipient, new byte[0]);
            if (!withoutTrace(came).equals(text(content))) different.add(recipient);
        });
        System.out.println("RealMessagesIT: " + sent.size() + " messages by " + way + ", "
                + (sent.size() - different.size()) + " arrived octet by octet");
        assertThat(different).isEmpty();
    }

    /** All behind the first header, which must be ours. */
    private static String withoutTrace(byte[] content) {
        String text = text(content);
        if (!text.startsWith("Received: ")) return "no trace header before: " + text;
        int end = text.indexOf("\r\n");
        while (end + 2 < text.length() && text.charAt(end + 2) == '\t') end = text.indexOf("\r\n", end + 2);
        return text.substring(end + 2);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** SMTP knows no message whose last line does not end. */
    private static byte[] complete(byte[] content) {
        return text(content).endsWith("\r\n")
                ? content
                : (text(content) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Those beside the source tree if there are any, else those that come with the test. */
    private static List<Path> messages() throws IOException, URISyntaxException {
        Optional<Path> corpus = corpus();
        if (corpus.isEmpty()) System.out.println("RealMessagesIT: no folder with real messages; only own ones");
        try (Stream<Path> files = Files.walk(corpus.isPresent() ? corpus.get() : own())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(eml|msg)"))
                    .sorted()
                    .toList();
        }
    }

    private static Path own() throws URISyntaxException {
        URL folder = Objects.requireNonNull(RealMessagesIT.class.getResource("/messages"), "no folder messages");
        return Path.of(folder.toURI());
    }

    private static Optional<Path> corpus() {
        for (Path at = Distribution.root(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/data/mail");
            if (Files.isDirectory(folder)) return Optional.of(folder);
        }
        return Optional.empty();
    }
}
