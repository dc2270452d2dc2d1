package org.postyard.injection.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postyard.api.message.Handling;
import org.postyard.injection.http.answer.Refusal;

/**
 * The envelope and the wishes of a message that comes as it is ({@code message/rfc822}): from query parameters, or from
 * headers {@code X-Postyard-From}, {@code X-Postyard-To} and so on. Read before the body, because parameters are gone after.
 */
public record RawMessage(String sender, List<String> recipients, Handling handling) {
    private static final int MOST_RECEIVED = 50;

    public RawMessage {
        recipients = List.copyOf(recipients);
    }

    /** @throws Refusal 422 that names the parameter */
    public static RawMessage of(HttpServletRequest request, int mostRecipients) {
        String sender = value(request, "from")
                .orElseThrow(() ->
                        Refusal.invalid("from", "The envelope needs a sender: from=a@b.example, or from= for none."));
        if (!sender.isEmpty()) Paths.checked("from", sender);
        List<String> recipients = values(request, "to");
        if (recipients.isEmpty())
            throw Refusal.invalid("to", "The envelope needs a recipient: to=a@b.example, repeated for more.");
        if (recipients.size() > mostRecipients)
            throw Refusal.invalid("to", "At most " + mostRecipients + " recipients are accepted in one message.");
        recipients.forEach(recipient -> Paths.checked("to", recipient));
        Handling handling = new Wishes(name -> value(request, name).filter(text -> !text.isEmpty()), "").handling();
        return new RawMessage(sender, recipients, handling);
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        List<String> values = values(request, name);
        if (values.size() > 1) throw Refusal.invalid(name, name + " is given twice.");
        return values.stream().findFirst();
    }

    private static List<String> values(HttpServletRequest request, String name) {
        String[] parameters = request.getParameterValues(name);
        if (parameters != null) return List.of(parameters);
        List<String> values = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders(headerOf(name))))
            for (String value : name.equals("to") ? header.split(",", -1) : new String[] {header})
                values.add(value.trim());
        return values;
    }

    private static String headerOf(String name) {
        return switch (name) {
            case "notBefore" -> "X-Postyard-Not-Before";
            default -> "X-Postyard-" + name;
        };
    }

    /** Refuses an empty message and one that has been round too often (RFC 5321 §6.3). */
    public static void check(byte[] message) {
        if (message.length == 0) throw Refusal.malformed("", "The body is empty.");
        int received = 0;
        int lineStart = 0;
        while (lineStart < message.length) {
            int lineEnd = lineStart;
            while (lineEnd < message.length && message[lineEnd] != '\n') lineEnd++;
            String start =
                    new String(message, lineStart, Math.min(9, lineEnd - lineStart), StandardCharsets.ISO_8859_1);
            if (start.isBlank()) break;
            if (start.equalsIgnoreCase("received:")) received++;
            lineStart = lineEnd + 1;
        }
        if (received > MOST_RECEIVED)
            throw Refusal.invalid("", "The message has " + received + " Received headers: it goes round in a loop.");
    }
}
