package org.postyard.engine.outcome;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.postyard.api.message.Content;
import org.postyard.api.message.DsnReturn;
import org.postyard.api.message.Message;
import org.postyard.api.message.Recipient;

/**
 * Writes delivery status notifications: multipart/report messages by RFC 3464 and RFC 6522. Stateless.
 *
 * <p>The part for machines is ASCII in any case (RFC 6533 §3); the part for people and what is returned may have other octets,
 * and then the report says that it is 8-bit.
 */
public final class ReportWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int LARGEST_FULL_RETURN_BYTES = 256 * 1024;
    private static final int LARGEST_HEADER_RETURN_BYTES = 64 * 1024;
    private static final String EIGHT_BIT = "Content-Transfer-Encoding: 8bit\r\n";

    private final String reportingName;

    /** @param reportingName our public host name, for Reporting-MTA and the sender address */
    public ReportWriter(String reportingName) {
        this.reportingName = reportingName;
    }

    /** What happened to the recipients that a report is about. */
    public enum Action {
        FAILED("failed", "could not be delivered"),
        DELAYED("delayed", "has not been delivered yet; it will be tried again"),
        DELIVERED("delivered", "was delivered"),
        RELAYED("relayed", "was handed to a server that sends no reports of success");

        private final String word;
        private final String sentence;

        Action(String word, String sentence) {
            this.word = word;
            this.sentence = sentence;
        }
    }

    /**
     * One recipient in a report.
     *
     * @param status enhanced code that the report gives (RFC 3463)
     * @param diagnostic what the peer said, or why we decided so
     * @param peer the remote server; empty if none took part
     */
    public record Fate(Recipient recipient, String status, String diagnostic, String peer) {}

    /** The whole report. */
    public Content write(Action action, Message message, Content original, List<Fate> fates, Instant now) {
        String boundary = "=_" + message.id().text() + "." + Long.toString(now.toEpochMilli(), 36);
        boolean full = action == Action.FAILED
                && message.envelope().dsnReturn() == DsnReturn.FULL
                && original.sizeBytes() <= LARGEST_FULL_RETURN_BYTES;
        byte[] returned = full ? original.bytes() : headerBlock(original.bytes());
        String forPeople = humanPart(action, fates);
        boolean eightBit = !ascii(returned) || !ascii(forPeople.getBytes(StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder(2048);
        head(text, action, message, boundary, now);
        text.append(eightBit ? EIGHT_BIT : "").append("\r\n");
        beginPart(text, boundary, "text/plain; charset=utf-8", !ascii(forPeople.getBytes(StandardCharsets.UTF_8)));
        text.append(forPeople).append("\r\n");
        beginPart(text, boundary, "message/delivery-status", false);
        statusPart(text, action, message, fates);
        text.append("\r\n");
        beginPart(text, boundary, full ? "message/rfc822" : "text/rfc822-headers", !ascii(returned));
        byte[] before = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        return Content.of(join(before, returned, after));
    }

    private static void beginPart(StringBuilder text, String boundary, String type, boolean eightBit) {
        text.append("--")
                .append(boundary)
                .append("\r\nContent-Type: ")
                .append(type)
                .append("\r\n")
                .append(eightBit ? EIGHT_BIT : "")
                .append("\r\n");
    }

    private static boolean ascii(byte[] bytes) {
        for (byte octet : bytes) if (octet < 0) return false;
        return true;
    }

    private void head(StringBuilder text, Action action, Message message, String boundary, Instant now) {
        text.append("From: Mail Delivery System <mailer-daemon@")
                .append(reportingName)
                .append(">\r\n")
                .append("To: <")
                .append(message.envelope().sender())
                .append(">\r\n")
                .append("Subject: ")
                .append(action == Action.FAILED ? "Undelivered mail" : "Delivery status: " + action.word)
                .append("\r\n")
                .append("Date: ")
                .append(DATE.format(now))
                .append("\r\n")
                .append("Message-ID: <")
                .append(boundary.substring(2))
                .append('@')
                .append(reportingName)
                .append(">\r\n")
                .append("Auto-Submitted: auto-replied\r\n")
                .append("MIME-Version: 1.0\r\n")
                .append("Content-Type: multipart/report; report-type=delivery-status;\r\n boundary=\"")
                .append(boundary)
                .append("\"\r\n");
    }

    private static String humanPart(Action action, List<Fate> fates) {
        StringBuilder text = new StringBuilder(256);
        text.append("Your message ").append(action.sentence).append(":\r\n");
        for (Fate fate : fates)
            text.append("\r\n<")
                    .append(fate.recipient().address())
                    .append(">: ")
                    .append(oneLine(fate.diagnostic()))
                    .append("\r\n");
        return text.toString();
    }

    private void statusPart(StringBuilder text, Action action, Message message, List<Fate> fates) {
        text.append("Reporting-MTA: dns; ")
                .append(reportingName)
                .append("\r\n")
                .append("Arrival-Date: ")
                .append(DATE.format(message.receivedAt()))
                .append("\r\n");
        if (!message.envelope().envelopeId().isEmpty())
            text.append("Original-Envelope-Id: ")
                    .append(ReportText.decoded(message.envelope().envelopeId()))
                    .append("\r\n");
        for (Fate fate : fates) {
            text.append("\r\n");
            if (!fate.recipient().originalRecipient().isEmpty())
                text.append("Original-Recipient: ")
                        .append(ReportText.decoded(fate.recipient().originalRecipient()))
                        .append("\r\n");
            text.append("Final-Recipient: ")
                    .append(ReportText.address(fate.recipient().address()))
                    .append("\r\n")
                    .append("Action: ")
                    .append(action.word)
                    .append("\r\n")
                    .append("Status: ")
                    .append(fate.status())
                    .append("\r\n");
            if (!fate.peer().isEmpty())
                text.append("Remote-MTA: dns; ")
                        .append(ReportText.ascii(oneLine(fate.peer())))
                        .append("\r\n");
            // What no peer has said is no SMTP reply (RFC 3464 §2.3.6).
            text.append(fate.peer().isEmpty() ? "Diagnostic-Code: x-postyard; " : "Diagnostic-Code: smtp; ")
                    .append(ReportText.ascii(oneLine(fate.diagnostic())))
                    .append("\r\n");
        }
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}]+", " ");
        return line.length() > 900 ? line.substring(0, 900) : line;
    }

    /** Everything up to the first empty line, and no more of it than a report should have. */
    private static byte[] headerBlock(byte[] content) {
        int end = headerEnd(content);
        if (end > LARGEST_HEADER_RETURN_BYTES) {
            end = LARGEST_HEADER_RETURN_BYTES;
            while (end > 0 && content[end - 1] != '\n') end--;
        }
        return Arrays.copyOf(content, end);
    }

    /** Where the first empty line begins, which may also be made of bare line feeds. */
    private static int headerEnd(byte[] content) {
        for (int i = 0; i + 1 < content.length; i++) {
            boolean empty = content[i] == '\n'
                    && (content[i + 1] == '\n'
                            || (content[i + 1] == '\r' && i + 2 < content.length && content[i + 2] == '\n'));
            if (empty) return i + 1;
        }
        return content.length;
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) length += part.length;
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
