package org.postyard.injection.http.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postyard.injection.http.answer.Refusal;

/** Adds the headers that a client gives by name, except those that Postyard writes itself. */
final class ExtraHeaders {
    private static final Pattern NAME = Pattern.compile("[!-9;-~]{1,76}");
    private static final Set<String> OWN = Set.of(
            "from",
            "sender",
            "to",
            "cc",
            "bcc",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "received",
            "return-path",
            "dkim-signature");

    private ExtraHeaders() {}

    static void add(MimeMessage message, @Nullable Map<String, @Nullable String> headers) throws MessagingException {
        if (headers == null) return;
        for (Map.Entry<String, @Nullable String> header : headers.entrySet()) {
            String name = header.getKey();
            String pointer = "/headers/" + name.replace("~", "~0").replace("/", "~1");
            checkName(pointer, name);
            String value = header.getValue();
            if (value == null) throw Refusal.invalid(pointer, "A header needs a value.");
            Texts.checkSingleLine(pointer, value);
            message.addHeader(name, folded(name, value));
        }
    }

    private static void checkName(String pointer, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) throw Refusal.invalid(pointer, "This is no name of a header.");
        if (OWN.contains(lower) || lower.startsWith("content-") || lower.startsWith("x-postyard-"))
            throw Refusal.invalid(pointer, "This header is written by Postyard.");
    }

    private static String folded(String name, String value) {
        try {
            return MimeUtility.fold(name.length() + 2, MimeUtility.encodeText(value, "UTF-8", null));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }
}
