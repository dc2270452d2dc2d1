package org.postyard.injection.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.injection.Submission;
import org.postyard.api.message.Recipient;
import org.postyard.injection.http.InjectionServer.Answer;

class DescribedMessageTest {
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
    void aMessageWithEverythingIsReadBackAsItWasDescribed() throws Exception {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, 13, 10};
        Answer answer = server.json("""
                {"from": "Änne Müller <anna@s.example>", "returnPath": "bounce@s.example",
                 "to": ["Bob <bob@r.example>"], "cc": ["carl@r.example"], "bcc": ["dora@r.example"],
                 "replyTo": ["help@s.example"], "subject": "Grüße, lange und mit 日本語",
                 "text": "Zeile 1\\nZeile 2", "html": "<p>Grüße <img src='cid:logo'></p>",
                 "headers": {"List-Unsubscribe": "<https://s.example/u>", "X-Note": "äöü"},
                 "attachments": [
                   {"name": "logo.png", "contentType": "image/png", "contentBase64": "%s", "contentId": "logo"},
                   {"name": "Übersicht.txt", "contentType": "text/plain; charset=UTF-8", "contentBase64": "%s"}]}
                """.formatted(
                        Base64.getEncoder().encodeToString(picture),
                        Base64.getEncoder().encodeToString("Inhalt\n".getBytes(UTF_8))));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
        Submission submission = only();
        assertThat(submission.envelope().sender()).isEqualTo("bounce@s.example");
        assertThat(submission.envelope().recipients())
                .extracting(Recipient::address)
                .containsExactly("bob@r.example", "carl@r.example", "dora@r.example");
        MimeMessage message = parsed(submission);
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Änne Müller");
        assertThat(message.getSubject()).isEqualTo("Grüße, lange und mit 日本語");
        assertThat(message.getRecipients(RecipientType.BCC)).isNull();
        assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<https://s.example/u>");
        assertThat(MimeUtility.decodeText(message.getHeader("X-Note")[0])).isEqualTo("äöü");
        assertThat(message.getMessageID()).matches("<[0-9a-f-]{36}@localhost>");
        assertThat(message.getSentDate()).isNotNull();
        MimeMultipart mixed = (MimeMultipart) message.getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContent()).isEqualTo("Zeile 1\r\nZeile 2");
        MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related");
        assertThat(related.getBodyPart(0).getContent().toString()).contains("Grüße");
        BodyPart logo = related.getBodyPart(1);
        assertThat(logo.getInputStream().readAllBytes()).isEqualTo(picture);
        assertThat(logo.getHeader("Content-ID")).containsExactly("<logo>");
        BodyPart overview = mixed.getBodyPart(1);
        assertThat(overview.getFileName()).isEqualTo("Übersicht.txt");
        assertThat(overview.getInputStream().readAllBytes()).isEqualTo("Inhalt\n".getBytes(UTF_8));
    }

    @Test
    void everyLineEndsWithCrLfAndIsShortEnough() {
        server.json("""
                {"from": "a@s.example", "to": ["b@r.example"], "subject": "x",
                 "text": "one\\ntwo\\rthree\\r\\n%s"}""".formatted("long ".repeat(400)));

        String wire = new String(only().content().bytes(), UTF_8);
        assertThat(wire.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(wire.lines()).allMatch(line -> line.length() <= 998);
    }

    @Test
    void aHeaderCannotBeSmuggledInAnywhere() {
        List<String> attempts = List.of(
                "\"subject\": \"x\\r\\nBcc: evil@e.example\"",
                "\"headers\": {\"X-Note\": \"x\\nBcc: evil@e.example\"}",
                "\"headers\": {\"X-Note: y\\r\\nBcc\": \"evil@e.example\"}",
                "\"replyTo\": [\"a@s.example\\r\\nBcc: evil@e.example\"]",
                "\"attachments\": [{\"name\": \"a\\r\\nb\", \"contentType\": \"text/plain\", \"contentBase64\": \"\"}]",
                "\"attachments\": [{\"name\": \"a\", \"contentType\": \"text/plain\\r\\nX: y\", \"contentBase64\": \"\"}]",
                "\"attachments\": [{\"name\": \"a\", \"contentType\": \"image/png\", \"contentBase64\": \"\", \"contentId\": \"a>\\r\\nX: y\"}]");
        for (String attempt : attempts) {
            Answer answer = server.json(
                    "{\"from\": \"a@s.example\", \"to\": [\"b@r.example\"], \"html\": \"t\", " + attempt + "}");
            assertThat(answer.status()).as(attempt).isEqualTo(422);
            assertThat(answer.pointer()).as(attempt).isNotEmpty();
        }
        assertThat(server.desk.submissions()).isEmpty();
    }

    @Test
    void eachMistakeIsNamedByItsPointer() {
        assertPointer("/from", "{\"to\": [\"b@r.example\"], \"text\": \"t\"}");
        assertPointer("/to", "{\"from\": \"a@s.example\", \"text\": \"t\"}");
        assertPointer("/to/1", "{\"from\": \"a@s.example\", \"to\": [\"b@r.example\", \"no\"], \"text\": \"t\"}");
        assertPointer("/text", "{\"from\": \"a@s.example\", \"to\": [\"b@r.example\"]}");
        assertPointer("/headers/From", described("\"headers\": {\"From\": \"x@y.example\"}"));
        assertPointer("/deadline", described("\"deadline\": \"tomorrow\""));
        assertPointer("/subjekt", described("\"subjekt\": \"x\""));
        assertPointer(
                "/attachments/0/contentBase64",
                described("\"attachments\": [{\"name\": \"a\", \"contentType\": \"a/b\", \"contentBase64\": \"?\"}]"));
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        assertThat(server.json("{\"from\": ").status()).isEqualTo(400);
        assertThat(server.json("[]").status()).isEqualTo(400);
        assertThat(server.json("").status()).isEqualTo(400);
        assertThat(server.json("{\"from\": \"a\", \"from\": \"b\"}").status()).isEqualTo(400);
    }

    @Test
    void anInternationalAddressNeedsSmtpUtf8() {
        assertThat(server.json("{\"from\": \"a@s.example\", \"to\": [\"jürgen@r.example\"], \"text\": \"t\"}")
                        .status())
                .isEqualTo(202);
        assertThat(only().envelope().smtpUtf8()).isTrue();
    }

    @Test
    void eachMessageOfABatchHasItsOwnResult() {
        Answer answer = server.batch("[" + described("\"subject\": \"1\"") + ", {\"from\": \"a@s.example\"}, 7, "
                + described("\"subject\": \"2\"") + "]");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode body = answer.json();
        assertThat(body.get("accepted").asInt()).isEqualTo(2);
        assertThat(body.get("refused").asInt()).isEqualTo(2);
        assertThat(body.get("results").get(0).get("status").asInt()).isEqualTo(202);
        assertThat(body.get("results")
                        .get(1)
                        .get("problem")
                        .get("errors")
                        .get(0)
                        .get("pointer")
                        .asText())
                .isEqualTo("/1/to");
        assertThat(body.get("results").get(2).get("status").asInt()).isEqualTo(400);
        assertThat(body.get("results").get(3).get("id").asText()).hasSize(13);
        assertThat(server.desk.submissions()).hasSize(2);
    }

    private void assertPointer(String pointer, String json) {
        Answer answer = server.json(json);
        assertThat(answer.status()).as(json).isEqualTo(422);
        assertThat(answer.pointer()).as(json).isEqualTo(pointer);
    }

    private static String described(String more) {
        return "{\"from\": \"a@s.example\", \"to\": [\"b@r.example\"], \"text\": \"t\", " + more + "}";
    }

    private Submission only() {
        assertThat(server.desk.submissions()).hasSize(1);
        return server.desk.submissions().get(0);
    }

    private static MimeMessage parsed(Submission submission) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(submission.content().bytes()));
    }
}
