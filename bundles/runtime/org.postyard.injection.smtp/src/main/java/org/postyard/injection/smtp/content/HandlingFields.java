package org.postyard.injection.smtp.content;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postyard.api.message.Handling;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.Priority;
import org.postyard.injection.smtp.content.HeaderBlock.Field;
import org.postyard.injection.smtp.reply.Parsed;
import org.postyard.injection.smtp.reply.Reply;

/** Reads the wishes of a client from its {@code X-Postyard-} fields. A field that is unknown, repeated or malformed is refused by name, so that no wish is lost unnoticed. Used once. */
final class HandlingFields {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CAMPAIGN = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,126}[\\x21-\\x7E])?");

    private String tenant = Handling.DEFAULT_TENANT;
    private String campaign = "";
    private MessageClass messageClass = MessageClass.BULK;
    private Optional<Priority> priority = Optional.empty();
    private Optional<String> pool = Optional.empty();
    private Optional<Instant> notBefore = Optional.empty();
    private Optional<Instant> deadline = Optional.empty();

    private HandlingFields() {}

    static Parsed<Handling> read(List<Field> fields) {
        return fields.isEmpty() ? new Parsed.Valid<>(Handling.DEFAULT) : new HandlingFields().readAll(fields);
    }

    private Parsed<Handling> readAll(List<Field> fields) {
        Set<String> seen = new HashSet<>();
        for (Field field : fields) {
            String name = field.name().toLowerCase(Locale.ROOT);
            String problem = seen.add(name) ? take(name, field.value()) : "is given twice";
            if (problem != null)
                return new Parsed.Faulty<>(Reply.of(554, "5.6.0", "Header " + shown(field.name()) + " " + problem));
        }
        if (notBefore.isPresent() && deadline.isPresent() && !deadline.get().isAfter(notBefore.get()))
            return new Parsed.Faulty<>(
                    Reply.of(554, "5.6.0", "Header X-Postyard-Deadline is not after X-Postyard-Not-Before"));
        return new Parsed.Valid<>(new Handling(
                tenant,
                campaign,
                messageClass,
                priority.orElse(Priority.defaultOf(messageClass)),
                pool,
                notBefore,
                deadline));
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) : name;
    }

    /** Takes one field; says what is wrong with it, if anything. */
    private @Nullable String take(String name, String value) {
        return switch (name) {
            case "x-postyard-tenant" -> {
                tenant = value;
                yield nameProblem(value);
            }
            case "x-postyard-campaign" -> {
                campaign = value;
                yield CAMPAIGN.matcher(value).matches() ? null : "is not 1 to 128 printable ASCII characters";
            }
            case "x-postyard-class" -> takeClass(value.toLowerCase(Locale.ROOT));
            case "x-postyard-priority" -> takePriority(value.toUpperCase(Locale.ROOT));
            case "x-postyard-pool" -> {
                pool = Optional.of(value);
                yield nameProblem(value);
            }
            case "x-postyard-not-before" -> {
                notBefore = instant(value);
                yield instantProblem(notBefore);
            }
            case "x-postyard-deadline" -> {
                deadline = instant(value);
                yield instantProblem(deadline);
            }
            default -> "is not known; known are Tenant, Campaign, Class, Priority, Pool, Not-Before and Deadline";
        };
    }

    private static @Nullable String nameProblem(String value) {
        return NAME.matcher(value).matches()
                ? null
                : "is not 1 to 64 letters, digits, dots, hyphens and underscores, the first a letter or digit";
    }

    private @Nullable String takeClass(String value) {
        try {
            messageClass = new MessageClass(value);
        } catch (IllegalArgumentException malformed) {
            return "is not 1 to 32 letters, digits and hyphens";
        }
        return messageClass.equals(MessageClass.SYSTEM) ? "may not be system, which is for Postyard's own mail" : null;
    }

    private @Nullable String takePriority(String value) {
        for (Priority known : Priority.values()) if (known.name().equals(value)) priority = Optional.of(known);
        return priority.isPresent() ? null : "is not critical, high, normal or low";
    }

    private static Optional<Instant> instant(String value) {
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(value, Instant::from));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static @Nullable String instantProblem(Optional<Instant> instant) {
        return instant.isPresent() ? null : "is not an ISO 8601 instant such as 2026-01-31T08:00:00Z";
    }
}
