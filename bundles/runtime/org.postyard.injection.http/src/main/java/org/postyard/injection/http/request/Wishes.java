package org.postyard.injection.http.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.postyard.api.message.Handling;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.Priority;
import org.postyard.injection.http.answer.Refusal;

/** Reads what a client wants done with a message, by the names that JSON members and query parameters share. */
public final class Wishes {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CAMPAIGN = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,126}[\\x21-\\x7E])?");

    private final Function<String, Optional<String>> values;
    private final String prefix;

    /**
     * @param values gives the value of a name
     * @param prefix put before the name when a problem is reported: {@code /} for JSON, nothing for parameters
     */
    public Wishes(Function<String, Optional<String>> values, String prefix) {
        this.values = values;
        this.prefix = prefix;
    }

    /** @throws Refusal 422 that names the field */
    public Handling handling() {
        MessageClass messageClass = values.apply("class").map(this::classOf).orElse(MessageClass.BULK);
        Optional<Instant> notBefore = instant("notBefore");
        Optional<Instant> deadline = instant("deadline");
        if (notBefore.isPresent() && deadline.isPresent() && !deadline.get().isAfter(notBefore.get()))
            throw invalid("deadline", "deadline is not after notBefore.");
        return new Handling(
                name("tenant").orElse(Handling.DEFAULT_TENANT),
                values.apply("campaign").map(this::campaignOf).orElse(""),
                messageClass,
                values.apply("priority").map(this::priorityOf).orElse(Priority.defaultOf(messageClass)),
                name("pool"),
                notBefore,
                deadline);
    }

    private Optional<String> name(String field) {
        Optional<String> value = values.apply(field);
        if (value.isPresent() && !NAME.matcher(value.get()).matches())
            throw invalid(field, field + " is not 1 to 64 letters, digits, dots, hyphens and underscores.");
        return value;
    }

    private String campaignOf(String value) {
        if (value.isEmpty() || CAMPAIGN.matcher(value).matches()) return value;
        throw invalid("campaign", "campaign is not 1 to 128 printable ASCII characters.");
    }

    private MessageClass classOf(String value) {
        try {
            MessageClass messageClass = new MessageClass(value.toLowerCase(Locale.ROOT));
            if (!messageClass.equals(MessageClass.SYSTEM)) return messageClass;
        } catch (IllegalArgumentException malformed) {
            throw invalid("class", "class is not 1 to 32 letters, digits and hyphens.");
        }
        throw invalid("class", "class may not be system, which is for Postyard's own mail.");
    }

    private Priority priorityOf(String value) {
        for (Priority priority : Priority.values())
            if (priority.name().equals(value.toUpperCase(Locale.ROOT))) return priority;
        throw invalid("priority", "priority is not critical, high, normal or low.");
    }

    private Optional<Instant> instant(String field) {
        return values.apply(field).map(text -> {
            try {
                return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
            } catch (DateTimeException malformed) {
                throw invalid(field, field + " is no ISO 8601 time such as 2026-01-31T08:00:00Z.");
            }
        });
    }

    private Refusal invalid(String field, String detail) {
        return Refusal.invalid(prefix + field, detail);
    }
}
