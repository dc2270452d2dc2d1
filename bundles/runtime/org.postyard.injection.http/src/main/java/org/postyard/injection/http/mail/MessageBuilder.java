package org.postyard.injection.http.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postyard.injection.http.answer.Refusal;
import org.postyard.injection.http.mail.OutgoingMessage.Attachment;
import org.postyard.injection.http.request.Paths;

/**
 * Makes messages with Angus Mail: alternative for text and HTML, related for inline parts, mixed for attachments. The mail
 * library finds its handlers through the context loader of the thread, which must be the loader of this bundle. Thread-safe.
 */
public final class MessageBuilder {
    private final Clock clock;
    private final String hostName;
    private final int mostRecipients;

    public MessageBuilder(Clock clock, String hostName, int mostRecipients) {
        this.clock = clock;
        this.hostName = hostName;
        this.mostRecipients = mostRecipients;
    }

    /** @throws Refusal 422 with a pointer to what cannot be */
    public BuiltMessage build(OutgoingMessage wanted) {
        InternetAddress from = Addresses.one("/from", wanted.from());
        List<InternetAddress> to = Addresses.list("/to", wanted.to());
        List<InternetAddress> cc = Addresses.list("/cc", wanted.cc());
        List<InternetAddress> bcc = Addresses.list("/bcc", wanted.bcc());
        List<String> recipients = new ArrayList<>();
        for (List<InternetAddress> group : List.of(to, cc, bcc))
            for (InternetAddress address : group) recipients.add(address.getAddress());
        if (recipients.isEmpty()) throw Refusal.invalid("/to", "At least one of to, cc and bcc is needed.");
        if (recipients.size() > mostRecipients)
            throw Refusal.invalid("/to", "At most " + mostRecipients + " recipients are accepted in one message.");
        String sender =
                wanted.returnPath() == null ? from.getAddress() : Paths.checked("/returnPath", wanted.returnPath());
        try {
            MimeMessage message = message(wanted, from, to, cc);
            return new BuiltMessage(sender, recipients, bytesOf(message));
        } catch (MessagingException e) {
            throw Refusal.invalid("", "No message can be made of this: " + e.getMessage());
        }
    }

    private MimeMessage message(
            OutgoingMessage wanted, InternetAddress from, List<InternetAddress> to, List<InternetAddress> cc)
            throws MessagingException {
        boolean international = !Paths.isAscii(from + " " + to + " " + cc);
        MimeMessage message = new IdentifiedMessage(session(international), messageId());
        message.setFrom(from);
        message.setRecipients(RecipientType.TO, to.toArray(InternetAddress[]::new));
        message.setRecipients(RecipientType.CC, cc.toArray(InternetAddress[]::new));
        List<InternetAddress> replyTo = Addresses.list("/replyTo", wanted.replyTo());
        if (!replyTo.isEmpty()) message.setReplyTo(replyTo.toArray(InternetAddress[]::new));
        message.setSentDate(Date.from(clock.instant()));
        if (wanted.subject() != null) {
            Texts.checkSingleLine("/subject", wanted.subject());
            message.setSubject(wanted.subject(), "UTF-8");
        }
        ExtraHeaders.add(message, wanted.headers());
        fill(message, wanted);
        message.saveChanges();
        return message;
    }

    private static void fill(Part message, OutgoingMessage wanted) throws MessagingException {
        List<BodyPart> inline = new ArrayList<>();
        List<BodyPart> attached = new ArrayList<>();
        readAttachments(wanted.attachments(), inline, attached);
        if (wanted.text() == null && wanted.html() == null && inline.isEmpty() && attached.isEmpty())
            throw Refusal.invalid("/text", "At least one of text, html and attachments is needed.");
        if (!inline.isEmpty() && wanted.html() == null)
            throw Refusal.invalid("/html", "An inline part (contentId) needs HTML that shows it.");
        if (attached.isEmpty()) {
            fillBody(message, wanted, inline);
            return;
        }
        List<BodyPart> parts = new ArrayList<>();
        if (wanted.text() != null || wanted.html() != null) {
            MimeBodyPart body = new MimeBodyPart();
            fillBody(body, wanted, inline);
            parts.add(body);
        }
        parts.addAll(attached);
        message.setContent(multipart("mixed", parts));
    }

    private static void fillBody(Part part, OutgoingMessage wanted, List<BodyPart> inline) throws MessagingException {
        String text = wanted.text();
        String html = wanted.html();
        if (html == null) {
            setText(part, text == null ? "" : text, "plain");
        } else if (text == null) {
            fillHtml(part, html, inline);
        } else {
            MimeBodyPart plain = new MimeBodyPart();
            setText(plain, text, "plain");
            MimeBodyPart rich = new MimeBodyPart();
            fillHtml(rich, html, inline);
            part.setContent(multipart("alternative", List.of(plain, rich)));
        }
    }

    private static void fillHtml(Part part, String html, List<BodyPart> inline) throws MessagingException {
        if (inline.isEmpty()) {
            setText(part, html, "html");
            return;
        }
        MimeBodyPart page = new MimeBodyPart();
        setText(page, html, "html");
        List<BodyPart> parts = new ArrayList<>();
        parts.add(page);
        parts.addAll(inline);
        part.setContent(multipart("related", parts));
    }

    private static void setText(Part part, String text, String subtype) throws MessagingException {
        part.setContent(Texts.withCrLf(text), "text/" + subtype + "; charset=UTF-8");
    }

    private static Multipart multipart(String subtype, List<BodyPart> parts) throws MessagingException {
        return new MimeMultipart(subtype, parts.toArray(BodyPart[]::new));
    }

    private static void readAttachments(
            @Nullable List<@Nullable Attachment> attachments, List<BodyPart> inline, List<BodyPart> attached)
            throws MessagingException {
        if (attachments == null) return;
        for (int index = 0; index < attachments.size(); index++) {
            String pointer = "/attachments/" + index;
            Attachment attachment = attachments.get(index);
            if (attachment == null) throw Refusal.invalid(pointer, "An attachment is a JSON object.");
            BodyPart part = partOf(pointer, attachment);
            (attachment.contentId() == null ? attached : inline).add(part);
        }
    }

    private static BodyPart partOf(String pointer, Attachment attachment) throws MessagingException {
        String type = contentType(pointer + "/contentType", attachment.contentType());
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(decoded(pointer, attachment.contentBase64()), type)));
        part.setHeader("Content-Type", type);
        ContentDisposition disposition =
                new ContentDisposition(attachment.contentId() == null ? Part.ATTACHMENT : Part.INLINE);
        if (attachment.name() != null) {
            Texts.checkSingleLine(pointer + "/name", attachment.name());
            ParameterList parameters = new ParameterList();
            parameters.set("filename", attachment.name(), "UTF-8");
            disposition.setParameterList(parameters);
        }
        part.setHeader("Content-Disposition", disposition.toString());
        if (!type.startsWith("message/")) part.setHeader("Content-Transfer-Encoding", "base64");
        if (attachment.contentId() != null) part.setContentID(contentId(pointer, attachment.contentId()));
        return part;
    }

    private static String contentId(String pointer, String id) {
        if (!id.matches("[!-;=?-~]{1,200}"))
            throw Refusal.invalid(pointer + "/contentId", "A content id is visible ASCII without angle brackets.");
        return "<" + id + ">";
    }

    private static String contentType(String pointer, @Nullable String type) {
        if (type == null) throw Refusal.invalid(pointer, "A content type is needed here.");
        Texts.checkSingleLine(pointer, type);
        try {
            ContentType parsed = new ContentType(type);
            if (!parsed.getPrimaryType().equalsIgnoreCase("multipart")) return parsed.toString();
        } catch (ParseException e) {
            throw Refusal.invalid(pointer, "This is no content type: " + e.getMessage());
        }
        throw Refusal.invalid(pointer, "An attachment is no multipart.");
    }

    private static byte[] decoded(String pointer, @Nullable String base64) {
        if (base64 == null) throw Refusal.invalid(pointer + "/contentBase64", "The content is needed here.");
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(pointer + "/contentBase64", "This is no base 64: " + e.getMessage());
        }
    }

    private static byte[] bytesOf(MimeMessage message) throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
        try {
            message.writeTo(bytes);
        } catch (IOException e) {
            throw new MessagingException("the message cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static Session session(boolean international) {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(international));
        return Session.getInstance(properties);
    }

    private String messageId() {
        return "<" + UUID.randomUUID() + "@" + hostName + ">";
    }

    /** A message whose Message-ID does not tell the name of this machine. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
