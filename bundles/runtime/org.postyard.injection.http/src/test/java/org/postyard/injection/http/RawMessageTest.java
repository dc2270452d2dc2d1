package org.postyard.injection.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.injection.Submission;
import org.postyard.api.message.Priority;
import org.postyard.injection.http.InjectionServer.Answer;

class RawMessageTest {
    private static final byte[] MESSAGE =
            "Subject: hello\r\n\r\n.a dot, a bare\nline feed and no end".getBytes(US_ASCII);
    private InjectionServer server;

    @BeforeEach
    void start() throws Exception {
        server = new InjectionServer(Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void theAnswerIsTheIdOfTheAcceptedMessage() {
        Answer answer = server.raw("from=a@s.example&to=b@r.example", MESSAGE);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("id").asText()).hasSize(13);
        assertThat(answer.json().get("status").asText()).isEqualTo("accepted");
    }

    @Test
    void envelopeAndWishesComeFromTheQuery() {
        server.raw(
                "from=a@s.example&to=b@r.example&to=c@r.example&tenant=shop&campaign=spring%20sale&class=transactional"
                        + "&priority=low&pool=main&notBefore=2030-01-01T00:00:00Z&deadline=2030-01-02T00:00:00Z",
                MESSAGE);

        Submission submission = only();
        assertThat(submission.envelope().sender()).isEqualTo("a@s.example");
        assertThat(submission.envelope().recipients())
                .extracting(recipient -> recipient.address())
                .containsExactly("b@r.example", "c@r.example");
        assertThat(submission.handling().tenant()).isEqualTo("shop");
        assertThat(submission.handling().campaign()).isEqualTo("spring sale");
        assertThat(submission.handling().messageClass().name()).isEqualTo("transactional");
        assertThat(submission.handling().priority()).isEqualTo(Priority.LOW);
        assertThat(submission.handling().pool()).contains("main");
        assertThat(submission.handling().deadline()).isPresent();
        assertThat(submission.client()).isEqualTo("127.0.0.1");
    }

    @Test
    void envelopeAndWishesMayComeInHeaders() {
        Answer answer = server.send(server.to("/api/v1/messages")
                .header("Content-Type", "message/rfc822")
                .header("X-Postyard-From", "a@s.example")
                .header("X-Postyard-To", "b@r.example, c@r.example")
                .header("X-Postyard-Tenant", "shop")
                .header("X-Postyard-Not-Before", "2030-01-01T00:00:00Z")
                .POST(BodyPublishers.ofByteArray(MESSAGE)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(only().envelope().recipients()).hasSize(2);
        assertThat(only().handling().tenant()).isEqualTo("shop");
        assertThat(only().handling().notBefore()).isPresent();
    }

    @Test
    void anEmptySenderIsTheNullSender() {
        assertThat(server.raw("from=&to=b@r.example", MESSAGE).status()).isEqualTo(202);
        assertThat(only().envelope().sender()).isEmpty();
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        assertThat(server.raw("to=b@r.example", MESSAGE).pointer()).isEqualTo("from");
        assertThat(server.raw("from=a@s.example", MESSAGE).pointer()).isEqualTo("to");
        assertThat(server.raw("from=a@s.example&to=nobody", MESSAGE).pointer()).isEqualTo("to");
        assertThat(server.raw("from=a@s.example&to=b@r.example%0d%0aRCPT%20TO:x@y", MESSAGE)
                        .pointer())
                .isEqualTo("to");
        assertThat(server.raw("from=a@s.example&to=b@r.example&priority=urgent", MESSAGE)
                        .pointer())
                .isEqualTo("priority");
        assertThat(server.raw("from=a@s.example&to=b@r.example&class=system", MESSAGE)
                        .status())
                .isEqualTo(422);
        assertThat(server.desk.submissions()).isEmpty();
    }

    @Test
    void aMessageThatGoesRoundInALoopIsRefused() {
        String message = "Received: from a by b\r\n".repeat(51) + "Subject: x\r\n\r\nbody";

        assertThat(server.raw("from=a@s.example&to=b@r.example", message.getBytes(US_ASCII))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void everyRealMessageIsKeptByteForByteBehindOneTraceHeader() throws IOException {
        List<Path> corpus = corpus();
        for (Path file : corpus) {
            byte[] body = Files.readAllBytes(file);
            Answer answer = server.raw("from=a@s.example&to=b@r.example", body);
            assertThat(answer.status()).as(file.toString()).isEqualTo(202);
            byte[] kept = last().content().bytes();
            int headBytes = kept.length - body.length;
            assertThat(Arrays.copyOfRange(kept, headBytes, kept.length))
                    .as(file.toString())
                    .isEqualTo(body);
            assertThat(new String(kept, 0, headBytes, ISO_8859_1))
                    .matches("Received: by localhost with HTTPS id [0-9a-f]{16};\r\n\t[^\r\n]+ \\+0000\r\n");
        }
        assertThat(server.desk.submissions()).hasSize(corpus.size());
    }

    /** The real messages beside the repository, if they are there, and in any case a few that are awkward. */
    private static List<Path> corpus() throws IOException {
        Path awkward = Files.createTempFile("awkward", ".eml");
        awkward.toFile().deleteOnExit();
        Files.write(awkward, new byte[] {'X', ':', (byte) 0xE4, '\n', '\n', 0, '.', '\r', '\n', '.', '\n'});
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path mail = folder.resolveSibling("shared").resolve("data").resolve("mail");
            if (Files.isDirectory(mail)) {
                try (Stream<Path> files = Files.walk(mail)) {
                    return Stream.concat(Stream.of(awkward), files.filter(RawMessageTest::isMessage))
                            .toList();
                }
            }
        }
        System.out.println("No real messages beside the repository: only the awkward one was tried");
        return List.of(awkward);
    }

    private static boolean isMessage(Path file) {
        return file.toString().endsWith(".eml") || file.toString().endsWith(".msg");
    }

    private Submission only() {
        assertThat(server.desk.submissions()).hasSize(1);
        return last();
    }

    private Submission last() {
        List<Submission> submissions = server.desk.submissions();
        return submissions.get(submissions.size() - 1);
    }
}
