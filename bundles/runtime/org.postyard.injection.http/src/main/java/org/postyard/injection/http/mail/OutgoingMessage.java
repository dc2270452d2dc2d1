package org.postyard.injection.http.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message as a client describes it in JSON; nothing in it is checked yet, and everything may be missing. */
public record OutgoingMessage(
        @Nullable String from,
        @Nullable String returnPath,
        @Nullable List<@Nullable String> to,
        @Nullable List<@Nullable String> cc,
        @Nullable List<@Nullable String> bcc,
        @Nullable List<@Nullable String> replyTo,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable Map<String, @Nullable String> headers,
        @Nullable List<@Nullable Attachment> attachments,
        @Nullable String tenant,
        @Nullable String campaign,
        @JsonProperty("class") @Nullable String messageClass,
        @Nullable String priority,
        @Nullable String pool,
        @Nullable String notBefore,
        @Nullable String deadline) {

    /** The wishes, by their names in JSON. */
    public Optional<String> wish(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "tenant" -> tenant;
                    case "campaign" -> campaign;
                    case "class" -> messageClass;
                    case "priority" -> priority;
                    case "pool" -> pool;
                    case "notBefore" -> notBefore;
                    case "deadline" -> deadline;
                    default -> null;
                });
    }

    /**
     * One attached file.
     *
     * @param contentId makes it an inline part that the HTML names by {@code cid:}
     */
    public record Attachment(
            @Nullable String name,
            @Nullable String contentType,
            @Nullable String contentBase64,
            @Nullable String contentId) {}
}
